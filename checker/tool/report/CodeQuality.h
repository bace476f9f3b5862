//===--- CodeQuality.h - GitLab's report ------------------------*- C++ -*-===//
//
// Part of SemTidy, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Writes findings as GitLab's Code Quality report, which merge requests show.
// It has no place for notes, so the steps are added to the description.
//
//===----------------------------------------------------------------------===//

#ifndef SEMTIDY_TOOL_REPORT_CODEQUALITY_H
#define SEMTIDY_TOOL_REPORT_CODEQUALITY_H

#include "tool/report/Finding.h"
#include "tool/report/SourceFiles.h"
#include "llvm/Support/JSON.h"

namespace semtidy::report {

llvm::json::Value toCodeQuality(const Findings &All,
                                const SourceFiles &Sources);

} // namespace semtidy::report

#endif // SEMTIDY_TOOL_REPORT_CODEQUALITY_H
