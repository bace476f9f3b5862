//===--- silent.cpp - A file without a mistake ------------------*- C++ -*-===//
//
// Part of SemTidy, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "our/queue.h"

void drop(queue &q) {
  pthread_mutex_lock(&q.lock);
  pthread_mutex_unlock(&q.lock);
  pthread_mutex_destroy(&q.lock);
}
