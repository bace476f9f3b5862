//===--- Sarif.h - SARIF 2.1.0 ----------------------------------*- C++ -*-===//
//
// Part of SemTidy, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Writes findings as SARIF 2.1.0, the OASIS format that code scanning services
// read. Not by clang's SarifDocumentWriter: that one wants a SourceManager,
// writes absolute file URIs, where services want ones relative to the
// repository, and has neither fingerprints nor help texts nor baseline states.
//
//===----------------------------------------------------------------------===//

#ifndef SEMTIDY_TOOL_REPORT_SARIF_H
#define SEMTIDY_TOOL_REPORT_SARIF_H

#include "tool/report/Finding.h"
#include "tool/report/SourceFiles.h"
#include "llvm/Support/JSON.h"

namespace semtidy::report {

/// The document. \p HasBaseline adds whether a finding is new.
llvm::json::Value toSarif(const Findings &All, const SourceFiles &Sources,
                          bool HasBaseline);

} // namespace semtidy::report

#endif // SEMTIDY_TOOL_REPORT_SARIF_H
