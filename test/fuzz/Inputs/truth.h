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
or of one that unknown code may clear (bit 2: nothing is demanded then). Bit 3: it
was set, and no loop had set it more than three times.

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
static unsigned char ScopeOf[4]; /* guards.py: what a unique_ptr has, l1, l2, l */
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
  int Depth, Closed, Shared, Initial;
  int FirstTick, IsDeep;
} Lock;
#ifdef STD
#include "truth-guards.h"
#endif

#ifdef RECURSIVE
enum { Recursive = 1 };
#else
enum { Recursive = 0 };
#endif

#ifdef HANDLES
typedef Lock *Element;
#else
typedef Lock Element;
#endif
#ifndef STD
typedef Lock Object;
#endif
#ifdef STD
#define ELEMENTS POOLED
#elif defined(WIDER)
#define ELEMENTS Element w[4];
#else
#define ELEMENTS
#endif

#define STRUCT(Name)                                                           \
  struct Name {                                                                \
    Object lk;                                                                 \
    Object *h;                                                                 \
    int f;                                                                     \
    ELEMENTS                                                                   \
  }
STRUCT(S);

/* What unknown code can do: it may keep the object that it is given. */
static struct S *Known;
static void work(void) {
  if (Known && choose(2))
    Known->f = !Known->f;
}
#ifdef __cplusplus
#define _Bool bool
#endif
static _Bool ask(void) {
  work();
  return choose(2);
}
static int askNumber(void) {
  work();
  return someNumber();
}
static void share(Lock *L) {
  L->Depth = 0;
  L->Shared = 1;
}
static void handOver(void *Given) {
  struct S *O = (struct S *)Given;
  Known = O;
  share((Lock *)&O->lk);
#if defined(WIDER) && !defined(HANDLES)
  for (int I = 0; I < 4; ++I)
    share(&O->w[I]);
#endif
  work();
}
static void show(const void *O) { work(); }

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
#ifdef PERMITS
#define HAS_NO_MORE(L) ((L)->Initial && (L)->Depth >= (L)->Initial)
#else
#define HAS_NO_MORE(L) ((L)->Depth)
#endif
static void set(Lock *L) {
  if (!usable(L))
    return;
#ifdef FLAG
  L->Depth = 1;
#else
#ifdef PERMITS
  /* It waits for a thread that is not there. */
  if (HAS_NO_MORE(L))
    undefined();
#else
  if (L->Depth && !Recursive)
    undefined();
#endif
  ++L->Depth;
#endif
  if (L->Depth == 1) {
    L->FirstTick = Ticks;
    L->IsDeep = 0;
  } else if (L->Depth > 3 && L->FirstTick != Ticks) {
    L->IsDeep = 1;
  }
}
static int trySet(Lock *L) {
  if (!usable(L))
    return 0;
#if defined(FLAG) || defined(PERMITS)
  /* It fails, unless an exclusive one was created, which counts, or another
     thread has given a permit. */
  if (HAS_NO_MORE(L)) {
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
#ifdef PERMITS
  --L->Depth;
#else
  if (L->Depth)
    --L->Depth;
#endif
}
static int isSet(const Lock *L) {
#ifdef PERMITS
  /* One that starts with 0 is for signals, and holds nothing. */
  return L->Initial > 0 && L->Depth > 0;
#else
  return L->Depth != 0;
#endif
}
static unsigned char verdict(Lock *L) {
#ifndef LENIENT
  if (L->Closed)
    return 4;
#endif
  if (L->Shared && isSet(L))
    return 4;
  return isSet(L) ? 1 + 8 * !L->IsDeep : 2;
}
static void closeAt(Lock *L, int Line) {
  if (!usable(L))
    return;
  Reached[Line] |= verdict(L);
  L->Closed = isSet(L) ? 2 : 1;
}
#if defined(WIDER) && !defined(HANDLES)
/* The end of a structure is the end of each lock in it that was not closed. */
static void freeAt(void *Given, int Line) {
  struct S *O = Given;
  unsigned char Seen = 0;
  for (int I = -1; I < 4; ++I) {
    Lock *L = I < 0 ? &O->lk : &O->w[I];
    if (L->Closed != 1)
      Seen |= verdict(L);
    L->Closed = 1;
  }
  if (Seen)
    Reached[Line] |= Seen & 1 ? Seen & 9 : Seen & 4 ? 4 : 2;
}
#endif
#ifdef STD
static void endOf(Lock *L, int Number) {
  if (L->Closed)
    undefined();
  (ClosingLine ? Reached[ClosingLine] : ScopeOf[Number]) |= verdict(L);
  L->Closed = 1;
}
#endif
static void leaveScope(Lock *L) { ScopeReached |= verdict(L); }

/* Success means that another process has cleared it. */
static int setAndWait(Lock *L) {
  set(L);
  if (choose(2))
    return 121;
  if (L)
    L->Depth = 0;
  return 0;
}
/* What another process has set may become clear in time, or not. */
static int waitUntilClear(Lock *L) {
  if (!usable(L))
    return 0;
  if (!L->Depth)
    return choose(2) ? 121 : 0;
  Undefined = 1;
#ifdef LENIENT
  if (choose(2)) {
    L->Depth = 0;
    return 0;
  }
#endif
  return 121;
}
static void initialise(Lock *L, int Initial) {
  if (!L) {
    undefined();
    return;
  }
  L->Depth = L->Closed = L->Shared = 0;
  L->Initial = Initial;
}

#if defined(PTHREAD)
typedef Lock pthread_mutex_t;
#define pthread_mutex_init(L, A) (initialise(L, 0), 0)
#define pthread_mutex_lock(L) (set(L), 0)
#define pthread_mutex_trylock(L) (trySet(L) ? 0 : 16)
#define pthread_mutex_timedlock(L, T) (trySet(L) ? 0 : 110)
#define pthread_mutex_unlock(L) (clear(L), 0)
#define pthread_mutex_destroy(L) (closeAt(L, __LINE__), 0)
#define TESTED(Call) (choose(2) ? 22 : (Call))
#elif defined(OS2)
typedef Lock *HSEM;
#define SEM_IMMEDIATE_RETURN 0
#define DosSemSet(L) (set(L), 0)
#define DosSemRequest(L, T) (trySet(L) ? 0 : 121)
#define DosSemSetWait(L, T) setAndWait(L)
#define DosSemWait(L, T) waitUntilClear(L)
#define DosSemClear(L) (clear(L), 0)
#define DosCloseSem(L) (closeAt(L, __LINE__), 0)
#define TESTED(Call) (choose(2) ? 101 : (Call))
#elif defined(CS)
typedef Lock CRITICAL_SECTION;
typedef Lock *LPCRITICAL_SECTION;
#define InitializeCriticalSection(L) initialise(L, 0)
#define EnterCriticalSection(L) set(L)
#define TryEnterCriticalSection(L) trySet(L)
#define LeaveCriticalSection(L) clear(L)
#define DeleteCriticalSection(L) closeAt(L, __LINE__)
#elif defined(SEM)
typedef Lock sem_t;
#define sem_init(L, S, N) (initialise(L, N), 0)
#define sem_wait(L) (set(L), 0)
#define sem_trywait(L) (trySet(L) ? 0 : -1)
#define sem_timedwait(L, T) (trySet(L) ? 0 : -1)
#define sem_post(L) (clear(L), 0)
#define sem_destroy(L) (closeAt(L, __LINE__), 0)
#define TESTED(Call) (choose(2) ? -1 : (Call))
#elif defined(OS2MUTEX)
typedef Lock *HMTX;
#define SEM_IMMEDIATE_RETURN 0
#define SEM_INDEFINITE_WAIT (-1)
#define DosRequestMutexSem(L, T) ((T) < 0 ? set(L), 0 : trySet(L) ? 0 : 640)
#define DosReleaseMutexSem(L) (clear(L), 0)
#define DosCloseMutexSem(L) (closeAt(L, __LINE__), 0)
#define TESTED(Call) (choose(2) ? 95 : (Call))
#endif
#ifdef STD
#define LOCAL
#else
#define LOCAL __attribute__((cleanup(leaveScope)))
#endif
#ifdef WIDER
#define free(O) freeAt(O, __LINE__)
#else
#define free(O) closeAt(&(O)->lk, __LINE__)
#endif

/* Runs Body for all choices, and prints what its closes were seen to do. */
static void explore(int Index, int First, int Last, void (*Body)(void)) {
  int Line, Runs = 0;
  Undefined = Cut = ScopeReached = Length = 0;
  memset(ScopeOf, 0, sizeof(ScopeOf));
  do {
    Used = Ticks = 0;
    Known = 0;
#ifdef STD
    Pool.Used = 0;
    ClosingLine = 0;
#endif
    if (!setjmp(Stop))
      Body();
  } while (++Runs < RUNS && nextScript());
  printf("%d %d %d %d %d", Index, Runs, Undefined, Cut + 2 * !!Length, ScopeReached);
  for (Line = First; Line <= Last; ++Line)
    if (Reached[Line])
      printf(" %d:%d", Line - First, Reached[Line]);
  for (Line = 0; Line < 4; ++Line)
    if (ScopeOf[Line])
      printf(" scope%d:%d", Line, ScopeOf[Line]);
  printf("\n");
}
