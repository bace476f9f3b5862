//===--- ModelPaths.h - Where model files are -------------------*- C++ -*-===//
//
// Part of SemTidy, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
///
/// \file
/// Turns the value of the option `Models` into paths. A relative path is
/// relative to the `.clang-tidy` that names it. clang-tidy does not tell a check
/// which file that was, so it is looked for again.
///
//===----------------------------------------------------------------------===//

#ifndef SEMTIDY_MODEL_MODELPATHS_H
#define SEMTIDY_MODEL_MODELPATHS_H

#include "llvm/ADT/StringRef.h"
#include <string>
#include <vector>

namespace semtidy {

/// The name of the option, as `.clang-tidy` spells it.
inline constexpr llvm::StringLiteral ModelsOption =
    "semaphore-close-while-set.Models";

/// The directory of the nearest `.clang-tidy`, upwards from \p MainFile, whose
/// CheckOptions give \ref ModelsOption the value \p Value; empty if there is
/// none (the value comes from the command line).
std::string directoryOfConfig(llvm::StringRef MainFile, llvm::StringRef Value);

/// The paths in \p Value, which are separated by semicolons. Relative ones are
/// resolved against directoryOfConfig(), or else against the directory in which
/// the program was started.
std::vector<std::string> modelPaths(llvm::StringRef MainFile,
                                    llvm::StringRef Value);

} // namespace semtidy

#endif // SEMTIDY_MODEL_MODELPATHS_H
