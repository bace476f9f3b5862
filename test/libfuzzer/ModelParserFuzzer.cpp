//===--- ModelParserFuzzer.cpp - Arbitrary text as a model file -----------===//
//
// Part of SemTidy, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
///
/// \file
/// Whatever a model file holds, the parser ends with models or with an error,
/// and an error leaves the models that were there untouched.
///
//===----------------------------------------------------------------------===//

#include "model/ModelParser.h"
#include "llvm/Support/MemoryBuffer.h"
#include <cstdlib>

using namespace semtidy;

extern "C" int LLVMFuzzerTestOneInput(const uint8_t *Data, size_t Size) {
  llvm::StringRef Text(reinterpret_cast<const char *>(Data), Size);
  // YAML's scanner relies on the zero behind a buffer.
  std::unique_ptr<llvm::MemoryBuffer> Buffer =
      llvm::MemoryBuffer::getMemBufferCopy(Text, "fuzz.yaml");
  ParsedModels Models;
  if (llvm::Error E = parseModels(Buffer->getMemBufferRef(), Models)) {
    if (llvm::toString(std::move(E)).empty() || !Models.Families.empty() ||
        !Models.Likes.empty())
      abort();
  }
  return 0;
}
