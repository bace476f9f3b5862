/*===--- semaphore.c - System and RAM semaphores of OS/2 1.x ------*- C -*-===//
//
// Part of SemTidy, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// The Dos...Sem calls. Each takes a system semaphore's handle or the address of
// a RAM semaphore. What is not plain from IBM's and Microsoft's pages, and was
// decided here, has a comment; docs/runtime.md has the table.
//
//===----------------------------------------------------------------------===*/

#include "ram-semaphore.h"
#include "segment.h"

#include <os2.h>

#include <string.h>
#include <strings.h>

static uint32_t *ram(HSEM hsem) {
  uintptr_t at = (uintptr_t)hsem;
  return at && (at & 3) == 0 ? hsem : NULL;
}

/* \SEM\ and at least one character more. */
static int is_name(PCSZ name) {
  size_t size = name ? strlen(name) : 0;
  return size > 5 && size < MAX_NAME && strncasecmp(name, "\\SEM\\", 5) == 0;
}

/* Only threads of the process that created it may change an exclusive one. */
static int is_refused(const struct semaphore *semaphore) {
  struct process here = os2_this_process();
  return semaphore->exclusive && (semaphore->creator.pid != here.pid ||
                                  semaphore->creator.start != here.start);
}

USHORT DosCreateSem(USHORT fNoExclusive, PHSYSSEM phssm, PCSZ pszSemName) {
  struct segment *segment;
  struct semaphore *semaphore = NULL;
  USHORT rc = NO_ERROR;
  if (fNoExclusive > 1 || !phssm)
    return ERROR_INVALID_PARAMETER;
  if (!is_name(pszSemName))
    return ERROR_INVALID_NAME;
  segment = os2_lock();
  os2_bury(segment);
  if (os2_named(segment, SYSTEM_SEMAPHORE, pszSemName))
    rc = ERROR_ALREADY_EXISTS;
  else if (!(semaphore = os2_new(segment, SYSTEM_SEMAPHORE, pszSemName)))
    rc = ERROR_TOO_MANY_SEMAPHORES;
  if (semaphore) {
    semaphore->exclusive = fNoExclusive == CSEM_PRIVATE;
    *phssm = (HSYSSEM)(uintptr_t)os2_handle(segment, semaphore);
  }
  os2_unlock(segment);
  return rc;
}

USHORT DosOpenSem(PHSEM phsem, PCSZ pszSemName) {
  struct segment *segment;
  struct semaphore *semaphore;
  USHORT rc = NO_ERROR;
  if (!phsem)
    return ERROR_INVALID_PARAMETER;
  if (!is_name(pszSemName))
    return ERROR_INVALID_NAME;
  segment = os2_lock();
  os2_bury(segment);
  semaphore = os2_named(segment, SYSTEM_SEMAPHORE, pszSemName);
  if (!semaphore)
    rc = ERROR_SEM_NOT_FOUND;
  else if (!os2_open(semaphore))
    rc = ERROR_SEM_USER_LIMIT;
  else
    *phsem = (HSEM)(uintptr_t)os2_handle(segment, semaphore);
  os2_unlock(segment);
  return rc;
}

/* The pages list 102 without saying whose close it is for: here it is for every
   close of a set semaphore, not only for the last one. */
USHORT DosCloseSem(HSEM hsem) {
  struct segment *segment = os2_lock();
  struct semaphore *semaphore =
      os2_find(segment, SYSTEM_SEMAPHORE, (uintptr_t)hsem);
  USHORT rc = NO_ERROR;
  if (!semaphore) {
    rc = ERROR_INVALID_HANDLE;
  } else {
    os2_check_owner(segment, semaphore);
    if (semaphore->set)
      rc = ERROR_SEM_IS_SET;
    else
      os2_close(segment, semaphore);
  }
  os2_unlock(segment);
  return rc;
}

/* Sets without owning: "ownership is established by a successful DosSemRequest
   call". */
static USHORT set(struct semaphore *semaphore) {
  if (is_refused(semaphore) || (semaphore->exclusive && semaphore->set &&
                                semaphore->owner.pid && !os2_owns(semaphore)))
    return ERROR_EXCL_SEM_ALREADY_OWNED;
  semaphore->set = 1;
  return NO_ERROR;
}

USHORT DosSemSet(HSEM hsem) {
  struct segment *segment;
  struct semaphore *semaphore;
  USHORT rc;
  if (ram(hsem))
    return ram_set(ram(hsem));
  segment = os2_lock();
  semaphore = os2_find(segment, SYSTEM_SEMAPHORE, (uintptr_t)hsem);
  rc = semaphore ? set(semaphore) : ERROR_INVALID_HANDLE;
  os2_unlock(segment);
  return rc;
}

