//===--- Baseline.h - Findings that are known -------------------*- C++ -*-===//
//
// Part of SemTidy, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// A baseline is a JSON file that lives in the user's repository. It lists the
// findings that were there when the check was introduced, so that only new ones
// break a build. It has no line numbers, and one finding is one line of the
// file, so it changes only where findings do.
//
//===----------------------------------------------------------------------===//

#ifndef SEMTIDY_TOOL_REPORT_BASELINE_H
#define SEMTIDY_TOOL_REPORT_BASELINE_H

#include "tool/report/Finding.h"
#include "tool/report/SourceFiles.h"
#include "llvm/ADT/StringRef.h"
#include "llvm/Support/Error.h"
#include "llvm/Support/raw_ostream.h"

namespace semtidy::report {

/// Marks the findings that the baseline in \p File lists. The result is what it
/// lists beyond: one line of text for each finding that is gone.
llvm::Expected<std::vector<std::string>> applyBaseline(llvm::StringRef File,
                                                       Findings &All);

void writeBaseline(const Findings &All, const SourceFiles &Sources,
                   llvm::raw_ostream &OS);

} // namespace semtidy::report

#endif // SEMTIDY_TOOL_REPORT_BASELINE_H
