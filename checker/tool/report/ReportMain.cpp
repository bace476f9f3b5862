//===--- ReportMain.cpp - Findings to reports -------------------*- C++ -*-===//
//
// Part of SemTidy, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// `semtidy-report` reads what clang-tidy exported for any number of translation
// units and says what is new. Its exit status is made for a build server:
//   0  nothing to fix
//   1  a finding that the baseline does not have
//   2  the question could not be answered: unreadable input, compile errors
//
//===----------------------------------------------------------------------===//

#include "tool/report/Baseline.h"
#include "tool/report/CodeQuality.h"
#include "tool/report/FixesReader.h"
#include "tool/report/Sarif.h"
#include "tool/report/SourceFiles.h"
#include "llvm/ADT/SmallString.h"
#include "llvm/Support/CommandLine.h"
#include "llvm/Support/FileSystem.h"
#include "llvm/Support/InitLLVM.h"
#include "llvm/Support/Path.h"
#include "llvm/Support/Process.h"
#include "llvm/Support/raw_ostream.h"
#include <cstdlib>

using namespace llvm;
using namespace semtidy::report;

static cl::OptionCategory Category("semtidy-report options");

static cl::list<std::string>
    Inputs(cl::Positional, cl::OneOrMore, cl::cat(Category),
           cl::desc("<file or directory that --export-fixes wrote>..."));
static cl::opt<std::string> SarifFile("sarif", cl::cat(Category),
                                      cl::value_desc("file"),
                                      cl::desc("Write SARIF 2.1.0"));
static cl::opt<std::string>
    CodeQualityFile("codequality", cl::cat(Category), cl::value_desc("file"),
                    cl::desc("Write GitLab's Code Quality JSON"));
static cl::opt<std::string>
    BaselineFile("baseline", cl::cat(Category), cl::value_desc("file"),
                 cl::desc("Findings that are known, and do not fail the run"));
static cl::opt<bool>
    UpdateBaseline("update-baseline", cl::cat(Category),
                   cl::desc("Make what is found now the baseline"));
static cl::opt<std::string>
    Root("root", cl::cat(Category), cl::value_desc("directory"),
         cl::desc("What paths are relative to (default: the git work tree "
                  "around the current directory, or that directory)"));
static cl::opt<bool>
    NewOnly("new-only", cl::cat(Category),
            cl::desc("Leave what is known out of the reports"));
static cl::opt<bool> Partial("partial", cl::cat(Category),
                             cl::desc("Not all of the project was analysed: do "
                                      "not say what is gone"));
static cl::opt<bool>
    AllowMissing("allow-missing", cl::cat(Category),
                 cl::desc("An input that does not exist holds no finding"));
static cl::opt<bool>
    AllowErrors("allow-compile-errors", cl::cat(Category),
                cl::desc("Translation units that do not compile do not fail "
                         "the run"));
static cl::opt<bool> ExitZero("exit-zero", cl::cat(Category),
                              cl::desc("New findings do not fail the run"));
static cl::opt<bool> Quiet("quiet", cl::cat(Category),
                           cl::desc("Do not list the findings"));
static cl::opt<cl::boolOrDefault>
    ShowProgress("progress", cl::cat(Category),
                 cl::desc("Count the files that were read (default: if there "
                          "are more than 500)"));

static constexpr int ExitNew = 1;
static constexpr int ExitUnanswered = 2;

[[noreturn]] static void fail(const Twine &Text) {
  errs() << "semtidy-report: error: " << Text << "\n";
  std::exit(ExitUnanswered);
}

/// The directory with `.git` at or above the current one.
static std::string findRoot() {
  SmallString<256> Current;
  if (sys::fs::current_path(Current))
    return ".";
  for (StringRef Dir = Current; !Dir.empty(); Dir = sys::path::parent_path(Dir))
    if (sys::fs::exists(Dir + "/.git"))
      return Dir.str();
  return Current.str().str();
}

static void writeFile(StringRef Path, function_ref<void(raw_ostream &)> Write) {
  if (Path == "-") {
    Write(outs());
    return;
  }
  std::error_code Code;
  raw_fd_ostream OS(Path, Code, sys::fs::OF_Text);
  if (Code)
    fail(Path + ": " + Code.message());
  Write(OS);
  OS.close();
  if (OS.has_error())
    fail(Path + ": " + OS.error().message());
}

static void writeJson(StringRef Path, const json::Value &Value) {
  writeFile(Path,
            [&](raw_ostream &OS) { OS << formatv("{0:2}", Value) << "\n"; });
}