USHORT DosSemClear(HSEM hsem) {
  struct segment *segment;
  struct semaphore *semaphore;
  USHORT rc = NO_ERROR;
  if (ram(hsem))
    return ram_clear(ram(hsem));
  segment = os2_lock();
  semaphore = os2_find(segment, SYSTEM_SEMAPHORE, (uintptr_t)hsem);
  if (!semaphore) {
    rc = ERROR_INVALID_HANDLE;
  } else if (is_refused(semaphore)) {
    rc = ERROR_EXCL_SEM_ALREADY_OWNED;
  } else if (semaphore->exclusive && semaphore->requests > 1) {
    --semaphore->requests;
  } else {
    semaphore->set = 0;
    semaphore->owner_died = 0;
    os2_cleared(segment, semaphore);
  }
  os2_unlock(segment);
  return rc;
}

/* Takes a clear semaphore, or counts one more request of its owner. 0 if
   somebody else has it. */
static int take(struct semaphore *semaphore, USHORT *rc) {
  if (!semaphore->set) {
    semaphore->set = 1;
    semaphore->owner = os2_this_process();
    semaphore->owner_thread = os2_this_thread();
    semaphore->requests = 1;
    *rc = semaphore->owner_died ? ERROR_SEM_OWNER_DIED : NO_ERROR;
    return 1;
  }
  if (!os2_owns(semaphore))
    return 0;
  /* Only an exclusive one counts; "set by another thread" is what blocks. */
  *rc = NO_ERROR;
  if (semaphore->exclusive && semaphore->requests == 65535)
    *rc = ERROR_TOO_MANY_SEM_REQUESTS;
  else if (semaphore->exclusive)
    ++semaphore->requests;
  return 1;
}

static int is_clear(struct semaphore *semaphore, USHORT *rc) {
  *rc = NO_ERROR;
  return !semaphore->set;
}

/* Waits until `done` holds. Level-triggered: looks again after each wake. With
   the lock, which it gives up while it sleeps, and at the end. */
static USHORT wait_until(int (*done)(struct semaphore *, USHORT *),
                         struct segment *segment, uintptr_t hsem,
                         LONG timeout) {
  int64_t deadline = os2_deadline(timeout);
  USHORT rc = NO_ERROR;
  for (;;) {
    struct semaphore *semaphore = os2_find(segment, SYSTEM_SEMAPHORE, hsem);
    enum wait_result result;
    uint32_t changes;
    if (!semaphore) {
      rc = ERROR_INVALID_HANDLE; /* it was closed meanwhile */
      break;
    }
    os2_check_owner(segment, semaphore);
    if (done(semaphore, &rc))
      break;
    if (timeout == SEM_IMMEDIATE_RETURN) {
      rc = ERROR_SEM_TIMEOUT;
      break;
    }
    changes = semaphore->changes;
    ++semaphore->waiters;
    os2_unlock(segment);
    result = os2_sleep(&semaphore->changes, changes, deadline);
    os2_lock();
    if (semaphore->waiters)
      --semaphore->waiters;
    if (result == TIMED_OUT && semaphore->changes == changes) {
      rc = ERROR_SEM_TIMEOUT;
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

USHORT DosSemRequest(HSEM hsem, LONG lTimeOut) {
  struct segment *segment;
  struct semaphore *semaphore;
  if (ram(hsem))
    return ram_request(ram(hsem), lTimeOut);
  segment = os2_lock();
  semaphore = os2_find(segment, SYSTEM_SEMAPHORE, (uintptr_t)hsem);
  if (semaphore && is_refused(semaphore)) {
    os2_unlock(segment);
    return ERROR_EXCL_SEM_ALREADY_OWNED;
  }
  return wait_until(take, segment, (uintptr_t)hsem, lTimeOut);
}

USHORT DosSemWait(HSEM hsem, LONG lTimeOut) {
  if (ram(hsem))
    return ram_wait(ram(hsem), lTimeOut);
  return wait_until(is_clear, os2_lock(), (uintptr_t)hsem, lTimeOut);
}

/* A timeout leaves it set. */
USHORT DosSemSetWait(HSEM hsem, LONG lTimeOut) {
  struct segment *segment;
  struct semaphore *semaphore;
  USHORT rc;
  if (ram(hsem)) {
    ram_set(ram(hsem));
    return ram_wait(ram(hsem), lTimeOut);
  }
  segment = os2_lock();
  semaphore = os2_find(segment, SYSTEM_SEMAPHORE, (uintptr_t)hsem);
  rc = semaphore ? set(semaphore) : ERROR_INVALID_HANDLE;
  if (rc) {
    os2_unlock(segment);
    return rc;
  }
  return wait_until(is_clear, segment, (uintptr_t)hsem, lTimeOut);
}
