//===--- TextOutput.cpp - The join, for people ---------------------*- C++
//-*-===//
//
// Part of SemTidy, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "runtime/confirm-tool/Output.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/SmallVector.h"
#include "llvm/ADT/StringExtras.h"
#include "llvm/Support/Path.h"

using namespace llvm;
using namespace semtidy::confirm;
using semtidy::report::Finding;
using semtidy::report::SourceFiles;
using semtidy::report::Step;

namespace {
/// A line of one of the two stories.
struct Line {
  std::string File;
  unsigned Number;
  std::string Text;
};
} // namespace

static std::string shown(StringRef File, unsigned Number) {
  return (sys::path::filename(File) + ":" + Twine(Number) + ": ").str();
}

static std::vector<Line> storyOfTheCheck(const Finding &F) {
  std::vector<Line> Story;
  for (const Step &S : F.Steps)
    Story.push_back(
        {S.At.File, S.At.Line, shown(S.At.File, S.At.Line) + S.Text});
  return Story;
}

static std::string inFunction(const RunPlace &P) {
  return P.Function.empty() ? "" : " in '" + P.Function + "'";
}

static std::vector<Line> storyOfTheRun(const Record &R) {
  std::vector<Line> Story;
  auto Add = [&](const RunPlace &P, const std::string &Text) {
    Story.push_back({P.File, P.Line, shown(P.File, P.Line) + Text});
  };
  if (R.Created && R.Created->Line)
    Add(*R.Created, "created" + inFunction(*R.Created));
  if (R.Set && R.Set->Line) {
    std::string Text =
        "set by thread " + std::to_string(R.Set->Thread) + inFunction(*R.Set);
    if (R.PermitsTaken > 0)
      Text += ", permits taken: " + std::to_string(R.PermitsTaken);
    else if (R.Readers > 1)
      Text += ", readers: " + std::to_string(R.Readers);
    else if (R.Depth > 1)
      Text += ", depth " + std::to_string(R.Depth);
    Add(*R.Set, Text);
  } else if (!R.SeenSet) {
    Add(R.Close, "set by code that was built without confirm.h");
  }
  std::string Text = R.By == "close"    ? "closed"
                     : R.By == "free"   ? "freed"
                     : R.By == "reinit" ? "initialised again"
                                        : "went out of scope";
  Text += " by thread " + std::to_string(R.Close.Thread) + inFunction(R.Close);
  if (R.Returned)
    Text += ", " + R.Api + " returned " + std::to_string(*R.Returned);
  Add(R.Close, Text);
  return Story;
}

/// Both stories in two columns; what is at the same line stands side by side.
static void writeStories(const Finding &F, const Record &R, const RunLogs &Logs,
                         raw_ostream &OS) {
  std::vector<Line> Left = storyOfTheCheck(F), Right = storyOfTheRun(R);
  SmallVector<std::pair<std::string, std::string>, 8> Rows;
  size_t Next = 0;
  for (const Line &L : Left) {
    auto Same =
        std::find_if(Right.begin() + Next, Right.end(), [&](const Line &Other) {
          return Other.Number == L.Number && isSameFile(L.File, Other.File);
        });
    if (Same == Right.end()) {
      Rows.push_back({L.Text, ""});
      continue;
    }
    for (; Right.begin() + Next != Same; ++Next)
      Rows.push_back({"", Right[Next].Text});
    Rows.push_back({L.Text, Same->Text});
    ++Next;
  }
  for (; Next < Right.size(); ++Next)
    Rows.push_back({"", Right[Next].Text});

  constexpr size_t MostWidth = 60;
  size_t Width = 0;
  for (const auto &Row : Rows)
    Width = std::max(Width, std::min(Row.first.size(), MostWidth));
  const Run &In = Logs.Runs[R.Run];
  auto Write = [&](StringRef A, StringRef B) {
    OS << "    ";
    if (B.empty()) {
      OS << A << "\n";
      return;
    }
    if (A.size() > Width) {
      OS << A << "\n    ";
      A = "";
    }
    OS << left_justify(A, static_cast<unsigned>(Width)) << " | " << B << "\n";
  };
  Write("the check says", "process " + std::to_string(In.Pid) +
                              (In.Program.empty() ? "" : " of " + In.Program) +
                              " did");
  for (const auto &Row : Rows)
    Write(Row.first, Row.second);
}

static std::string times(int64_t N) {
  return N == 1 ? "once" : std::to_string(N) + " times";
}

static std::string counted(size_t N, StringRef What) {
  return std::to_string(N) + " " + What.str() + (N == 1 ? "" : "s");
}

void semtidy::confirm::writeText(const Joined &J, const RunLogs &Logs,
                                 const SourceFiles &Sources, raw_ostream &OS) {
  for (const Judged &One : J.Findings) {
    const Finding &F = One.Finding;
    switch (One.TheVerdict) {
    case Verdict::Confirmed:
      OS << "confirmed: ";
      break;
    case Verdict::ReachedClear:
      OS << "reached but clear: ";
      break;
    case Verdict::NeverReached:
      OS << "never reached: ";
      break;
    }
    OS << Sources.shown(F.At.File) << ":" << F.At.Line << ":" << F.At.Column
       << ": " << F.Message << "\n";
    if (One.TheVerdict == Verdict::NeverReached)
      continue;
    OS << "    closed here " << times(One.Closes) << " in "
       << counted(One.Runs, "run");
    if (One.Set > 0)
      OS << ", set " << times(One.Set);
    OS << "\n";
    // Records of the same places tell nothing new.
    if (!One.Records.empty())
      writeStories(F, *One.Records.front(), Logs, OS);
  }
  for (const Record *R : J.Unreported) {
    OS << "not reported by the check: " << R->Close.File << ":" << R->Close.Line
       << ": semaphore '" << R->Object << "' was closed while it was set\n";
    for (const Line &L : storyOfTheRun(*R))
      OS << "    " << L.Text << "\n";
  }
  OS << counted(J.Findings.size(), "finding") << ", "
     << counted(Logs.Runs.size(), "run") << ": " << J.count(Verdict::Confirmed)
     << " confirmed, " << J.count(Verdict::ReachedClear)
     << " reached but clear, " << J.count(Verdict::NeverReached)
     << " never reached";
  if (!J.Unreported.empty())
    OS << "; " << counted(J.Unreported.size(), "close")
       << " while set without a finding";
  OS << "\n";
}
