//===--- CodeQuality.cpp - GitLab's report ----------------------*- C++ -*-===//
//
// Part of SemTidy, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "tool/report/CodeQuality.h"

using namespace llvm;
using namespace semtidy::report;

static StringRef severityOf(Level L) {
  switch (L) {
  case Level::Note:
    return "info";
  case Level::Warning:
    return "major";
  case Level::Error:
    return "critical";
  }
  llvm_unreachable("no such level");
}

json::Value semtidy::report::toCodeQuality(const Findings &All,
                                           const SourceFiles &Sources) {
  json::Array Report;
  for (const Finding &F : All.List) {
    std::string Description = F.Message;
    for (const Step &S : F.Steps)
      if (!S.At.File.empty())
        Description += "; " + Sources.shown(S.At.File) + ":" +
                       std::to_string(S.At.Line) + ": " + S.Text;
    // GitLab requires a line.
    unsigned Line = F.At.Line != 0 ? F.At.Line : 1;
    Report.push_back(json::Object{
        {"description", Description},
        {"check_name", F.Check},
        {"fingerprint", F.Fingerprint},
        {"severity", severityOf(F.Strength)},
        {"location", json::Object{{"path", Sources.shown(F.At.File)},
                                  {"lines", json::Object{{"begin", Line}}}}}});
  }
  return Report;
}
