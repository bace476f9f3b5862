//===--- found.c - A file that needs flags ----------------------*- C++ -*-===//
//
// Part of SemTidy, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "our/queue.h"           // in a folder that the runner has to find
#include "generated-elsewhere.h" // nowhere
#include <stdlib.h>

void drop(struct queue *q) {
  pthread_mutex_lock(&q->lock);
#ifdef HAVE_PTHREAD_H
  q->length = QUEUE_LIMIT; // what a configure script would define
#endif
  pthread_mutex_destroy(&q->lock);
  free(q);
}