static void print(const Place &At, StringRef Kind, StringRef Text,
                  StringRef Check, const SourceFiles &Sources,
                  raw_ostream &OS) {
  if (!At.File.empty()) {
    OS << Sources.shown(At.File) << ":";
    if (At.Line != 0)
      OS << At.Line << ":" << At.Column << ":";
    OS << " ";
  }
  OS << Kind << ": " << Text;
  if (!Check.empty())
    OS << " [" << Check << "]";
  OS << "\n";
}

static void print(const Finding &F, const SourceFiles &Sources,
                  raw_ostream &OS) {
  print(F.At, F.Strength == Level::Error ? "error" : "warning", F.Message,
        F.Check, Sources, OS);
  for (const Step &S : F.Steps)
    print(S.At, "note", S.Text, "", Sources, OS);
}

static std::string counted(size_t Number, StringRef What) {
  return std::to_string(Number) + " " + What.str() + (Number == 1 ? "" : "s");
}

/// Says how many files were read, every tenth of the way.
class ProgressLine {
public:
  explicit ProgressLine(size_t All)
      : All(All),
        Enabled(ShowProgress == cl::BOU_UNSET ? All > 500
                                              : ShowProgress == cl::BOU_TRUE) {}

  void operator()(size_t Done) {
    size_t Tenth = Done * 10 / All;
    if (!Enabled || Tenth == Last)
      return;
    Last = Tenth;
    errs() << "semtidy-report: read " << Done << " of " << All << " files\n";
  }

private:
  size_t All;
  size_t Last = 0;
  bool Enabled;
};

int main(int Argc, char **Argv) {
  InitLLVM X(Argc, Argv);
  cl::HideUnrelatedOptions(Category);
  cl::SetVersionPrinter([](raw_ostream &OS) {
    OS << "semtidy-report, SemTidy version " SEMTIDY_VERSION "\n";
  });
  if (!cl::ParseCommandLineOptions(
          Argc, Argv,
          "Merges what clang-tidy exported, and reports what is new.\n",
          &errs()))
    return ExitUnanswered;
  if (UpdateBaseline && BaselineFile.empty())
    fail("--update-baseline needs --baseline=<file>");
  if (UpdateBaseline && Partial)
    fail("--update-baseline needs findings of the whole project");

  SourceFiles Sources(Root.empty() ? findRoot() : Root.getValue());
  Expected<std::vector<std::string>> Files = listInputs(Inputs, AllowMissing);
  if (!Files)
    fail(toString(Files.takeError()));
  Expected<Findings> Read =
      readFindings(*Files, Sources, ProgressLine(Files->size()));
  if (!Read)
    fail(toString(Read.takeError()));
  Findings &All = *Read;

  bool Incomplete = !All.CompileErrors.empty() && !AllowErrors;
  if (UpdateBaseline) {
    if (Incomplete)
      fail(counted(All.CompileErrors.size(), "compile error") +
           "; a baseline of a part would make the rest new");
    writeFile(BaselineFile,
              [&](raw_ostream &OS) { writeBaseline(All, Sources, OS); });
  }
  std::vector<std::string> Gone;
  if (!BaselineFile.empty()) {
    auto Applied = applyBaseline(BaselineFile, All);
    if (!Applied)
      fail(toString(Applied.takeError()));
    if (!Partial)
      Gone = std::move(*Applied);
  }

  size_t Total = All.List.size();
  size_t Known = count_if(All.List, [](const Finding &F) { return F.Known; });
  if (NewOnly)
    erase_if(All.List, [](const Finding &F) { return F.Known; });
  if (!SarifFile.empty())
    writeJson(SarifFile, toSarif(All, Sources, !BaselineFile.empty()));
  if (!CodeQualityFile.empty())
    writeJson(CodeQualityFile, toCodeQuality(All, Sources));

  // A report that goes to standard output stays alone there.
  bool IsStdoutTaken = SarifFile == "-" || CodeQualityFile == "-";
  raw_ostream &OS = IsStdoutTaken ? errs() : outs();
  for (const Finding &F : All.CompileErrors)
    print(F, Sources, OS);
  if (!Quiet) {
    for (const Finding &F : All.List)
      if (!F.Known)
        print(F, Sources, OS);
    for (const std::string &Text : Gone)
      OS << "gone: " << Text << "\n";
  }
  OS << counted(Total, "finding");
  if (!BaselineFile.empty())
    OS << ": " << (Total - Known) << " new, " << Known << " known";
  if (!Gone.empty())
    OS << "; " << Gone.size() << " of the baseline are gone";
  if (All.Duplicates != 0)
    OS << "; " << counted(All.Duplicates, "duplicate") << " dropped";
  OS << "\n";
  if (!All.CompileErrors.empty())
    OS << counted(All.CompileErrors.size(), "compile error")
       << ": findings may be missing\n";

  if (Incomplete)
    return ExitUnanswered;
  return Total == Known || ExitZero ? 0 : ExitNew;
}
