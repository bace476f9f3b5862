//===--- SemaphoreTidyModule.cpp - The clang-tidy module ------------------===//
//
// Part of SemTidy, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "CloseWhileSetCheck.h"
#include "Compat.h"
#include "DebugStateCheck.h"

namespace semtidy {

/// Registers the semaphore-* checks.
class SemaphoreTidyModule : public clang::tidy::ClangTidyModule {
public:
  void
  addCheckFactories(clang::tidy::ClangTidyCheckFactories &Factories) override {
    Factories.registerCheck<CloseWhileSetCheck>("semaphore-close-while-set");
    Factories.registerCheck<DebugStateCheck>("semaphore-debug-state");
  }
};

} // namespace semtidy

static clang::tidy::ClangTidyModuleRegistry::Add<semtidy::SemaphoreTidyModule>
    X("semaphore-module", "Checks for semaphores that are closed while set.");

// Referenced by programs that link the module statically.
volatile int SemaphoreTidyModuleAnchorSource = 0;
