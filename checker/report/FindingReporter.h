//===--- FindingReporter.h - Findings in words -----------*- C++ -*-===//
//
// Part of SemTidy, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
///
/// \file
/// Turns a finding into a message and notes, through a sink that takes them in
/// order. The words follow clang's conventions: no capital, no full stop; and
/// no square brackets, which tools take for the check's name.
///
//===----------------------------------------------------------------------===//

#ifndef SEMTIDY_REPORT_FINDINGREPORTER_H
#define SEMTIDY_REPORT_FINDINGREPORTER_H

#include "../engine/Finding.h"

namespace semtidy {

/// Receives the warning first, then its notes in execution order.
using MessageSink = llvm::function_ref<void(
    clang::SourceLocation Loc, const std::string &Text, bool IsNote)>;

void reportFinding(const Finding &F, MessageSink Sink);

} // namespace semtidy

#endif // SEMTIDY_REPORT_FINDINGREPORTER_H
