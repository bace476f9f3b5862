//===--- Join.cpp - Findings and records ---------------------------*- C++
//-*-===//
//
// Part of SemTidy, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "runtime/confirm-tool/Join.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/SmallString.h"
#include "llvm/Support/Path.h"
#include <set>

using namespace llvm;
using namespace semtidy::confirm;
using semtidy::report::Finding;
using semtidy::report::Place;
using semtidy::report::Step;

StringRef semtidy::confirm::toString(Verdict V) {
  switch (V) {
  case Verdict::Confirmed:
    return "confirmed";
  case Verdict::ReachedClear:
    return "reached-clear";
  case Verdict::NeverReached:
    return "never-reached";
  }
  llvm_unreachable("no such verdict");
}

size_t Joined::count(Verdict V) const {
  return count_if(Findings, [V](const Judged &J) { return J.TheVerdict == V; });
}

bool semtidy::confirm::isSameFile(StringRef File, StringRef InRun) {
  SmallString<256> Plain(InRun);
  sys::path::remove_dots(Plain, /*remove_dot_dot=*/true);
  StringRef End = Plain;
  // A path out of the build directory, or the end of one that was too long for
  // a record: compare what both have.
  while (End.consume_front("../"))
    ;
  if (End.empty() || !File.ends_with(End))
    return false;
  size_t Rest = File.size() - End.size();
  return Rest == 0 || End.front() == '/' || File[Rest - 1] == '/' ||
         InRun.size() >= 240;
}

static bool isAt(const Place &At, const RunPlace &InRun) {
  return At.Line != 0 && At.Line == InRun.Line &&
         isSameFile(At.File, InRun.File);
}

/// The end of a scope, and a delete, have no line at run time: the record shows
/// the object's creation or its set as the place of the close.
static bool hasCloseLine(const Record &R) {
  if (R.By == "scope")
    return false;
  return !(R.By == "free" && R.Api != "free" && R.Api != "realloc");
}

static bool isASet(const Step &S) {
  return StringRef(S.Text).starts_with("set here");
}

static bool isAtASet(const Finding &F, const Record &R) {
  return R.Set && any_of(F.Steps, [&](const Step &S) {
           return isASet(S) && isAt(S.At, *R.Set);
         });
}

/// Whether the finding is reported where a function is called that closes here.
static bool isInCallee(const Finding &F, const RunPlace &Close) {
  return !F.Steps.empty() && isAt(F.Steps.back().At, Close);
}

static bool isOf(const Finding &F, const Record &R) {
  if (!hasCloseLine(R))
    return isAtASet(F, R);
  if (isAt(F.At, R.Close))
    return true;
  // What was born set, or set out of sight of the header, has no line of a set.
  bool IsSetKnown = R.Set && any_of(F.Steps, isASet);
  return isInCallee(F, R.Close) && (!IsSetKnown || isAtASet(F, R));
}

Joined semtidy::confirm::join(std::vector<Finding> Findings,
                              const RunLogs &Logs) {
  Joined Result;
  std::set<const Record *> Used;
  for (Finding &F : Findings) {
    Judged J;
    std::set<unsigned> Runs;
    bool IsSetHere = false;
    for (const Record &R : Logs.Records)
      if (isOf(F, R)) {
        J.Records.push_back(&R);
        Used.insert(&R);
        Runs.insert(R.Run);
      }
    for (const Site &S : Logs.Sites)
      if (isAt(F.At, S.Close) || isInCallee(F, S.Close)) {
        J.Closes += S.Closes;
        J.Set += S.Set;
        IsSetHere |= S.Set > 0 && isAt(F.At, S.Close);
        Runs.insert(S.Run);
      }
    J.Runs = static_cast<unsigned>(Runs.size());
    // A log on standard error has reports, but no counts.
    J.Closes = std::max(J.Closes, static_cast<int64_t>(J.Records.size()));
    // A count alone confirms where the report was suppressed, or was one too
    // many; not in a callee, where another finding may be meant.
    if (!J.Records.empty() || IsSetHere)
      J.TheVerdict = Verdict::Confirmed;
    else if (J.Closes > 0)
      J.TheVerdict = Verdict::ReachedClear;
    J.Finding = std::move(F);
    Result.Findings.push_back(std::move(J));
  }
  for (const Record &R : Logs.Records)
    if (!Used.count(&R))
      Result.Unreported.push_back(&R);
  return Result;
}
