/*===--- segment.h - What the processes share ---------------------*- C -*-===//
//
// Part of SemTidy, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// System semaphores belong to all processes of a user, so they live in a POSIX
// shared memory segment. Everything in it is guarded by one robust mutex.
// Waiting is done outside of it, on the `changes` of a semaphore: a counter
// that moves with each clear, and that survives the death of a waiter, which a
// condition variable does not.
//
//===----------------------------------------------------------------------===*/

#ifndef SEMTIDY_RUNTIME_OS2_SEGMENT_H
#define SEMTIDY_RUNTIME_OS2_SEGMENT_H

#include <pthread.h>
#include <stdint.h>

#define MAX_SEMAPHORES 256
#define MAX_OPENERS 64
#define MAX_NAME 260

/* A process, safe against reuse of its number. */
struct process {
  uint32_t pid;
  uint32_t start; /* when it started, where the system tells */
};

/* A process that has a semaphore open, and how often. */
struct opener {
  struct process process;
  uint32_t count;
};

enum semaphore_type { SYSTEM_SEMAPHORE, MUTEX_SEMAPHORE };

struct semaphore {
  uint32_t generation; /* moves when the slot is used again */
  uint32_t in_use;
  uint32_t type;
  uint32_t exclusive;
  uint32_t set;
  uint32_t owner_died; /* the last owner ended without a clear */
  struct process creator;
  struct process owner; /* pid 0: set, but owned by nobody */
  uint32_t owner_thread;
  uint32_t requests; /* of the owner, not yet cleared */
  uint32_t waiters;
  uint32_t changes; /* what waiters wait on */
  char name[MAX_NAME];
  struct opener openers[MAX_OPENERS];
};

struct segment {
  uint32_t ready;
  pthread_mutex_t lock;
  uint32_t mux_changes; /* moves with each clear of anything */
  struct semaphore semaphores[MAX_SEMAPHORES];
};

/* The segment, locked. */
struct segment *os2_lock(void);
void os2_unlock(struct segment *segment);

struct process os2_this_process(void);
/* The number of this thread in its process, from 1, as OS/2 counts. */
uint32_t os2_this_thread(void);
/* The same, for ownership: threads of all processes are told apart. */
int os2_owns(const struct semaphore *semaphore);

/* Closes what ended processes have left open. With the lock. */
void os2_bury(struct segment *segment);
/* Clears a semaphore whose owner has ended. With the lock. */
void os2_check_owner(struct segment *segment, struct semaphore *semaphore);
/* Says that it is clear now, and wakes who waits. With the lock. */
void os2_cleared(struct segment *segment, struct semaphore *semaphore);

/* A new slot; NULL if all are in use. With the lock. */
struct semaphore *os2_new(struct segment *segment, enum semaphore_type type,
                          const char *name);
struct semaphore *os2_named(struct segment *segment, enum semaphore_type type,
                            const char *name);
/* This process opens it once more. 0 if there is no room. */
int os2_open(struct semaphore *semaphore);
/* This process has closed it once; the last one deletes it. */
void os2_close(struct segment *segment, struct semaphore *semaphore);
/* How many processes have it open, and how often, in all. */
uint32_t os2_opens(const struct semaphore *semaphore);

/* Handles are the same in all processes. Their lowest bits are 10, which the
   address of a RAM semaphore never has. */
uint32_t os2_handle(const struct segment *segment,
                    const struct semaphore *semaphore);
/* What a handle means; NULL if nothing, or not open in this process. */
struct semaphore *os2_find(struct segment *segment, enum semaphore_type type,
                           uintptr_t handle);

/* A point in time after which a wait is over; from a timeout in milliseconds,
   where -1 is never. */
int64_t os2_deadline(int32_t timeout);

enum wait_result { WOKEN, TIMED_OUT, INTERRUPTED };

/* Sleeps while the word has this value, at most until the deadline. Returns
   WOKEN also for no reason. */
enum wait_result os2_sleep(uint32_t *word, uint32_t value, int64_t deadline);
void os2_wake(uint32_t *word);

/* Says to DosMuxSemWait that the RAM semaphore at this address was cleared. */
void os2_ram_cleared(const void *address);

#endif /* SEMTIDY_RUNTIME_OS2_SEGMENT_H */
