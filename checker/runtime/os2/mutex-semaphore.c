/*===--- mutex-semaphore.c - Mutex semaphores of OS/2 2.x ---------*- C -*-===//
//
// Part of SemTidy, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// The Dos...MutexSem calls. After its owner has died a mutex stays as it is,
// and each request fails with ERROR_SEM_OWNER_DIED: it can only be closed.
//
//===----------------------------------------------------------------------===*/

#include "segment.h"

#include <os2.h>

#include <string.h>
#include <strings.h>

/* \SEM32\ and at least one character more. */
static int is_name(PCSZ name) {
  size_t size = strlen(name);
  return size > 7 && size < MAX_NAME && strncasecmp(name, "\\SEM32\\", 7) == 0;
}

static void take(struct semaphore *mutex) {
  mutex->set = 1;
  mutex->owner = os2_this_process();
  mutex->owner_thread = os2_this_thread();
  mutex->requests = 1;
}

APIRET DosCreateMutexSem(PCSZ pszName, PHMTX phmtx, ULONG flAttr,
                         BOOL32 fState) {
  struct segment *segment;
  struct semaphore *mutex = NULL;
  APIRET rc = NO_ERROR;
  if (!phmtx || (flAttr & ~(ULONG)DC_SEM_SHARED))
    return ERROR_INVALID_PARAMETER;
  if (pszName && !is_name(pszName))
    return ERROR_INVALID_NAME;
  segment = os2_lock();
  os2_bury(segment);
  if (pszName && os2_named(segment, MUTEX_SEMAPHORE, pszName))
    rc = ERROR_DUPLICATE_NAME;
  else if (!(mutex = os2_new(segment, MUTEX_SEMAPHORE, pszName ? pszName : "")))
    rc = ERROR_TOO_MANY_HANDLES;
  if (mutex) {
    if (fState)
      take(mutex);
    *phmtx = os2_handle(segment, mutex);
  }
  os2_unlock(segment);
  return rc;
}

/* Without a name, *phmtx is the handle of an unnamed shared one. */
APIRET DosOpenMutexSem(PCSZ pszName, PHMTX phmtx) {
  struct segment *segment;
  struct semaphore *mutex;
  APIRET rc = NO_ERROR;
  if (!phmtx)
    return ERROR_INVALID_PARAMETER;
  if (pszName && !is_name(pszName))
    return ERROR_INVALID_NAME;
  segment = os2_lock();
  os2_bury(segment);
  mutex = pszName ? os2_named(segment, MUTEX_SEMAPHORE, pszName)
                  : os2_find(segment, MUTEX_SEMAPHORE, *phmtx);
  if (!mutex)
    rc = pszName ? ERROR_SEM_NOT_FOUND : ERROR_INVALID_HANDLE;
  else if (!os2_open(mutex))
    rc = ERROR_TOO_MANY_OPENS;
  else
    *phmtx = os2_handle(segment, mutex);
  os2_unlock(segment);
  return rc;
}

APIRET DosRequestMutexSem(HMTX hmtx, ULONG ulTimeout) {
  int32_t timeout = ulTimeout > INT32_MAX ? -1 : (int32_t)ulTimeout;
  int64_t deadline = os2_deadline(timeout);
  struct segment *segment = os2_lock();
  APIRET rc = NO_ERROR;
  for (;;) {
    struct semaphore *mutex = os2_find(segment, MUTEX_SEMAPHORE, hmtx);
    enum wait_result result;
    uint32_t changes;
    if (!mutex) {
      rc = ERROR_INVALID_HANDLE;
      break;
    }
    os2_check_owner(segment, mutex);
    if (mutex->owner_died) {
      rc = ERROR_SEM_OWNER_DIED;
      break;
    }
    if (!mutex->set) {
      take(mutex);
      break;
    }
    if (os2_owns(mutex)) {
      if (mutex->requests == 65535)
        rc = ERROR_TOO_MANY_SEM_REQUESTS;
      else
        ++mutex->requests;
      break;
    }
    if (timeout == 0) {
      rc = ERROR_TIMEOUT;
      break;
    }
    changes = mutex->changes;
    ++mutex->waiters;
    os2_unlock(segment);
    result = os2_sleep(&mutex->changes, changes, deadline);
    os2_lock();
    if (mutex->waiters)
      --mutex->waiters;
    if (result == TIMED_OUT && mutex->changes == changes) {
      rc = ERROR_TIMEOUT;
      break;
    }
    if (result == INTERRUPTED) {
      rc = ERROR_INTERRUPT;
      break;
    }
  }
  os2_unlock(segment);
  return rc;
}

APIRET DosReleaseMutexSem(HMTX hmtx) {
  struct segment *segment = os2_lock();
  struct semaphore *mutex = os2_find(segment, MUTEX_SEMAPHORE, hmtx);
  APIRET rc = NO_ERROR;
  if (!mutex) {
    rc = ERROR_INVALID_HANDLE;
  } else if (!mutex->set || !os2_owns(mutex)) {
    rc = ERROR_NOT_OWNER;
  } else if (--mutex->requests == 0) {
    mutex->set = 0;
    os2_cleared(segment, mutex);
  }
  os2_unlock(segment);
  return rc;
}

APIRET DosQueryMutexSem(HMTX hmtx, PPID ppid, PTID ptid, PULONG pulCount) {
  struct segment *segment = os2_lock();
  struct semaphore *mutex = os2_find(segment, MUTEX_SEMAPHORE, hmtx);
  APIRET rc = NO_ERROR;
  if (!ppid || !ptid || !pulCount) {
    rc = ERROR_INVALID_PARAMETER;
  } else if (!mutex) {
    rc = ERROR_INVALID_HANDLE;
  } else {
    os2_check_owner(segment, mutex);
    *ppid = (PID)mutex->owner.pid;
    *ptid = (TID)mutex->owner_thread;
    *pulCount = mutex->requests;
    if (mutex->owner_died)
      rc = ERROR_SEM_OWNER_DIED;
  }
  os2_unlock(segment);
  return rc;
}

/* "Also returned if a thread tries to close a mutex semaphore that it still
   owns", whichever close it is; else only the final close looks. */
APIRET DosCloseMutexSem(HMTX hmtx) {
  struct segment *segment = os2_lock();
  struct semaphore *mutex = os2_find(segment, MUTEX_SEMAPHORE, hmtx);
  APIRET rc = NO_ERROR;
  if (!mutex) {
    rc = ERROR_INVALID_HANDLE;
  } else {
    os2_check_owner(segment, mutex);
    if (mutex->set && os2_owns(mutex))
      rc = ERROR_SEM_BUSY;
    else if (os2_opens(mutex) == 1 && (mutex->set || mutex->waiters))
      rc = ERROR_SEM_BUSY;
    else
      os2_close(segment, mutex);
  }
  os2_unlock(segment);
  return rc;
}
