/*===--- truth.h - Runs a generated program on all inputs -----------------===//
//
// Part of SemTidy, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

What the generated programs call, as a lock that remembers exactly whether it is
set. Everything that a program cannot know is a choice: its parameters, what
ask() returns, whether a try call succeeds. explore() runs the program once for
each sequence of choices. A close tells whether it ran while its lock was set
(bit 0), while it was clear (bit 1), or after an earlier close of the same lock
or of one that unknown code may clear (bit 2: nothing is demanded then).

A program may do what is undefined, such as locking its own mutex twice. A run
ends there. With LENIENT it goes on instead, as if the mutex were recursive, the
closed lock open, and the call with a null pointer not there: the check may assume
either, so an alarm is false only if both say so.
*/

#include <setjmp.h>
#include <stdio.h>
#include <string.h>

enum { MaxLines = 65536, MaxTicks = 400 };
#ifndef BUDGET
#define BUDGET 10 /* choices of a run */
#define RUNS 20000
#endif

static unsigned char Reached[MaxLines];
static int ScopeReached, Undefined, Cut, Ticks;
static int Script[64], Width[64], Used, Length;
static jmp_buf Stop;

static int choose(int Count) {
  if (Used == BUDGET) {
    Cut = 1; /* the first of the answers, so still a run that can happen */
    return 0;
  }
  if (Used == Length) {
    Script[Length] = 0;
    Width[Length++] = Count;
  }
  return Script[Used++];
}

static int nextScript(void) {
  while (Length && Script[Length - 1] + 1 == Width[Length - 1])
    --Length;
  if (!Length)
    return 0;
  ++Script[Length - 1];
  return 1;
}

/* The numbers that conditions tell apart; zero first, it ends loops. */
static int someNumber(void) {
  static const int Numbers[] = {0, 1, 2, 3, -1};
  return Numbers[choose(5)];
}
#define TICK                                                                   \
  do                                                                           \
    if (++Ticks > MaxTicks)                                                    \
      longjmp(Stop, 1);                                                        \
  while (0)

typedef struct {
  int Depth, Closed, Shared;
} Lock;

#ifdef RECURSIVE
enum { Recursive = 1 };
#else
enum { Recursive = 0 };
#endif

struct S {
  Lock lk;
  Lock *h;
  int f;
};

/* What unknown code can do: it may keep the object that it is given. */
static struct S *Known;
static void work(void) {
  if (Known && choose(2))
    Known->f = !Known->f;
}
static _Bool ask(void) {
  work();
  return choose(2);
}
static int askNumber(void) {
  work();
  return someNumber();
}
static void handOver(struct S *O) {
  Known = O;
  O->lk.Depth = 0;
  O->lk.Shared = 1;
  work();
}
static void show(const struct S *O) { work(); }

static void undefined(void) {
  Undefined = 1;
#ifndef LENIENT
  longjmp(Stop, 1);
#endif
}
/* Only the lenient come back if it is not. */
static int usable(Lock *L) {
  if (!L || L->Closed == 1)
    undefined();
  return L != 0;
}
static void set(Lock *L) {
  if (!usable(L))
    return;
#ifdef FLAG
  L->Depth = 1;
#else
  if (L->Depth && !Recursive)
    undefined();
  ++L->Depth;
#endif
}
static int trySet(Lock *L) {
  if (!usable(L))
    return 0;
#ifdef FLAG
  /* It fails, unless an exclusive one was created, which counts. */
  if (L->Depth) {
    Undefined = 1;
#ifndef LENIENT
    return 0;
#endif
  }
#else
  /* It fails, unless the program made it a recursive one. */
  if (L->Depth && !Recursive)
    undefined();
#endif
  if (choose(2))
    return 0;
  set(L);
  return 1;
}
static void clear(Lock *L) {
  if (!usable(L))
    return;
  if (L->Depth)
    --L->Depth;
}
static unsigned char verdict(Lock *L) {
#ifndef LENIENT
  if (L->Closed)
    return 4;
#endif
  if (L->Shared && L->Depth)
    return 4;
  return L->Depth ? 1 : 2;
}
static void closeAt(Lock *L, int Line) {
  if (!usable(L))
    return;
  Reached[Line] |= verdict(L);
  L->Closed = L->Depth ? 2 : 1;
}
static void leaveScope(Lock *L) { ScopeReached |= verdict(L); }

#if defined(PTHREAD)
typedef Lock pthread_mutex_t;
#define pthread_mutex_init(L, A) ((L)->Depth = (L)->Closed = 0)
#define pthread_mutex_lock(L) (set(L), 0)
#define pthread_mutex_trylock(L) (trySet(L) ? 0 : 16)
#define pthread_mutex_unlock(L) (clear(L), 0)
#define pthread_mutex_destroy(L) (closeAt(L, __LINE__), 0)
#define TESTED(Call) (choose(2) ? 22 : (Call))
#elif defined(OS2)
typedef Lock *HSEM;
#define SEM_IMMEDIATE_RETURN 0
#define DosSemSet(L) (set(L), 0)
#define DosSemRequest(L, T) (trySet(L) ? 0 : 121)
#define DosSemClear(L) (clear(L), 0)
#define DosCloseSem(L) (closeAt(L, __LINE__), 0)
#define TESTED(Call) (choose(2) ? 101 : (Call))
#elif defined(CS)
typedef Lock CRITICAL_SECTION;
typedef Lock *LPCRITICAL_SECTION;
#define InitializeCriticalSection(L) ((L)->Depth = (L)->Closed = 0)
#define EnterCriticalSection(L) set(L)
#define TryEnterCriticalSection(L) trySet(L)
#define LeaveCriticalSection(L) clear(L)
#define DeleteCriticalSection(L) closeAt(L, __LINE__)
#endif
#define LOCAL __attribute__((cleanup(leaveScope)))
#define free(O) closeAt(&(O)->lk, __LINE__)

/* Runs Body for all choices, and prints what its closes were seen to do. */
static void explore(int Index, int First, int Last, void (*Body)(void)) {
  int Line, Runs = 0;
  Undefined = Cut = ScopeReached = Length = 0;
  do {
    Used = Ticks = 0;
    Known = 0;
    if (!setjmp(Stop))
      Body();
  } while (++Runs < RUNS && nextScript());
  printf("%d %d %d %d %d", Index, Runs, Undefined, Cut + 2 * !!Length, ScopeReached);
  for (Line = First; Line <= Last; ++Line)
    if (Reached[Line])
      printf(" %d:%d", Line - First, Reached[Line]);
  printf("\n");
}
