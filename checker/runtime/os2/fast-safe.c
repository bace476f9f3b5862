/*===--- fast-safe.c - RAM semaphores that know their owner -------*- C -*-===//
//
// Part of SemTidy, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// A RAM semaphore in a structure that also holds its owner and how often that
// one has requested it. There is no call that closes it. The numbers of threads
// are those of os2_this_thread; a process number keeps its low 16 bits.
//
//===----------------------------------------------------------------------===*/

#include "ram-semaphore.h"
#include "segment.h"

#include <os2.h>

static PID this_pid(void) {
  os2_unlock(os2_lock()); /* which learns it */
  return (PID)os2_this_process().pid;
}

static int is_mine(const DOSFSRSEM *semaphore, PID pid, TID tid) {
  return __atomic_load_n(&semaphore->tid, __ATOMIC_RELAXED) == tid &&
         __atomic_load_n(&semaphore->pid, __ATOMIC_RELAXED) == pid;
}

static void own(DOSFSRSEM *semaphore, PID pid, TID tid) {
  __atomic_store_n(&semaphore->pid, pid, __ATOMIC_RELAXED);
  __atomic_store_n(&semaphore->tid, tid, __ATOMIC_RELAXED);
}

USHORT DosFSRamSemRequest(PDOSFSRSEM pdosfsrs, LONG lTimeOut) {
  PID pid = this_pid();
  TID tid = (TID)os2_this_thread();
  USHORT rc;
  if (!pdosfsrs || (pdosfsrs->cb != 14 && pdosfsrs->cb != sizeof *pdosfsrs))
    return ERROR_INVALID_PARAMETER;
  if (is_mine(pdosfsrs, pid, tid)) {
    if (pdosfsrs->cUsage == 65535)
      return ERROR_TOO_MANY_SEM_REQUESTS;
    ++pdosfsrs->cUsage;
    return NO_ERROR;
  }
  rc = ram_request(&pdosfsrs->sem, lTimeOut);
  if (rc)
    return rc;
  own(pdosfsrs, pid, tid);
  pdosfsrs->cUsage = 1;
  pdosfsrs->client = 0;
  return NO_ERROR;
}

USHORT DosFSRamSemClear(PDOSFSRSEM pdosfsrs) {
  if (!pdosfsrs)
    return ERROR_INVALID_PARAMETER;
  if (!is_mine(pdosfsrs, this_pid(), (TID)os2_this_thread()))
    return ERROR_EXCL_SEM_ALREADY_OWNED;
  if (--pdosfsrs->cUsage > 0)
    return NO_ERROR;
  own(pdosfsrs, 0, 0);
  return ram_clear(&pdosfsrs->sem);
}
