//===--- FixesReader.h - From clang-tidy's export to findings ---*- C++ -*-===//
//
// Part of SemTidy, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Reads the files that `clang-tidy --export-fixes` writes. They hold every
// finding with its notes, whether or not there is a fix.
//
//===----------------------------------------------------------------------===//

#ifndef SEMTIDY_TOOL_REPORT_FIXESREADER_H
#define SEMTIDY_TOOL_REPORT_FIXESREADER_H

#include "tool/report/Finding.h"
#include "tool/report/SourceFiles.h"
#include "llvm/ADT/ArrayRef.h"
#include "llvm/ADT/STLFunctionalExtras.h"
#include "llvm/ADT/StringRef.h"
#include "llvm/Support/Error.h"

namespace semtidy::report {

/// The files that \p Inputs stand for: a directory is its `*.yaml` files in the
/// order of their names. An input that does not exist is an error, unless
/// \p AllowMissing: clang-tidy writes no file if it has nothing to say.
llvm::Expected<std::vector<std::string>>
listInputs(llvm::ArrayRef<std::string> Inputs, bool AllowMissing);

/// Reads \p Inputs, merges and sorts what they hold, and gives each finding its
/// fingerprint. \p Progress is called after each file with how many are done.
llvm::Expected<Findings>
readFindings(llvm::ArrayRef<std::string> Inputs, SourceFiles &Sources,
             llvm::function_ref<void(size_t)> Progress);

} // namespace semtidy::report

#endif // SEMTIDY_TOOL_REPORT_FIXESREADER_H
