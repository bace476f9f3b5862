/*===--- declared.h - What the check sees of a generated program's world --===//
//
// Part of SemTidy, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

The declarations that stand for what truth.h implements.
*/

#include <stdlib.h>

#if defined(PTHREAD)
#include <pthread.h>
typedef pthread_mutex_t Object;
#elif defined(CS)
#include "win32.h"
typedef CRITICAL_SECTION Object;
#elif defined(OS2)
#include "os2.h"
typedef int Object;
typedef HSEM Handle;
#elif defined(OS2MUTEX)
#include "os2.h"
typedef int Object;
typedef HMTX Handle;
#elif defined(SEM)
#include <semaphore.h>
typedef sem_t Object;
#elif defined(STD)
#include <memory>
#include <mutex>
#ifdef RECURSIVE
typedef std::recursive_mutex Object;
#else
typedef std::mutex Object;
#endif
#endif
#ifdef HANDLES
typedef Handle Element;
#else
typedef Object *Handle;
typedef Object Element;
#endif
#ifdef WIDER
#define ELEMENTS Element w[4];
#else
#define ELEMENTS
#endif

#define STRUCT(Name)                                                           \
  struct Name {                                                                \
    Object lk;                                                                 \
    Handle h;                                                                  \
    int f;                                                                     \
    ELEMENTS                                                                   \
  }
STRUCT(S);
extern const struct timespec soon;

#ifdef __cplusplus
#define _Bool bool
#endif
_Bool ask(void);
int askNumber(void);
void work(void);
#if defined(WIDER) || defined(STD)
void handOver(void *O);
void show(const void *O);
#else
void handOver(struct S *O);
void show(const struct S *O);
#endif

#define TICK
#define TESTED(Call) Call
#define LOCAL
#define AT(Close) Close
#define NAMED(Number)
