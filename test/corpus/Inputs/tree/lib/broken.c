//===--- broken.c - A file that does not parse ------------------*- C++ -*-===//
//
// Part of SemTidy, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include <pthread.h>

void drop(unknown_type *q) { pthread_mutex_destroy(&q->lock); }
