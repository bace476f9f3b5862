//===--- CheckDefaults.cpp - Which checks run if nobody says ----*- C++ -*-===//
//
// Part of SemTidy, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "tool/CheckDefaults.h"

using llvm::StringRef;

bool semtidy::mentionsOurChecks(StringRef Checks) {
  while (!Checks.empty()) {
    // clang-tidy separates entries by commas and by line ends.
    size_t End = Checks.find_first_of(",\n");
    StringRef Entry = Checks.substr(0, End).trim();
    Entry.consume_front("-");
    if (Entry.substr(0, 10) == "semaphore-")
      return true;
    Checks = End == StringRef::npos ? StringRef() : Checks.substr(End + 1);
  }
  return false;
}

std::string semtidy::withOurChecks(StringRef Checks) {
  if (mentionsOurChecks(Checks))
    return Checks.str();
  std::string Result = Checks.str();
  if (!Checks.trim().empty())
    Result += ',';
  return Result + OurChecks;
}
