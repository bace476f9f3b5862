//===--- ConfirmMain.cpp - Did it happen? --------------------------*- C++
//-*-===//
//
// Part of SemTidy, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// `semtidy-confirm` joins the findings of the check with the logs of runs under
// semtidy/confirm.h. Its exit status is made for a build server:
//   0  nothing of what --fail-on names
//   1  something of it
//   2  the question could not be answered: unreadable input, no run recorded
//
//===----------------------------------------------------------------------===//

#include "runtime/confirm-tool/Join.h"
#include "runtime/confirm-tool/Output.h"
#include "runtime/confirm-tool/RunLog.h"
#include "runtime/confirm-tool/SarifReader.h"
#include "tool/report/Fingerprint.h"
#include "tool/report/FixesReader.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/SmallString.h"
#include "llvm/Support/CommandLine.h"
#include "llvm/Support/FileSystem.h"
#include "llvm/Support/FormatVariadic.h"
#include "llvm/Support/InitLLVM.h"
#include "llvm/Support/MemoryBuffer.h"
#include "llvm/Support/Path.h"
#include <cstdlib>
#include <set>

using namespace llvm;
using namespace semtidy::confirm;
using namespace semtidy::report;

static cl::OptionCategory Category("semtidy-confirm options");

static cl::list<std::string>
    Logs(cl::Positional, cl::OneOrMore, cl::cat(Category),
         cl::desc("<run log, or directory of them>..."));
static cl::list<std::string> FindingFiles(
    "findings", cl::OneOrMore, cl::CommaSeparated, cl::cat(Category),
    cl::value_desc("file"),
    cl::desc("What the check found: --export-fixes YAML, a directory of such "
             "files, or SARIF"));
static cl::opt<std::string> Output("o", cl::init("-"), cl::cat(Category),
                                   cl::value_desc("file"),
                                   cl::desc("Where to write (default: standard "
                                            "output)"));
enum class Format { Text, Json, Sarif };
static cl::opt<Format> TheFormat(
    "format", cl::init(Format::Text), cl::cat(Category),
    cl::desc("What to write:"),
    cl::values(clEnumValN(Format::Text, "text", "for people (default)"),
               clEnumValN(Format::Json, "json", "for programs"),
               clEnumValN(Format::Sarif, "sarif", "SARIF 2.1.0")));
enum class Reason { Confirmed, Clear, Never, Unreported, Nothing };
static cl::list<Reason> FailOn(
    "fail-on", cl::CommaSeparated, cl::cat(Category),
    cl::desc("What makes the exit status 1 (default: confirmed):"),
    cl::values(
        clEnumValN(Reason::Confirmed, "confirmed", "a confirmed finding"),
        clEnumValN(Reason::Clear, "reached-clear", "one reached but clear"),
        clEnumValN(Reason::Never, "never-reached", "one never reached"),
        clEnumValN(Reason::Unreported, "unreported",
                   "a close while set without a finding"),
        clEnumValN(Reason::Nothing, "nothing", "never")));
static cl::opt<std::string> Check("check",
                                  cl::init("semaphore-close-while-set"),
                                  cl::cat(Category), cl::value_desc("name"),
                                  cl::desc("Findings of this check only"));
static cl::opt<std::string>
    Root("root", cl::cat(Category), cl::value_desc("directory"),
         cl::desc("What paths are relative to (default: the current "
                  "directory)"));

static constexpr int ExitFound = 1;
static constexpr int ExitUnanswered = 2;

[[noreturn]] static void fail(const Twine &Text) {
  errs() << "semtidy-confirm: error: " << Text << "\n";
  std::exit(ExitUnanswered);
}

