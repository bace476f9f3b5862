//===--- SarifReader.h - Findings from SARIF -----------------------*- C++
//-*-===//
//
// Part of SemTidy, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Reads the results of a SARIF 2.1.0 file as findings: those that
// `semtidy-report --sarif` writes, or another tool that keeps the check's name.
//
//===----------------------------------------------------------------------===//

#ifndef SEMTIDY_RUNTIME_CONFIRMTOOL_SARIFREADER_H
#define SEMTIDY_RUNTIME_CONFIRMTOOL_SARIFREADER_H

#include "tool/report/Finding.h"
#include "tool/report/SourceFiles.h"
#include "llvm/Support/Error.h"
#include "llvm/Support/JSON.h"

namespace semtidy::confirm {

/// Appends the results of \p Document, the content of \p Path, to \p List.
llvm::Error readSarif(const llvm::json::Value &Document, llvm::StringRef Path,
                      report::SourceFiles &Sources,
                      std::vector<report::Finding> &List);

} // namespace semtidy::confirm

#endif // SEMTIDY_RUNTIME_CONFIRMTOOL_SARIFREADER_H
