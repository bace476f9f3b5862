/*===--- sleep.c - Waiting for a word to change -------------------*- C -*-===//
//
// Part of SemTidy, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// A futex on Linux, which works between processes and leaves nothing behind
// when a waiter is killed. Elsewhere the word is polled.
//
//===----------------------------------------------------------------------===*/

#define _GNU_SOURCE
#include "segment.h"

#include <errno.h>
#include <limits.h>
#include <time.h>
#include <unistd.h>

#if defined(__linux__)
#include <linux/futex.h>
#include <sys/syscall.h>
#endif

/* A wait never sleeps longer than this at a time: nobody says when the owner
   of a semaphore is killed, so waiters look. */
#define SLICE_MS 50

static int64_t now_ms(void) {
  struct timespec now;
  clock_gettime(CLOCK_MONOTONIC, &now);
  return (int64_t)now.tv_sec * 1000 + now.tv_nsec / 1000000;
}

int64_t os2_deadline(int32_t timeout) {
  return timeout < 0 ? INT64_MAX : now_ms() + timeout;
}

enum wait_result os2_sleep(uint32_t *word, uint32_t value, int64_t deadline) {
  struct timespec slice = {0, 0};
  int64_t left = deadline == INT64_MAX ? SLICE_MS : deadline - now_ms();
  if (left <= 0)
    return TIMED_OUT;
  if (left > SLICE_MS)
    left = SLICE_MS;
#if defined(__linux__)
  slice.tv_nsec = (long)(left * 1000000);
  if (syscall(SYS_futex, word, FUTEX_WAIT, value, &slice, NULL, 0) != 0 &&
      errno == EINTR)
    return INTERRUPTED;
#else
  if (__atomic_load_n(word, __ATOMIC_ACQUIRE) == value) {
    slice.tv_nsec = 1000000;
    if (nanosleep(&slice, NULL) != 0 && errno == EINTR)
      return INTERRUPTED;
  }
#endif
  return WOKEN;
}

void os2_wake(uint32_t *word) {
#if defined(__linux__)
  syscall(SYS_futex, word, FUTEX_WAKE, INT_MAX, NULL, NULL, 0);
#else
  (void)word;
#endif
}
