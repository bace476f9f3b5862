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

#include "ModelText.h"
#include "llvm/Support/MemoryBufferRef.h"

namespace semtidy {

/// What a model file holds.
struct ParsedModels {
  std::vector<Family> Families;
  std::vector<LikeEntry> Likes;
};

/// Parses all documents of \p Text, each one family or a list of `Like`
/// entries, and appends them to \p Models. The error holds every diagnostic, one
/// per line, in the form `file:line:column: error: ...`; \p Models is unchanged
/// then.
llvm::Error parseModels(llvm::MemoryBufferRef Text, ParsedModels &Models);

} // namespace semtidy

#endif // SEMTIDY_MODEL_MODELPARSER_H
