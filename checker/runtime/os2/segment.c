/*===--- segment.c - What the processes share ---------------------*- C -*-===//
//
// Part of SemTidy, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// The segment is made by the first process that needs it and stays until the
// system restarts. What a process that was killed has left in it is found by
// the next call that looks (os2_bury).
//
//===----------------------------------------------------------------------===*/

#define _GNU_SOURCE
#include "segment.h"

#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>
#include <sys/file.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

#define READY 0x6f733201u /* changes with the layout */

static struct segment *the_segment;
static struct process the_process;
static pthread_once_t once = PTHREAD_ONCE_INIT;
static uint32_t threads;
static __thread uint32_t this_thread;

static void give_up(const char *what) {
  fprintf(stderr, "semtidy-os2: %s: %s\n", what, strerror(errno));
  abort();
}

/* When a process started, in clock ticks after boot. 0 where that is unknown,
   and for one that has ended and whose parent has not asked yet. */
static uint32_t start_of(uint32_t pid) {
  char path[40], text[512];
  uint32_t start = 0;
  ssize_t size;
  char *at;
  int fields = 0, fd;
  snprintf(path, sizeof path, "/proc/%u/stat", pid);
  fd = open(path, O_RDONLY | O_CLOEXEC);
  if (fd < 0)
    return 0;
  size = read(fd, text, sizeof text - 1);
  close(fd);
  if (size <= 0)
    return 0;
  text[size] = '\0';
  at = strrchr(text, ')'); /* the program's name may hold anything */
  if (at && (at[2] == 'Z' || at[2] == 'X'))
    return 0;
  for (; at && *at; ++at)
    if (*at == ' ' && ++fields == 20)
      start = (uint32_t)strtoul(at, NULL, 10);
  return start;
}

static int is_alive(struct process process) {
  if (process.pid == the_process.pid)
    return process.start == the_process.start;
  if (kill((pid_t)process.pid, 0) != 0 && errno == ESRCH)
    return 0;
  return start_of(process.pid) == process.start;
}

static int is_this(struct process process) {
  return process.pid == the_process.pid && process.start == the_process.start;
}

struct process os2_this_process(void) { return the_process; }

uint32_t os2_this_thread(void) {
  if (!this_thread)
    this_thread = __atomic_add_fetch(&threads, 1, __ATOMIC_RELAXED);
  return this_thread;
}

int os2_owns(const struct semaphore *semaphore) {
  return is_this(semaphore->owner) &&
         semaphore->owner_thread == os2_this_thread();
}

/* A child has what its parent has open, and owns none of it. */
static void inherit(void) {
  struct process parent = the_process;
  struct segment *segment;
  uint32_t i, j;
  the_process.pid = (uint32_t)getpid();
  the_process.start = start_of(the_process.pid);
  segment = os2_lock();
  for (i = 0; i < MAX_SEMAPHORES; ++i)
    for (j = 0; segment->semaphores[i].in_use && j < MAX_OPENERS; ++j) {
      struct opener *opener = &segment->semaphores[i].openers[j];
      uint32_t count = opener->count;
      if (opener->process.pid == parent.pid &&
          opener->process.start == parent.start)
        while (count-- > 0)
          os2_open(&segment->semaphores[i]);
    }
  os2_unlock(segment);
}

/* As the system does when a process ends. */
static void leave(struct segment *segment, struct process process) {
  uint32_t i, j;
  for (i = 0; i < MAX_SEMAPHORES; ++i) {
    struct semaphore *semaphore = &segment->semaphores[i];
    uint32_t opens = 0;
    if (!semaphore->in_use)
      continue;
    if (semaphore->set && semaphore->owner.pid == process.pid &&
        semaphore->owner.start == process.start) {
      semaphore->set = 0;
      semaphore->owner_died = 1;
      os2_cleared(segment, semaphore);
    }
    for (j = 0; j < MAX_OPENERS; ++j) {
      struct opener *opener = &semaphore->openers[j];
      if (opener->process.pid == process.pid &&
          opener->process.start == process.start)
        opener->count = 0;
      opens += opener->count;
    }
    if (!opens)
      semaphore->in_use = 0;
  }
}

static __attribute__((destructor)) void leave_at_exit(void) {
  if (!the_segment)
    return;
  os2_lock();
  leave(the_segment, the_process);
  os2_unlock(the_segment);
}

static void make(struct segment *segment) {
  pthread_mutexattr_t attributes;
  memset(segment, 0, sizeof *segment);
  pthread_mutexattr_init(&attributes);
  pthread_mutexattr_setpshared(&attributes, PTHREAD_PROCESS_SHARED);
  pthread_mutexattr_setrobust(&attributes, PTHREAD_MUTEX_ROBUST);
  pthread_mutex_init(&segment->lock, &attributes);
  pthread_mutexattr_destroy(&attributes);
  segment->ready = READY;
}

static void attach(void) {
  const char *domain = getenv("SEMTIDY_OS2_DOMAIN");
  char name[128];
  int fd;
  if (domain && *domain)
    snprintf(name, sizeof name, "/semtidy-os2-%s", domain);
  else
    snprintf(name, sizeof name, "/semtidy-os2-%u", (unsigned)getuid());
  fd = shm_open(name, O_RDWR | O_CREAT, 0600);
  if (fd < 0)
    give_up(name);
  if (flock(fd, LOCK_EX) != 0)
    give_up("flock");
  if (ftruncate(fd, (off_t)sizeof(struct segment)) != 0)
    give_up("ftruncate");
  the_segment = mmap(NULL, sizeof(struct segment), PROT_READ | PROT_WRITE,
                     MAP_SHARED, fd, 0);
  if (the_segment == MAP_FAILED)
    give_up("mmap");
  if (the_segment->ready != READY)
    make(the_segment);
  flock(fd, LOCK_UN); /* closing would not: the mapping keeps the file */
  close(fd);
  the_process.pid = (uint32_t)getpid();
  the_process.start = start_of(the_process.pid);
  pthread_atfork(NULL, NULL, inherit);
}

