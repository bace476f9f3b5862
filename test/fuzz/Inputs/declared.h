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
#endif
#ifndef OS2
typedef Object *Handle;
#endif

struct S {
  Object lk;
  Handle h;
  int f;
};

_Bool ask(void);
int askNumber(void);
void work(void);
void handOver(struct S *O);
void show(const struct S *O);

#define TICK
#define TESTED(Call) Call
#define LOCAL
