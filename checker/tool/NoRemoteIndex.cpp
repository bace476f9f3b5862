//===--- NoRemoteIndex.cpp - clangd without gRPC ----------------*- C++ -*-===//
//
// Part of SemTidy, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// clangd asks for a client of a remote index by one function. This is that
// function where gRPC, which the real one needs, is not there to link with.
//
//===----------------------------------------------------------------------===//

#include "llvm/ADT/StringRef.h"
#include "llvm/Support/raw_ostream.h"
#include <memory>

namespace clang::clangd {

/// clangd's own class, of which only the destructor matters here.
class SymbolIndex {
public:
  virtual ~SymbolIndex() = default;
};

namespace remote {

std::unique_ptr<SymbolIndex> getClient(llvm::StringRef Address,
                                       llvm::StringRef) {
  llvm::errs() << "semtidy-clangd: no remote index " << Address
               << ": this build is without gRPC\n";
  return nullptr;
}

} // namespace remote
} // namespace clang::clangd
