//===--- DebugOutput.cpp - Looking into the engine ------------------------===//
//
// Part of SemTidy, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "DebugOutput.h"
#include "llvm/Support/FileSystem.h"
#include "llvm/Support/Path.h"
#include <cstdlib>

using namespace semtidy;
using namespace clang;

static llvm::StringRef environment(const char *Name) {
  const char *Value = std::getenv(Name);
  return Value ? Value : "";
}

bool semtidy::debugEnabled(llvm::StringRef Stage, const FunctionDecl *F) {
  static const llvm::StringRef Stages = environment("SEMTIDY_DEBUG");
  if (Stages.empty())
    return false;
  static const llvm::StringRef Only = environment("SEMTIDY_DEBUG_FUNCTION");
  if (!Only.empty() && F && F->getNameAsString() != Only)
    return false;
  llvm::SmallVector<llvm::StringRef, 4> Names;
  Stages.split(Names, ',');
  return llvm::is_contained(Names, Stage) || llvm::is_contained(Names, "all");
}

static void printEvent(const FunctionEvents &Events, const Event &E,
                       llvm::raw_ostream &OS) {
  static constexpr const char *Names[] = {
      "constant", "variable", "temporary",    "function", "field",
      "element",  "reached",  "load",         "store",    "copy",
      "compute",  "aligned",  "unknown",      "new",      "uninitialise",
      "take",     "call",     "end",          "return"};
  if (E.Result != NoRegister)
    OS << 'r' << E.Result << " = ";
  OS << Names[static_cast<unsigned>(E.Kind)];
  if (const auto *Named = dyn_cast_or_null<NamedDecl>(E.Decl))
    OS << ' ' << Named->getNameAsString();
  if (E.Kind == EventKind::Constant || E.Kind == EventKind::Compute)
    OS << ' ' << (E.Kind == EventKind::Compute ? static_cast<int64_t>(E.Op)
                                               : E.Value);
  if (E.A != NoRegister)
    OS << " r" << E.A;
  if (E.B != NoRegister)
    OS << " r" << E.B;
  if (E.Kind != EventKind::Call)
    return;
  const CallSite &C = Events.call(E);
  OS << ' ' << (C.Callee ? C.Callee->getNameAsString() : "(unknown)") << '(';
  if (C.This != NoRegister)
    OS << "this r" << C.This << "; ";
  for (Register R : C.Args)
    OS << 'r' << static_cast<int>(R) << ' ';
  OS << ')';
  if (C.Effects)
    for (const BoundEffect &B : *C.Effects)
      OS << " [" << B.TheFamily->Name << ' ' << toString(B.TheEffect->TheRole)
         << ']';
}

static void printEdges(const EventBlock &B, llvm::raw_ostream &OS) {
  static constexpr const char *Names[] = {"", "true ", "false ", "case ",
                                          "default ", "throw "};
  for (const Edge &E : B.Successors) {
    OS << " -> " << Names[E.Kind] << 'B' << E.To;
    if (E.Kind == Edge::Case || E.Kind == Edge::Default)
      E.Values.print(OS);
  }
}

void semtidy::printEvents(const FunctionEvents &Events, const TermContext &,
                          llvm::raw_ostream &OS) {
  OS << "events of " << Events.Function->getNameAsString() << '\n';
  for (unsigned I = 0; I < Events.Blocks.size(); ++I) {
    const EventBlock &B = Events.Blocks[I];
    OS << 'B' << I << (I == Events.ExitBlock ? " (exit)" : "")
       << (B.InLoop ? " (loop)" : "") << '\n';
    for (unsigned J = 0; J < B.Events.size(); ++J) {
      OS << "  " << Events.eventUid(I, J) << ": ";
      printEvent(Events, B.Events[J], OS);
      OS << '\n';
    }
    OS << "  ";
    if (B.Condition != NoRegister)
      OS << "on r" << B.Condition;
    printEdges(B, OS);
    OS << (B.Stops ? " stops\n" : "\n");
  }
}

static void printDisjunct(const Disjunct &D, llvm::raw_ostream &OS) {
  const PropertyState &P = D.Property;
  if (P.Object) {
    OS << (P.Audit ? "audit: " : "object: ");
    D.Path.terms().print(P.Object, OS);
    OS << " depth " << P.Depth;
    if (P.FailedClose)
      OS << " after a failed close";
    OS << '\n';
  }
  D.Path.print(OS);
}

void semtidy::printFixpoint(const FunctionEvents &Events,
                            const PropertySimulation::Fixpoint &F,
                            llvm::raw_ostream &OS) {
  OS << "states of " << Events.Function->getNameAsString() << ", "
     << F.Hits.size() << " closes while set"
     << (F.Dropped ? ", cleared or unknown on some path\n" : "\n");
  for (const auto &[Block, States] : F.In)
    for (const Disjunct &D : States) {
      OS << 'B' << Block << ": ";
      printDisjunct(D, OS);
    }
}

void semtidy::writeDot(const FunctionEvents &Events,
                       const PropertySimulation::Fixpoint &F,
                       unsigned Number) {
  static const llvm::StringRef Directory = environment("SEMTIDY_DOT");
  if (Directory.empty())
    return;
  llvm::SmallString<128> Path(Directory);
  llvm::sys::path::append(Path, Events.Function->getNameAsString() + "." +
                                    std::to_string(Number) + ".dot");
  std::error_code Error;
  llvm::raw_fd_ostream OS(Path, Error, llvm::sys::fs::OF_Text);
  if (Error) {
    llvm::errs() << "semtidy: cannot write " << Path << ": "
                 << Error.message() << '\n';
    return;
  }
  OS << "digraph states {\n  node [shape=box, fontname=monospace];\n";
  for (const auto &[Block, States] : F.In) {
    std::string Label = "B" + std::to_string(Block) + "\n";
    llvm::raw_string_ostream Text(Label);
    for (const Disjunct &D : States)
      printDisjunct(D, Text);
    std::string Escaped;
    for (char C : Label) {
      if (C == '"' || C == '\\')
        Escaped += '\\';
      Escaped += C == '\n' ? std::string("\\l") : std::string(1, C);
    }
    OS << "  b" << Block << " [label=\"" << Escaped << "\"];\n";
  }
  for (const auto &[Block, Edges] : F.Taken)
    for (unsigned E : Edges)
      OS << "  b" << Block << " -> b"
         << Events.Blocks[Block].Successors[E].To << ";\n";
  OS << "}\n";
}