/// The findings of all files, each once.
static std::vector<Finding> readAllFindings(SourceFiles &Sources) {
  std::vector<Finding> All;
  std::vector<std::string> Fixes;
  for (const std::string &Path : FindingFiles) {
    if (Path == "-" || sys::fs::is_directory(Path)) {
      Fixes.push_back(Path);
      continue;
    }
    auto Buffer = MemoryBuffer::getFile(Path);
    if (!Buffer)
      fail(Path + ": " + Buffer.getError().message());
    if (!(*Buffer)->getBuffer().ltrim().starts_with("{")) {
      Fixes.push_back(Path);
      continue;
    }
    Expected<json::Value> Document = json::parse((*Buffer)->getBuffer());
    if (!Document)
      fail(Path + ": " + toString(Document.takeError()));
    if (Error E = readSarif(*Document, Path, Sources, All))
      fail(toString(std::move(E)));
  }
  Expected<std::vector<std::string>> Files = listInputs(Fixes, false);
  if (!Files)
    fail(toString(Files.takeError()));
  Expected<Findings> Read = readFindings(*Files, Sources, [](size_t) {});
  if (!Read)
    fail(toString(Read.takeError()));
  llvm::append_range(All, std::move(Read->List));

  std::set<std::tuple<std::string, unsigned, unsigned, std::string>> Seen;
  llvm::erase_if(All, [&](const Finding &F) {
    return F.Check != Check ||
           !Seen.insert({F.At.File, F.At.Line, F.At.Column, F.Message}).second;
  });
  llvm::sort(All, [](const Finding &A, const Finding &B) {
    return std::tie(A.At.File, A.At.Line, A.At.Column, A.Message) <
           std::tie(B.At.File, B.At.Line, B.At.Column, B.Message);
  });
  for (const Finding &F : All)
    if (F.At.Line == 0)
      errs() << "semtidy-confirm: warning: " << F.At.File
             << " cannot be read, or has changed; its finding has no line and "
                "cannot be joined\n";
  return All;
}

static bool isReason(const Joined &J, Reason R) {
  switch (R) {
  case Reason::Confirmed:
    return J.count(Verdict::Confirmed) > 0;
  case Reason::Clear:
    return J.count(Verdict::ReachedClear) > 0;
  case Reason::Never:
    return J.count(Verdict::NeverReached) > 0;
  case Reason::Unreported:
    return !J.Unreported.empty();
  case Reason::Nothing:
    return false;
  }
  llvm_unreachable("no such reason");
}

static void write(const Joined &J, const RunLogs &Runs,
                  const SourceFiles &Sources) {
  std::error_code Code;
  raw_fd_ostream OS(Output, Code, sys::fs::OF_Text);
  if (Code)
    fail(Output + ": " + Code.message());
  switch (TheFormat) {
  case Format::Text:
    writeText(J, Runs, Sources, OS);
    break;
  case Format::Json:
    OS << formatv("{0:2}", toJson(J, Runs, Sources)) << "\n";
    break;
  case Format::Sarif:
    OS << formatv("{0:2}", semtidy::confirm::toSarif(J, Runs, Sources)) << "\n";
    break;
  }
}

int main(int Argc, char **Argv) {
  InitLLVM X(Argc, Argv);
  cl::HideUnrelatedOptions(Category);
  cl::SetVersionPrinter([](raw_ostream &OS) {
    OS << "semtidy-confirm, SemTidy version " SEMTIDY_VERSION "\n";
  });
  if (!cl::ParseCommandLineOptions(
          Argc, Argv, "Says which findings of the check happened in a run.\n",
          &errs()))
    return ExitUnanswered;

  SmallString<256> Here;
  if (Root.empty() && !sys::fs::current_path(Here))
    Root = Here.str().str();
  SourceFiles Sources(Root);
  std::vector<Finding> All = readAllFindings(Sources);
  Expected<RunLogs> Runs =
      readRunLogs(std::vector<std::string>(Logs.begin(), Logs.end()));
  if (!Runs)
    fail(toString(Runs.takeError()));
  for (const std::string &Line : Runs->Broken)
    errs() << "semtidy-confirm: warning: not a whole record: " << Line << "\n";
  if (Runs->Runs.empty())
    fail("no run was recorded in these logs; was the program built with "
         "-DSEMTIDY_CONFIRM -include semtidy/confirm.h?");
  for (const Run &R : Runs->Runs)
    if (R.Incomplete)
      errs() << "semtidy-confirm: warning: " << R.Log
             << ": a table was full in this run; records are missing\n";

  Joined J = join(std::move(All), *Runs);
  write(J, *Runs, Sources);
  std::vector<Reason> Reasons(FailOn.begin(), FailOn.end());
  if (Reasons.empty())
    Reasons.push_back(Reason::Confirmed);
  return any_of(Reasons, [&](Reason R) { return isReason(J, R); }) ? ExitFound
                                                                   : 0;
}
