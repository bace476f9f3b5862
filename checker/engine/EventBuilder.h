//===--- EventBuilder.h - From the AST to events ----------------*- C++ -*-===//
//
// Part of SemTidy, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
///
/// \file
/// Reads the CFG of a function once and writes its events. The one place of the
/// engine that knows the AST.
///
//===----------------------------------------------------------------------===//

#ifndef SEMTIDY_ENGINE_EVENTBUILDER_H
#define SEMTIDY_ENGINE_EVENTBUILDER_H

#include "Event.h"
#include "ThrowScopes.h"

namespace semtidy {

/// Limits of event building.
struct EventLimits {
  unsigned MaxBlocks = 200000;
};

/// Builds the events of \p F's definition. Returns null where there is nothing
/// to analyse: no body, code with errors, a template pattern, or a function
/// beyond the limits, which is counted. \p NextUid is advanced.
std::unique_ptr<FunctionEvents> buildEvents(const clang::FunctionDecl *F,
                                            clang::ASTContext &Ctx,
                                            UnitModels &Models,
                                            TermContext &Terms,
                                            ThrownTypes &Thrown,
                                            EventUid &NextUid,
                                            const EventLimits &Limits,
                                            unsigned &BlocksLimitReached);

} // namespace semtidy

#endif // SEMTIDY_ENGINE_EVENTBUILDER_H
