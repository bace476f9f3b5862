//===--- DebugOutput.h - Looking into the engine ----------------*- C++ -*-===//
//
// Part of SemTidy, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
///
/// \file
/// Debugging output, switched on by the environment, since Debian's LLVM has no
/// -debug-only: SEMTIDY_DEBUG is a comma-separated list of stages (events,
/// values, objects, witness, limits, all); SEMTIDY_DEBUG_FUNCTION restricts it
/// to functions of that name; SEMTIDY_DOT names a directory for DOT files.
/// Meant for people who work on the engine; output goes to stderr.
///
//===----------------------------------------------------------------------===//

#ifndef SEMTIDY_ENGINE_DEBUGOUTPUT_H
#define SEMTIDY_ENGINE_DEBUGOUTPUT_H

#include "PropertySimulation.h"

namespace semtidy {

/// Whether debugging output of \p Stage is wanted for \p F.
bool debugEnabled(llvm::StringRef Stage, const clang::FunctionDecl *F);

void printEvents(const FunctionEvents &Events, const TermContext &Terms,
                 llvm::raw_ostream &OS);
void printFixpoint(const FunctionEvents &Events,
                   const PropertySimulation::Fixpoint &F,
                   llvm::raw_ostream &OS);

/// Writes the states of a fixpoint as `DIRECTORY/FUNCTION.NUMBER.dot`, if
/// SEMTIDY_DOT is set.
void writeDot(const FunctionEvents &Events,
              const PropertySimulation::Fixpoint &F, unsigned Number);

} // namespace semtidy

#endif // SEMTIDY_ENGINE_DEBUGOUTPUT_H
