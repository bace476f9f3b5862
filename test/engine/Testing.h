//===--- Testing.h - What the tests of the engine share ---------*- C++ -*-===//
//
// Part of SemTidy, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
///
/// \file
/// A test is a named function that registers itself; EXPECT counts what it was
/// given and prints what does not hold. Random tests draw from Random, whose
/// numbers are the same everywhere.
///
//===----------------------------------------------------------------------===//

#ifndef SEMTIDY_TEST_ENGINE_TESTING_H
#define SEMTIDY_TEST_ENGINE_TESTING_H

#include "llvm/ADT/StringRef.h"
#include <cstdint>
#include <string>

namespace semtidy::test {

struct Test {
  Test(const char *Name, void (*Body)());
  const char *Name;
  void (*Body)();
};

/// Counts a check of the running test; prints it if it does not hold.
/// \returns \p Holds.
bool expect(bool Holds, const char *What, const char *File, int Line,
            llvm::StringRef Detail = "");

#define TEST(Function, Name)                                                   \
  static void Function();                                                      \
  static const semtidy::test::Test Register##Function(Name, Function);         \
  static void Function()

#define EXPECT(What)                                                           \
  semtidy::test::expect(bool(What), #What, __FILE__, __LINE__)
#define EXPECT_FOR(What, Detail)                                               \
  ((What) ? semtidy::test::expect(true, #What, __FILE__, __LINE__)             \
          : semtidy::test::expect(false, #What, __FILE__, __LINE__, Detail))

/// A small generator (splitmix64).
class Random {
public:
  explicit Random(uint64_t Seed) : State(Seed) {}

  uint64_t next() {
    uint64_t Z = State += 0x9E3779B97F4A7C15u;
    Z = (Z ^ (Z >> 30)) * 0xBF58476D1CE4E5B9u;
    Z = (Z ^ (Z >> 27)) * 0x94D049BB133111EBu;
    return Z ^ (Z >> 31);
  }
  /// A number from \p Low to \p High.
  int64_t between(int64_t Low, int64_t High) {
    return Low + static_cast<int64_t>(next() % uint64_t(High - Low + 1));
  }
  bool chance(unsigned Percent) { return next() % 100 < Percent; }

private:
  uint64_t State;
};

} // namespace semtidy::test

#endif // SEMTIDY_TEST_ENGINE_TESTING_H
