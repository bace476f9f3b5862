//===--- ModelExplanation.cpp - Models in words ---------------------------===//
//
// Part of SemTidy, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "ModelExplanation.h"
#include "model/ModelText.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/StringExtras.h"
#include "llvm/Support/Format.h"

using namespace semtidy;
using llvm::StringRef;

/// The family's kind, or the kinds of what its creators make.
static std::string kinds(const Family &F) {
  if (F.Kind != ObjectKind::FromCreator)
    return toString(F.Kind).str();
  llvm::SmallVector<StringRef, 4> Made;
  for (const Effect &E : F.Functions)
    if (E.Kind && !llvm::is_contained(Made, toString(*E.Kind)))
      Made.push_back(toString(*E.Kind));
  return llvm::join(Made, "/");
}

void semtidy::listFamilies(const ModelRegistry &Registry,
                           llvm::raw_ostream &OS) {
  for (const Family &F : Registry.families())
    OS << llvm::format("%-34s %-24s %-8s %s\n", F.Name.c_str(),
                       kinds(F).c_str(), toString(F.Level).str().c_str(),
                       F.Title.c_str());
}

/// What a call with this effect does, as a sentence without its end.
static std::string deed(const Effect &E) {
  const std::string Object = "'" + toString(E.Object) + "'";
  switch (E.TheRole) {
  case Role::Create:
    return "creates the semaphore at " + Object;
  case Role::Open:
    return "opens a semaphore that others may use, at " + Object;
  case Role::Set:
    return "sets the semaphore at " + Object;
  case Role::TrySet:
    return "tries to set the semaphore at " + Object;
  case Role::Clear:
    return "clears the semaphore at " + Object;
  case Role::Close:
    return "closes the semaphore at " + Object;
  case Role::Reacquire:
    return "returns with the semaphore at " + Object + " set";
  case Role::Alias:
    return "writes a second handle of " + Object + " to '" +
           toString(E.Target) + "'";
  case Role::Attribute:
    return "prepares the attributes at " + Object;
  case Role::Escape:
    return "hands " + Object + " to somebody who may clear it";
  case Role::Free:
    return "ends the memory at " + Object;
  case Role::Neutral:
    return "changes nothing";
  }
  return "";
}

static void printEffect(const Effect &E, StringRef Indent,
                        llvm::raw_ostream &OS) {
  OS << Indent << deed(E);
  if (E.When)
    OS << ", if " << toString(E.When);
  OS << '\n';
  auto Line = [&](StringRef Words, const std::string &Value) {
    if (!Value.empty())
      OS << Indent << "  " << Words << ' ' << Value << '\n';
  };
  for (const Test &T : E.Match)
    Line("only in calls with", toString(T));
  if (E.Params)
    Line("only functions with this many parameters:",
         std::to_string(*E.Params));
  Line("only objects of type", llvm::join(E.HandleTypes, ", "));
  if (E.Kind)
    Line("the object is of kind", toString(*E.Kind).str());
  Line("initial count:", toString(E.Initial));
  Line("set at birth if", E.Owned ? toString(E.Owned) : "");
  if (E.Recursive)
    Line("recursive:", *E.Recursive ? "yes" : "no");
  if (E.Exclusive)
    Line("exclusive:", "who holds it does not get it once more");
  Line("how many:", toString(E.Count));
  Line("the object is an array of this size:", toString(E.ArraySize));
  Line("all of the array if", E.All ? toString(E.All) : "");
  Line("name that others can open:", toString(E.SharedName));
  if (E.Timeout)
    Line("does not wait if", toString(E.Timeout) +
                                 " == " + std::to_string(E.Immediate));
  if (E.Level)
    Line("strength:", toString(*E.Level).str());
  if (E.Guards)
    Line("its object is a guard", "that holds the semaphore from now on");
  if (!E.TellsState)
    Line("its answer says nothing", "about whether the object is set");
  if (!E.Like.empty())
    Line("like", E.Like + ", says " + E.Origin);
}

static void printFamily(const Family &F, llvm::raw_ostream &OS) {
  OS << F.Name << ": " << F.Title << '\n'
     << "  written in " << F.Origin << '\n'
     << "  kind " << kinds(F) << ", strength " << toString(F.Level)
     << ", named by its " << (F.Id == Identity::Address ? "address" : "handle")
     << ", cleared by "
     << (F.ReleasedBy == Releaser::Owner ? "its owner" : "anyone") << '\n';
  if (F.Recursive)
    OS << (*F.Recursive ? "  setting it twice needs clearing it twice\n"
                        : "  cannot be set twice\n");
  if (F.HasModes)
    OS << "  readers hold it together, a writer alone\n";
  if (!F.HandleTypes.empty())
    OS << "  only objects of type " << llvm::join(F.HandleTypes, ", ") << '\n';
  OS << "  a close while set: " << toString(F.Outcome) << "; " << F.WhenSet
     << '\n';
  if (F.StaysOpen)
    OS << "  the semaphore stays open then\n";
  for (unsigned I = 0; I < F.BusyCodes.size(); ++I)
    OS << "  who compares the result with "
       << (F.BusyNames[I].empty() ? "" : F.BusyNames[I] + " ")
       << (F.BusyNames[I].empty() ? "" : "(") << F.BusyCodes[I]
       << (F.BusyNames[I].empty() ? "" : ")") << " is not reported\n";
  if (F.EndsWithStorage)
    OS << "  nothing closes it but the end of its memory\n";
}

static bool isNamed(const Effect &E, StringRef Name) {
  return llvm::any_of(E.Names, [&](StringRef Full) {
    return Full == Name || Full.ends_with(("::" + Name).str());
  });
}

bool semtidy::explain(const ModelRegistry &Registry, StringRef Name,
                      llvm::raw_ostream &OS) {
  bool Found = false;
  for (const Family &F : Registry.families()) {
    if (F.Name == Name) {
      Found = true;
      printFamily(F, OS);
      for (const Effect &E : F.Functions) {
        OS << "  " << llvm::join(E.Names, ", ") << '\n';
        printEffect(E, "    ", OS);
      }
      continue;
    }
    if (!llvm::any_of(F.Functions,
                      [&](const Effect &E) { return isNamed(E, Name); }))
      continue;
    Found = true;
    OS << Name << ":\n";
    for (const Effect &E : F.Functions)
      if (isNamed(E, Name))
        printEffect(E, "  ", OS);
    OS << "of family ";
    printFamily(F, OS);
  }
  return Found;
}
