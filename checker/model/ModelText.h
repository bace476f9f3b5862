//===--- ModelText.h - Places and tests as text -----------------*- C++ -*-===//
//
// Part of SemTidy, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
///
/// \file
/// The small notations inside a model file: places such as `*arg 1`, tests such
/// as `return == 0 | == EOWNERDEAD:130`, and codes with names.
///
/// Invariant: text and value are inverse; printing what was parsed and parsing
/// it again gives the same value.
///
//===----------------------------------------------------------------------===//

#ifndef SEMTIDY_MODEL_MODELTEXT_H
#define SEMTIDY_MODEL_MODELTEXT_H

#include "Model.h"
#include "llvm/Support/Error.h"

namespace semtidy {

/// A number or `NAME:number`; the name is looked up in the user's code.
struct NamedCode {
  std::string Name;
  int64_t Value = 0;
};

/// Parses a code: `16`, `0x66`, `EBUSY:16`.
llvm::Error parseCode(llvm::StringRef Text, NamedCode &Code);

/// Parses the text form of a test, e.g. `return == 0 | == EOWNERDEAD:130`.
llvm::Expected<Test> parseTest(llvm::StringRef Text);

/// Parses the text form of a place: `return`, `this`, `arg 0`, `*arg 1`, `7`.
llvm::Expected<Place> parsePlace(llvm::StringRef Text);

std::string toString(const Place &P);
std::string toString(const Test &T);

} // namespace semtidy

#endif // SEMTIDY_MODEL_MODELTEXT_H
