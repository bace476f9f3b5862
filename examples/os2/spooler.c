/*===--- spooler.c - A print spooler for OS/2 1.x ---------------------------===
 *
 * Part of SemTidy, under the Apache License v2.0 with LLVM Exceptions.
 * See LICENSE for license information.
 * SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
 *
 *===----------------------------------------------------------------------===
 *
 * Jobs wait in a ring. One semaphore guards the ring; another is set for as
 * long as a job is at the printer, so that other programs can see it.
 */

#define INCL_DOSSEMAPHORES
#include <os2.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define MAX_JOBS 8
#define PAPER_IN_TRAY 50

typedef struct _JOB {
  USHORT usId;
  USHORT cPages;
  CHAR szTitle[32];
} JOB;

typedef struct _SPOOLER {
  HSYSSEM hsysRing;
  HSYSSEM hsysPrinter;
  JOB ajob[MAX_JOBS];
  USHORT iFirst;
  USHORT cJobs;
  USHORT cPaper;
} SPOOLER;

static USHORT SplOpen(SPOOLER *pspl) {
  USHORT usRet;

  memset(pspl, 0, sizeof(*pspl));
  pspl->cPaper = PAPER_IN_TRAY;
  usRet = DosCreateSem(CSEM_PRIVATE, &pspl->hsysRing, "\\SEM\\SPL\\RING");
  if (usRet != NO_ERROR)
    return usRet;
  usRet = DosCreateSem(CSEM_PUBLIC, &pspl->hsysPrinter, "\\SEM\\SPL\\LPT1");
  if (usRet != NO_ERROR)
    DosCloseSem(pspl->hsysRing); /* nobody has set it yet */
  return usRet;
}

static BOOL SplAdd(SPOOLER *pspl, const JOB *pjob) {
  if (DosSemRequest(pspl->hsysRing, 2000L) != NO_ERROR)
    return FALSE;
  if (pspl->cJobs == MAX_JOBS) {
    DosSemClear(pspl->hsysRing);
    return FALSE;
  }
  pspl->ajob[(pspl->iFirst + pspl->cJobs) % MAX_JOBS] = *pjob;
  pspl->cJobs++;
  DosSemClear(pspl->hsysRing);
  return TRUE;
}

static BOOL SplTake(SPOOLER *pspl, JOB *pjob) {
  BOOL fFound = FALSE;

  DosSemRequest(pspl->hsysRing, SEM_INDEFINITE_WAIT);
  if (pspl->cJobs > 0) {
    *pjob = pspl->ajob[pspl->iFirst];
    pspl->iFirst = (pspl->iFirst + 1) % MAX_JOBS;
    pspl->cJobs--;
    fFound = TRUE;
  }
  DosSemClear(pspl->hsysRing);
  return fFound;
}

/* Prints one job. A job that needs more paper than there is stays unprinted,
   and the printer stays marked as busy: the mistake of this program. */
static USHORT SplPrint(SPOOLER *pspl, const JOB *pjob) {
  USHORT iPage;

  DosSemSet(pspl->hsysPrinter);
  if (pjob->cPages > pspl->cPaper) {
    printf("job %u: out of paper\n", pjob->usId);
    return 0;
  }
  for (iPage = 1; iPage <= pjob->cPages; iPage++)
    printf("%s - %u\n", pjob->szTitle, iPage);
  pspl->cPaper -= pjob->cPages;
  DosSemClear(pspl->hsysPrinter);
  return pjob->cPages;
}

static USHORT SplClose(SPOOLER *pspl) {
  USHORT usRet;

  usRet = DosCloseSem(pspl->hsysPrinter);
  DosCloseSem(pspl->hsysRing);
  return usRet;
}

/* The same shutdown for a program that did not print: the code of the failure
   is looked at, so there is nothing to say. */
static void SplAbandon(HSYSSEM hsysPrinter) {
  DosSemSet(hsysPrinter);
  if (DosCloseSem(hsysPrinter) == ERROR_SEM_IS_SET) {
    DosSemClear(hsysPrinter);
    DosCloseSem(hsysPrinter);
  }
}

/* One page, with a semaphore of its own. The way out for a printer that does
   not answer passes by the clear. */
static USHORT SplTestPage(USHORT cTries, BOOL (*pfnReady)(void)) {
  HSYSSEM hsysTest;
  USHORT usRet;

  usRet = DosCreateSem(CSEM_PRIVATE, &hsysTest, "\\SEM\\SPL\\TEST");
  if (usRet != NO_ERROR)
    return usRet;
  usRet = DosSemRequest(hsysTest, 500L);
  if (usRet == ERROR_SEM_TIMEOUT)
    goto close;
  while (!pfnReady()) {
    if (cTries-- == 0) {
      usRet = ERROR_SEM_TIMEOUT;
      goto close;
    }
  }
  printf("test page\n");
  DosSemClear(hsysTest);

close:
  DosCloseSem(hsysTest);
  return usRet;
}

static BOOL PrinterReady(void) { return getenv("PRINTER") != NULL; }

int main(int argc, char **argv) {
  static const JOB ajobToday[] = {
      {1, 2, "Minutes"}, {2, 1, "Lunch menu"}, {3, 90, "Annual report"}};
  SPOOLER spl;
  JOB job;
  USHORT i, usRet;

  if (argc > 1 && strcmp(argv[1], "/T") == 0)
    return SplTestPage(3, PrinterReady);
  if (SplOpen(&spl) != NO_ERROR)
    return 1;
  if (argc > 1 && strcmp(argv[1], "/A") == 0) {
    DosCloseSem(spl.hsysRing);
    SplAbandon(spl.hsysPrinter);
    return 0;
  }
  for (i = 0; i < sizeof(ajobToday) / sizeof(ajobToday[0]); i++)
    SplAdd(&spl, &ajobToday[i]);
  while (SplTake(&spl, &job))
    SplPrint(&spl, &job);
  usRet = SplClose(&spl);
  if (usRet != NO_ERROR)
    printf("DosCloseSem: %u\n", usRet);
  return 0;
}
