// RUN: %check %s
#include "os2.h"
#include <stdio.h>
#include <string.h>

#define MAX_JOBS 16

typedef struct {
  char name[40];
  int pages;
} JOB;

static HSYSSEM QueueSem;
static HSYSSEM DeviceSem;
static JOB Jobs[MAX_JOBS];
static int JobCount;

int print_page(const JOB *job, int page);
void show_error(USHORT rc);

static USHORT enter_queue(void) {
  return DosSemRequest(QueueSem, 5000L);
}

static void leave_queue(void) {
  DosSemClear(QueueSem);
}

USHORT spool_init(void) {
  USHORT rc = DosCreateSem(CSEM_PRIVATE, &QueueSem, "\\SEM\\SPOOL\\QUEUE");
  if (rc)
    return rc;
  rc = DosCreateSem(CSEM_PRIVATE, &DeviceSem, "\\SEM\\SPOOL\\DEVICE");
  if (rc) {
    DosCloseSem(QueueSem); // TN
    return rc;
  }
  return NO_ERROR;
}

USHORT spool_add(const char *name, int pages) {
  USHORT rc = enter_queue();
  if (rc)
    return rc;
  if (JobCount == MAX_JOBS) {
    leave_queue();
    return 1;
  }
  strncpy(Jobs[JobCount].name, name, sizeof Jobs[0].name - 1);
  Jobs[JobCount].pages = pages;
  JobCount++;
  leave_queue();
  return NO_ERROR;
}

// An error in the middle of a job leaves the device requested.
static int print_job(const JOB *job) {
  int page;
  if (DosSemRequest(DeviceSem, SEM_INDEFINITE_WAIT))
    return -1;
  for (page = 0; page < job->pages; page++)
    if (print_page(job, page) < 0)
      return -1;
  DosSemClear(DeviceSem);
  return 0;
}

int spool_run(void) {
  int i, failed = 0;
  if (enter_queue())
    return -1;
  for (i = 0; i < JobCount; i++)
    if (print_job(&Jobs[i]) < 0)
      failed++;
  JobCount = 0;
  leave_queue();
  return failed;
}

void spool_exit(void) {
  USHORT rc;
  spool_run();
  rc = DosCloseSem(DeviceSem); // TP
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: closing semaphore 'DeviceSem' while it may still be set; potential ERROR_SEM_IS_SET (102)
  if (rc)
    show_error(rc);
  rc = DosCloseSem(QueueSem); // TN
  if (rc)
    show_error(rc);
}
