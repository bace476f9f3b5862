//===--- RuleHelp.cpp - The documentation of our checks ---------*- C++ -*-===//
//
// Part of SemTidy, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "tool/report/RuleHelp.h"

using namespace semtidy::report;

static const char CloseWhileSetPage[] =
#include "CloseWhileSetPage.inc"
    ;

const RuleHelp *semtidy::report::findRuleHelp(llvm::StringRef Check) {
  static const RuleHelp CloseWhileSet{
      "semaphore-close-while-set",
      "A semaphore or lock is closed, destroyed or deleted while it is still "
      "set.",
      CloseWhileSetPage, SEMTIDY_DOCS_URL};
  return Check == CloseWhileSet.Check ? &CloseWhileSet : nullptr;
}
