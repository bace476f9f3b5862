/*===--- mux-wait.c - Waiting for one of several semaphores -------*- C -*-===//
//
// Part of SemTidy, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// DosMuxSemWait is edge-triggered: a semaphore that is cleared while a thread
// is in the call ends it, also if it is set again at once. For a system
// semaphore the edge shows in its `changes`; for a RAM semaphore, which has no
// room for a count, each waiting thread of the process keeps a list.
//
// A RAM semaphore in memory that processes share is seen by its level only,
// where another process clears it.
//
//===----------------------------------------------------------------------===*/

#include "ram-semaphore.h"
#include "segment.h"

#include <os2.h>

#include <stddef.h>

#define MAX_LIST 16

/* A thread that waits, and which of its RAM semaphores was cleared. */
struct mux_waiter {
  const MUXSEMLIST *list;
  int fired; /* index, or -1 */
  struct mux_waiter *next;
};

static pthread_mutex_t waiters_lock = PTHREAD_MUTEX_INITIALIZER;
static struct mux_waiter *waiters;
static uint32_t waiting;

static int is_ram(HSEM hsem) { return hsem && ((uintptr_t)hsem & 3) == 0; }

void os2_ram_cleared(const void *address) {
  struct mux_waiter *waiter;
  struct segment *segment;
  int found = 0;
  USHORT i;
  if (!__atomic_load_n(&waiting, __ATOMIC_SEQ_CST))
    return;
  pthread_mutex_lock(&waiters_lock);
  for (waiter = waiters; waiter; waiter = waiter->next)
    for (i = 0; waiter->fired < 0 && i < waiter->list->cmxs; ++i)
      if (waiter->list->amxs[i].hsem == address) {
        waiter->fired = i;
        found = 1;
      }
  pthread_mutex_unlock(&waiters_lock);
  if (!found)
    return;
  segment = os2_lock();
  __atomic_add_fetch(&segment->mux_changes, 1, __ATOMIC_RELEASE);
  os2_wake(&segment->mux_changes);
  os2_unlock(segment);
}

static void enter(struct mux_waiter *waiter) {
  pthread_mutex_lock(&waiters_lock);
  waiter->next = waiters;
  waiters = waiter;
  __atomic_add_fetch(&waiting, 1, __ATOMIC_SEQ_CST);
  pthread_mutex_unlock(&waiters_lock);
}

static int fired(struct mux_waiter *waiter) {
  int index;
  pthread_mutex_lock(&waiters_lock);
  index = waiter->fired;
  pthread_mutex_unlock(&waiters_lock);
  return index;
}

static void leave(struct mux_waiter *waiter) {
  struct mux_waiter **at;
  pthread_mutex_lock(&waiters_lock);
  for (at = &waiters; *at != waiter; at = &(*at)->next)
    continue;
  *at = waiter->next;
  __atomic_sub_fetch(&waiting, 1, __ATOMIC_SEQ_CST);
  pthread_mutex_unlock(&waiters_lock);
}

/* The first that is clear, or was cleared since `changes` was noted; -1 if
   none; MAX_LIST if a handle is not valid. `first`: note the changes. */
static int find_clear(struct segment *segment, const MUXSEMLIST *list,
                      uint32_t *changes, int first) {
  USHORT i;
  for (i = 0; i < list->cmxs; ++i) {
    HSEM hsem = list->amxs[i].hsem;
    struct semaphore *semaphore;
    if (is_ram(hsem)) {
      if (!ram_is_set(hsem))
        return i;
      continue;
    }
    semaphore = os2_find(segment, SYSTEM_SEMAPHORE, (uintptr_t)hsem);
    if (!semaphore)
      return MAX_LIST;
    os2_check_owner(segment, semaphore);
    if (!semaphore->set || (!first && semaphore->changes != changes[i]))
      return i;
    changes[i] = semaphore->changes;
  }
  return -1;
}

USHORT DosMuxSemWait(PUSHORT pisemCleared, PVOID pmxsl, LONG lTimeOut) {
  const MUXSEMLIST *list = pmxsl;
  int64_t deadline = os2_deadline(lTimeOut);
  uint32_t changes[MAX_LIST] = {0}, mux_changes;
  struct mux_waiter waiter = {list, -1, NULL};
  struct segment *segment;
  enum wait_result result = WOKEN;
  USHORT rc = NO_ERROR, i;
  int index, first = 1;
  if (!pisemCleared || !list || list->cmxs == 0 || list->cmxs > MAX_LIST)
    return ERROR_INVALID_EVENT_COUNT;
  for (i = 0; i < list->cmxs; ++i)
    if (list->amxs[i].zero)
      return ERROR_INVALID_LIST_FORMAT;
  enter(&waiter);
  for (;; first = 0) {
    segment = os2_lock();
    index = find_clear(segment, list, changes, first);
    mux_changes = segment->mux_changes;
    os2_unlock(segment);
    if (index < 0)
      index = fired(&waiter);
    if (index >= 0)
      break;
    if (lTimeOut == SEM_IMMEDIATE_RETURN || result == TIMED_OUT)
      rc = ERROR_SEM_TIMEOUT;
    else if (result == INTERRUPTED)
      rc = ERROR_INTERRUPT;
    if (rc)
      break;
    result = os2_sleep(&segment->mux_changes, mux_changes, deadline);
  }
  leave(&waiter);
  if (rc)
    return rc;
  if (index == MAX_LIST)
    return ERROR_INVALID_HANDLE;
  *pisemCleared = (USHORT)index;
  return NO_ERROR;
}
