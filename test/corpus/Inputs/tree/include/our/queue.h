//===--- queue.h - A queue of the runner's test ---------------*- C++ -*-===//
//
// Part of SemTidy, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef OUR_QUEUE_H
#define OUR_QUEUE_H
#include <pthread.h>

struct queue {
  pthread_mutex_t lock;
  int length;
};

#endif