struct segment *os2_lock(void) {
  int rc;
  pthread_once(&once, attach);
  rc = pthread_mutex_lock(&the_segment->lock);
  if (rc == EOWNERDEAD)
    pthread_mutex_consistent(&the_segment->lock);
  else if (rc) {
    errno = rc;
    give_up("lock");
  }
  return the_segment;
}

void os2_unlock(struct segment *segment) {
  pthread_mutex_unlock(&segment->lock);
}

void os2_bury(struct segment *segment) {
  uint32_t i, j;
  for (i = 0; i < MAX_SEMAPHORES; ++i)
    for (j = 0; segment->semaphores[i].in_use && j < MAX_OPENERS; ++j) {
      struct opener *opener = &segment->semaphores[i].openers[j];
      if (opener->count && !is_alive(opener->process))
        leave(segment, opener->process);
    }
}

void os2_check_owner(struct segment *segment, struct semaphore *semaphore) {
  if (semaphore->set && semaphore->owner.pid && !is_this(semaphore->owner) &&
      !is_alive(semaphore->owner))
    leave(segment, semaphore->owner);
}

void os2_cleared(struct segment *segment, struct semaphore *semaphore) {
  memset(&semaphore->owner, 0, sizeof semaphore->owner);
  semaphore->owner_thread = 0;
  semaphore->requests = 0;
  __atomic_add_fetch(&semaphore->changes, 1, __ATOMIC_RELEASE);
  os2_wake(&semaphore->changes);
  __atomic_add_fetch(&segment->mux_changes, 1, __ATOMIC_RELEASE);
  os2_wake(&segment->mux_changes);
}

struct semaphore *os2_new(struct segment *segment, enum semaphore_type type,
                          const char *name) {
  uint32_t i;
  for (i = 0; i < MAX_SEMAPHORES; ++i) {
    struct semaphore *semaphore = &segment->semaphores[i];
    uint32_t generation = semaphore->generation, changes = semaphore->changes;
    if (semaphore->in_use)
      continue;
    memset(semaphore, 0, sizeof *semaphore);
    semaphore->generation = generation + 1;
    semaphore->changes = changes; /* somebody may still wait on it */
    semaphore->in_use = 1;
    semaphore->type = type;
    semaphore->creator = the_process;
    strcpy(semaphore->name, name);
    os2_open(semaphore);
    return semaphore;
  }
  return NULL;
}

struct semaphore *os2_named(struct segment *segment, enum semaphore_type type,
                            const char *name) {
  uint32_t i;
  for (i = 0; i < MAX_SEMAPHORES; ++i)
    if (segment->semaphores[i].in_use &&
        segment->semaphores[i].type == (uint32_t)type &&
        segment->semaphores[i].name[0] &&
        strcasecmp(segment->semaphores[i].name, name) == 0)
      return &segment->semaphores[i];
  return NULL;
}

static struct opener *opener_of(struct semaphore *semaphore) {
  uint32_t i;
  for (i = 0; i < MAX_OPENERS; ++i)
    if (semaphore->openers[i].count && is_this(semaphore->openers[i].process))
      return &semaphore->openers[i];
  return NULL;
}

int os2_open(struct semaphore *semaphore) {
  struct opener *opener = opener_of(semaphore);
  uint32_t i;
  for (i = 0; !opener && i < MAX_OPENERS; ++i)
    if (!semaphore->openers[i].count) {
      opener = &semaphore->openers[i];
      opener->process = the_process;
    }
  if (!opener || opener->count == 65535)
    return 0;
  ++opener->count;
  return 1;
}

uint32_t os2_opens(const struct semaphore *semaphore) {
  uint32_t i, opens = 0;
  for (i = 0; i < MAX_OPENERS; ++i)
    opens += semaphore->openers[i].count;
  return opens;
}

void os2_close(struct segment *segment, struct semaphore *semaphore) {
  struct opener *opener = opener_of(semaphore);
  if (opener)
    --opener->count;
  if (os2_opens(semaphore))
    return;
  semaphore->in_use = 0;
  os2_cleared(segment, semaphore);
}

uint32_t os2_handle(const struct segment *segment,
                    const struct semaphore *semaphore) {
  uint32_t index = (uint32_t)(semaphore - segment->semaphores);
  return (semaphore->generation & 0xffff) << 12 | index << 2 | 2;
}

struct semaphore *os2_find(struct segment *segment, enum semaphore_type type,
                           uintptr_t handle) {
  uint32_t index = handle >> 2 & 0x3ff;
  struct semaphore *semaphore = &segment->semaphores[index];
  if ((handle & 3) != 2 || handle >> 28 || index >= MAX_SEMAPHORES ||
      !semaphore->in_use || semaphore->type != (uint32_t)type ||
      (semaphore->generation & 0xffff) != handle >> 12)
    return NULL;
  return opener_of(semaphore) ? semaphore : NULL;
}
