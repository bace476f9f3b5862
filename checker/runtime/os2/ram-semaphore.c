/*===--- ram-semaphore.c - A semaphore in one word ----------------*- C -*-===//
//
// Part of SemTidy, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// The word is 0: clear; 1: set; 2: set, and somebody may wait. After a wait a
// request sets it to 2, since others may wait still (Drepper, "Futexes Are
// Tricky", 2011, mutex 2).
//
//===----------------------------------------------------------------------===*/

#include "ram-semaphore.h"

#include "segment.h"

#include <os2.h>

static uint32_t load(const uint32_t *word) {
  return __atomic_load_n(word, __ATOMIC_ACQUIRE);
}

static int change(uint32_t *word, uint32_t from, uint32_t to) {
  return __atomic_compare_exchange_n(word, &from, to, 0, __ATOMIC_ACQ_REL,
                                     __ATOMIC_ACQUIRE);
}

int ram_is_set(const uint32_t *word) { return load(word) != 0; }

uint16_t ram_set(uint32_t *word) {
  (void)change(word, 0, 1);
  return NO_ERROR;
}

uint16_t ram_clear(uint32_t *word) {
  if (__atomic_exchange_n(word, 0, __ATOMIC_ACQ_REL) == 2)
    os2_wake(word);
  os2_ram_cleared(word);
  return NO_ERROR;
}

/* Sleeps while the word is set. */
static uint16_t sleep_while_set(uint32_t *word, int64_t deadline) {
  uint32_t value = load(word);
  if (value == 1 && !change(word, 1, 2))
    return NO_ERROR; /* it changed; the caller looks again */
  if (value == 0)
    return NO_ERROR;
  switch (os2_sleep(word, 2, deadline)) {
  case TIMED_OUT:
    return load(word) ? ERROR_SEM_TIMEOUT : NO_ERROR;
  case INTERRUPTED:
    return ERROR_INTERRUPT;
  case WOKEN:
    break;
  }
  return NO_ERROR;
}

uint16_t ram_request(uint32_t *word, int32_t timeout) {
  int64_t deadline = os2_deadline(timeout);
  uint32_t to = 1;
  while (!change(word, 0, to)) {
    uint16_t rc =
        timeout == 0 ? ERROR_SEM_TIMEOUT : sleep_while_set(word, deadline);
    if (rc)
      return rc;
    to = 2;
  }
  return NO_ERROR;
}

uint16_t ram_wait(uint32_t *word, int32_t timeout) {
  int64_t deadline = os2_deadline(timeout);
  while (load(word)) {
    uint16_t rc =
        timeout == 0 ? ERROR_SEM_TIMEOUT : sleep_while_set(word, deadline);
    if (rc)
      return rc;
  }
  return NO_ERROR;
}
