//===--- Output.h - What the join found, written -------------------*- C++
//-*-===//
//
// Part of SemTidy, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef SEMTIDY_RUNTIME_CONFIRMTOOL_OUTPUT_H
#define SEMTIDY_RUNTIME_CONFIRMTOOL_OUTPUT_H

#include "runtime/confirm-tool/Join.h"
#include "tool/report/SourceFiles.h"
#include "llvm/Support/raw_ostream.h"

namespace semtidy::confirm {

/// For people: each finding with its verdict, and for a confirmed one the
/// check's story and the run's side by side.
void writeText(const Joined &J, const RunLogs &Logs,
               const report::SourceFiles &Sources, llvm::raw_ostream &OS);

/// For programs. docs/runtime.md has the keys.
llvm::json::Value toJson(const Joined &J, const RunLogs &Logs,
                         const report::SourceFiles &Sources);

/// SARIF 2.1.0: the findings as results, with the verdict in their properties
/// and the records that confirm them as related locations.
llvm::json::Value toSarif(const Joined &J, const RunLogs &Logs,
                          const report::SourceFiles &Sources);

} // namespace semtidy::confirm

#endif // SEMTIDY_RUNTIME_CONFIRMTOOL_OUTPUT_H
