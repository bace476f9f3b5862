//===--- ModelParser.h - YAML to API models ---------------------*- C++ -*-===//
//
// Part of SemTidy, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
///
/// \file
/// Reads the declarative form of an API family. The one job of this file is to
/// turn text into a valid Family or into an error that names file, line, what
/// was found and what was expected.
///
//===----------------------------------------------------------------------===//

#ifndef SEMTIDY_MODEL_MODELPARSER_H
#define SEMTIDY_MODEL_MODELPARSER_H

#include "Model.h"
#include "llvm/Support/Error.h"
#include "llvm/Support/MemoryBufferRef.h"

namespace semtidy {

/// Parses all documents of \p Text, each one family, and appends them to
/// \p Families. The error holds every diagnostic, one per line, in the form
/// `file:line:column: error: ...`; \p Families is unchanged then.
llvm::Error parseFamilies(llvm::MemoryBufferRef Text,
                          std::vector<Family> &Families);

/// Parses the text form of a test, e.g. `return == 0 | == EOWNERDEAD:130`.
llvm::Expected<Test> parseTest(llvm::StringRef Text);

/// Parses the text form of a place: `return`, `this`, `arg 0`, `*arg 1`, `7`.
llvm::Expected<Place> parsePlace(llvm::StringRef Text);

} // namespace semtidy

#endif // SEMTIDY_MODEL_MODELPARSER_H
