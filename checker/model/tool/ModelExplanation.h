//===--- ModelExplanation.h - Models in words -------------------*- C++ -*-===//
//
// Part of SemTidy, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
///
/// \file
/// Prints families and functions for people.
///
//===----------------------------------------------------------------------===//

#ifndef SEMTIDY_MODEL_TOOL_MODELEXPLANATION_H
#define SEMTIDY_MODEL_TOOL_MODELEXPLANATION_H

#include "model/ModelRegistry.h"
#include "llvm/Support/raw_ostream.h"

namespace semtidy {

/// One line for each family: name, kind, strength, title.
void listFamilies(const ModelRegistry &Registry, llvm::raw_ostream &OS);

/// Explains the family \p Name, and all functions of that name, qualified or
/// not. \returns false if there is neither.
bool explain(const ModelRegistry &Registry, llvm::StringRef Name,
             llvm::raw_ostream &OS);

} // namespace semtidy

#endif // SEMTIDY_MODEL_TOOL_MODELEXPLANATION_H
