//===--- EngineTest.cpp - The engine on whole units, in process -----------===//
//
// Part of SemTidy, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "engine/Engine.h"
#include "Testing.h"
#include "clang/Basic/SourceManager.h"
#include "clang/Tooling/Tooling.h"

using namespace semtidy;
using namespace semtidy::test;

static constexpr const char *Declarations = R"(
typedef struct { int a; } pthread_mutex_t;
int pthread_mutex_lock(pthread_mutex_t *);
int pthread_mutex_trylock(pthread_mutex_t *);
int pthread_mutex_unlock(pthread_mutex_t *);
int pthread_mutex_destroy(pthread_mutex_t *);
int ask(void);
)";

static constexpr const char *Program = R"(
struct S { pthread_mutex_t lk; int held; };
static int enter(struct S *s, int c) {
  if (c)
    return pthread_mutex_lock(&s->lk);
  return -1;
}
void inHelper(struct S *s, int c) {
  enter(s, c);
  pthread_mutex_destroy(&s->lk);
}
void straight(pthread_mutex_t *m) {
  pthread_mutex_lock(m);
  pthread_mutex_destroy(m);
}
void loop(pthread_mutex_t *m, int n) {
  for (int i = 0; i < n; ++i) {
    pthread_mutex_lock(m);
    if (ask())
      break;
    pthread_mutex_unlock(m);
  }
  pthread_mutex_destroy(m);
}
void silent(struct S *s, int c) {
  s->held = 0;
  if (c) {
    pthread_mutex_lock(&s->lk);
    s->held = 1;
  }
  if (s->held)
    pthread_mutex_unlock(&s->lk);
  pthread_mutex_destroy(&s->lk);
}
)";

/// All that a finding says, as text.
static std::string analysed(const std::string &Code,
                            const EngineLimits &Limits = {},
                            EngineCounters *Counters = nullptr) {
  std::unique_ptr<clang::ASTUnit> Unit =
      clang::tooling::buildASTFromCodeWithArgs(Declarations + Code, {"-w"},
                                               "unit.c");
  if (!EXPECT(Unit && !Unit->getDiagnostics().hasErrorOccurred()))
    return "";
  Engine E(Unit->getASTContext(), *ModelRegistry::builtin(), Limits);
  std::string Text;
  llvm::raw_string_ostream OS(Text);
  const clang::SourceManager &SM = Unit->getSourceManager();
  auto Place = [&](clang::SourceLocation Loc) {
    OS << SM.getSpellingLineNumber(Loc) << ':'
       << SM.getSpellingColumnNumber(Loc);
  };
  for (const Finding &F : E.run()) {
    OS << F.Function->getName() << ' ';
    Place(F.Loc);
    OS << (F.Definite ? " is " : " may ") << F.ObjectName;
    for (const WitnessStep &S : F.Steps) {
      OS << ' ' << static_cast<int>(S.Kind) << '@';
      Place(S.Loc);
    }
    OS << '\n';
  }
  if (Counters)
    *Counters = E.counters();
  return Text;
}

static unsigned count(llvm::StringRef Text, llvm::StringRef What) {
  return Text.count(What);
}

TEST(engineFinds, "engine: findings in source order") {
  std::string Text = analysed(Program);
  EXPECT_FOR(count(Text, "\n") == 3, Text);
  EXPECT_FOR(count(Text, "inHelper") == 1 && count(Text, "straight") == 1 &&
                 count(Text, "loop") == 1 && count(Text, "silent") == 0,
             Text);
  EXPECT_FOR(Text.find("inHelper") < Text.find("straight") &&
                 Text.find("straight") < Text.find("loop"),
             Text);
  EXPECT_FOR(count(Text, " is m") == 1 && count(Text, " may ") == 2, Text);
}

TEST(engineDeterministic, "engine: the same input gives the same findings") {
  std::string First = analysed(Program);
  EXPECT(!First.empty());
  for (int I = 0; I < 5; ++I)
    EXPECT(analysed(Program) == First);
}

TEST(engineRunsTwice,
     "engine: two engines on one unit do not disturb each other") {
  std::unique_ptr<clang::ASTUnit> Unit =
      clang::tooling::buildASTFromCodeWithArgs(
          std::string(Declarations) + Program, {"-w"}, "unit.c");
  Engine A(Unit->getASTContext(), *ModelRegistry::builtin(), {});
  Engine B(Unit->getASTContext(), *ModelRegistry::builtin(), {});
  EXPECT(A.run().size() == 3);
  EXPECT(B.run().size() == 3);
}

TEST(engineLocal, "engine: a function's findings do not depend on others") {
  std::string More;
  for (int I = 0; I < 50; ++I)
    More += "\nint unrelated" + std::to_string(I) +
            "(int n) { int x = 0; while (n--) x += ask(); return x; }";
  EXPECT(analysed(std::string(Program) + More) == analysed(Program));
}

TEST(engineLimits, "engine: a limit that is reached is silent, and counted") {
  EngineCounters Free;
  analysed(Program, {}, &Free);
  EXPECT(Free.StepsLimit == 0 && Free.BlocksLimit == 0 && Free.Functions > 0);
  EngineLimits Few;
  Few.MaxSteps = 2;
  EngineCounters Counters;
  EXPECT(analysed(Program, Few, &Counters).empty());
  EXPECT(Counters.StepsLimit > 0);
  EngineLimits Little;
  Little.MaxWork = 2;
  EXPECT(analysed(Program, Little, &Counters).empty());
  EXPECT(Counters.WorkLimit > 0);
  EngineLimits Small;
  Small.MaxBlocks = 1;
  EXPECT(analysed(Program, Small, &Counters).empty());
  EXPECT(Counters.BlocksLimit > 0);
}

TEST(engineNothing, "engine: nothing modelled, nothing done") {
  EngineCounters Counters;
  EXPECT(analysed("int f(int x) { return x; }", {}, &Counters).empty());
  EXPECT(Counters.Functions == 0);
}
