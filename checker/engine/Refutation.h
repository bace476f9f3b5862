//===--- Refutation.h - Is a path possible at all ---------------*- C++ -*-===//
//
// Part of SemTidy, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
///
/// \file
/// Asks a solver whether the literals of one path contradict each other. Only
/// candidate findings pay for it. The solver is Z3 behind LLVM's SMTSolver,
/// where LLVM was built with it; its work is bounded by a resource count, not
/// by time, so that answers do not depend on the machine.
///
/// A path's literals are a conjunction: branches were taken or not. A
/// propositional solver adds nothing to that (docs/hacking/engine.md), so only
/// the arithmetic one is used.
///
//===----------------------------------------------------------------------===//

#ifndef SEMTIDY_ENGINE_REFUTATION_H
#define SEMTIDY_ENGINE_REFUTATION_H

#include "UnitContext.h"

namespace semtidy {

/// Whether the facts of \p Path cannot all hold. False also where the solver
/// is missing or gives up.
bool isInfeasible(const PathState &Path, UnitContext &Unit);

} // namespace semtidy

#endif // SEMTIDY_ENGINE_REFUTATION_H
