//===--- Model.cpp - What a semaphore API means ---------------------------===//
//
// Part of SemTidy, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "Model.h"
#include "llvm/ADT/STLExtras.h"

using namespace semtidy;

bool Comparison::holds(int64_t V) const {
  // A mask that was not given keeps negative values as they are.
  if (Mask != ~uint64_t(0))
    V = static_cast<int64_t>(static_cast<uint64_t>(V) & Mask);
  switch (Op) {
  case EQ:
    return V == Value;
  case NE:
    return V != Value;
  case LT:
    return V < Value;
  case LE:
    return V <= Value;
  case GT:
    return V > Value;
  case GE:
    return V >= Value;
  }
  return false;
}

bool Test::holds(int64_t V) const {
  return AnyOf.empty() ||
         llvm::any_of(AnyOf, [V](const Comparison &C) { return C.holds(V); });
}

llvm::StringRef semtidy::toString(ObjectKind K) {
  switch (K) {
  case ObjectKind::OwnerLock:
    return "owner-lock";
  case ObjectKind::Permit:
    return "permit";
  case ObjectKind::Flag:
    return "flag";
  case ObjectKind::Event:
    return "event";
  case ObjectKind::FromCreator:
    return "from-creator";
  }
  return "";
}

llvm::StringRef semtidy::toString(Role R) {
  static constexpr llvm::StringRef Names[] = {
      "create",    "open",  "set",       "try-set", "clear",  "close",
      "reacquire", "alias", "attribute", "escape",  "free",   "neutral"};
  return Names[static_cast<unsigned>(R)];
}

llvm::StringRef semtidy::toString(Strength S) {
  static constexpr llvm::StringRef Names[] = {"off", "note", "warning",
                                              "error"};
  return Names[static_cast<unsigned>(S)];
}

llvm::StringRef semtidy::toString(CloseOutcome O) {
  static constexpr llvm::StringRef Names[] = {"returns-error", "undefined",
                                              "aborts",        "abandons",
                                              "loses-permit",  "releases-it"};
  return Names[static_cast<unsigned>(O)];
}
