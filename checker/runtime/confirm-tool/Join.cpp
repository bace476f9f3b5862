//===--- Join.cpp - Findings and records ---------------------------*- C++ -*-===//
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

static bool isAtASet(const Finding &F, const Record &R) {
  return R.Set && any_of(F.Steps, [&](const Step &S) {
           return StringRef(S.Text).starts_with("set here") &&
                  isAt(S.At, *R.Set);
         });
}

static bool isOf(const Finding &F, const Record &R) {
  return hasCloseLine(R) ? isAt(F.At, R.Close) : isAtASet(F, R);
}

Joined semtidy::confirm::join(std::vector<Finding> Findings,
                              const RunLogs &Logs) {
  Joined Result;
  std::set<const Record *> Used;
  for (Finding &F : Findings) {
    Judged J;
    std::set<unsigned> Runs;
    for (const Record &R : Logs.Records)
      if (isOf(F, R)) {
        J.Records.push_back(&R);
        Used.insert(&R);
        Runs.insert(R.Run);
      }
    for (const Site &S : Logs.Sites)
      if (isAt(F.At, S.Close)) {
        J.Closes += S.Closes;
        J.Set += S.Set;
        Runs.insert(S.Run);
      }
    J.Runs = static_cast<unsigned>(Runs.size());
    // A log on standard error has reports, but no counts.
    J.Set = std::max(J.Set, static_cast<int64_t>(J.Records.size()));
    J.Closes = std::max(J.Closes, J.Set);
    if (J.Set > 0)
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
