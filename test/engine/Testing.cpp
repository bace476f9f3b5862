//===--- Testing.cpp - Runs the tests of the engine -----------------------===//
//
// Part of SemTidy, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "Testing.h"
#include "llvm/Support/raw_ostream.h"
#include <vector>

using namespace semtidy::test;

static std::vector<Test> &tests() {
  static std::vector<Test> All;
  return All;
}
static const char *Running = "";
static unsigned Checks = 0, Failures = 0;

Test::Test(const char *Name, void (*Body)()) : Name(Name), Body(Body) {
  tests().push_back(*this);
}

bool semtidy::test::expect(bool Holds, const char *What, const char *File,
                           int Line, llvm::StringRef Detail) {
  ++Checks;
  if (Holds)
    return true;
  // One law can fail very often.
  if (++Failures <= 20)
    llvm::outs() << File << ':' << Line << ": " << Running << ": " << What
                 << (Detail.empty() ? "" : "\n") << Detail << '\n';
  return false;
}

static void failsOnPurpose() { EXPECT(2 + 2 == 5); }

int main(int Count, char **Arguments) {
  std::vector<Test> Chosen;
  llvm::StringRef Only = Count > 1 ? Arguments[1] : "";
  if (Only == "--self-test-fails") {
    tests().clear();
    Chosen.push_back(Test("two and two", failsOnPurpose));
  } else {
    for (const Test &T : tests())
      if (llvm::StringRef(T.Name).contains(Only))
        Chosen.push_back(T);
  }
  for (const Test &T : Chosen) {
    Running = T.Name;
    unsigned Before = Failures;
    T.Body();
    llvm::outs() << (Failures == Before ? "holds: " : "FAILS: ") << T.Name
                 << '\n';
  }
  llvm::outs() << Chosen.size() << " tests, " << Checks << " checks, "
               << Failures << " failed\n";
  // A run of nothing is no success.
  return Failures || !Checks ? 1 : 0;
}
