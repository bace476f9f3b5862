/*===--- os2.h - The semaphores of OS/2, on another host ----------*- C -*-===//
//
// Part of SemTidy, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// What a program needs that was written for OS/2 1.x and uses its semaphores:
// the types, the constants, and the calls, implemented on POSIX in
// libsemtidy-os2. `ULONG` has 32 bits, as there. The mutex semaphores of OS/2
// 2.x are here too.
//
//   cc -I .../semtidy/os2 program.c -lsemtidy-os2
//
// docs/runtime.md lists how each call behaves, and where that was read.
//
//===----------------------------------------------------------------------===*/

#ifndef SEMTIDY_OS2_H
#define SEMTIDY_OS2_H

#include <stdint.h>

#ifdef __cplusplus
extern "C" {
#endif

#define FAR
#define NEAR
#define PASCAL
#define APIENTRY
#define VOID void
#define TRUE 1
#define FALSE 0
#ifndef NULL
#define NULL ((void *)0)
#endif

typedef char CHAR;
typedef int16_t SHORT;
typedef int32_t LONG;
typedef uint8_t UCHAR, BYTE;
typedef uint16_t USHORT, BOOL, PID, TID, SEL;
typedef uint32_t ULONG, APIRET, BOOL32;
typedef char FAR *PSZ, *PCH;
typedef const char FAR *PCSZ;
typedef void FAR *PVOID;
typedef USHORT FAR *PUSHORT;
typedef ULONG FAR *PULONG;
typedef PID FAR *PPID;
typedef TID FAR *PTID;

/* Results. */
#define NO_ERROR 0
#define ERROR_INVALID_HANDLE 6
#define ERROR_NOT_ENOUGH_MEMORY 8
#define ERROR_INVALID_PARAMETER 87
#define ERROR_INTERRUPT 95
#define ERROR_TOO_MANY_SEMAPHORES 100
#define ERROR_EXCL_SEM_ALREADY_OWNED 101
#define ERROR_SEM_IS_SET 102
#define ERROR_TOO_MANY_SEM_REQUESTS 103
#define ERROR_SEM_OWNER_DIED 105
#define ERROR_SEM_USER_LIMIT 106
#define ERROR_SEM_TIMEOUT 121
#define ERROR_INVALID_NAME 123
#define ERROR_INVALID_EVENT_COUNT 151
#define ERROR_TOO_MANY_MUXWAITERS 152
#define ERROR_INVALID_LIST_FORMAT 153
#define ERROR_ALREADY_EXISTS 183
#define ERROR_SEM_NOT_FOUND 187
#define ERROR_DUPLICATE_NAME 285
#define ERROR_NOT_OWNER 288
#define ERROR_TOO_MANY_HANDLES 290
#define ERROR_TOO_MANY_OPENS 291
#define ERROR_SEM_BUSY 301
#define ERROR_TIMEOUT 640

/* Timeouts, in milliseconds. */
#define SEM_INDEFINITE_WAIT (-1L)
#define SEM_IMMEDIATE_RETURN 0L

/*--- OS/2 1.x: system, RAM and fast-safe RAM semaphores ---------------------*/

/* A system semaphore's handle, or the address of a RAM semaphore: a ULONG that
   the program has set to 0. */
typedef VOID FAR *HSEM;
typedef HSEM FAR *PHSEM;
typedef VOID FAR *HSYSSEM;
typedef HSYSSEM FAR *PHSYSSEM;

#define CSEM_PRIVATE 0 /* exclusive: for the threads of the creating process   \
                        */
#define CSEM_PUBLIC 1  /* not exclusive: any process that opens it */

/* cb is 14 in a program for OS/2; here sizeof(DOSFSRSEM) is right as well. */
typedef struct _DOSFSRSEM {
  USHORT cb;
  PID pid;
  TID tid;
  USHORT cUsage;
  USHORT client;
  ULONG sem;
} DOSFSRSEM;
typedef DOSFSRSEM FAR *PDOSFSRSEM;

typedef struct _MUXSEM {
  USHORT zero;
  HSEM hsem;
} MUXSEM;
typedef MUXSEM FAR *PMUXSEM;

typedef struct _MUXSEMLIST {
  USHORT cmxs;
  MUXSEM amxs[16];
} MUXSEMLIST;
typedef MUXSEMLIST FAR *PMUXSEMLIST;

/* The names are not written to; a literal is no `char *` in C++. */
USHORT APIENTRY DosCreateSem(USHORT fNoExclusive, PHSYSSEM phssm,
                             PCSZ pszSemName);
USHORT APIENTRY DosOpenSem(PHSEM phsem, PCSZ pszSemName);
USHORT APIENTRY DosCloseSem(HSEM hsem);
USHORT APIENTRY DosSemSet(HSEM hsem);
USHORT APIENTRY DosSemClear(HSEM hsem);
USHORT APIENTRY DosSemRequest(HSEM hsem, LONG lTimeOut);
USHORT APIENTRY DosSemWait(HSEM hsem, LONG lTimeOut);
USHORT APIENTRY DosSemSetWait(HSEM hsem, LONG lTimeOut);
USHORT APIENTRY DosMuxSemWait(PUSHORT pisemCleared, PVOID pmxsl, LONG lTimeOut);
USHORT APIENTRY DosFSRamSemRequest(PDOSFSRSEM pdosfsrs, LONG lTimeOut);
USHORT APIENTRY DosFSRamSemClear(PDOSFSRSEM pdosfsrs);

/*--- OS/2 2.x: mutex semaphores ---------------------------------------------*/

typedef ULONG HMTX;
typedef HMTX FAR *PHMTX;

#define DC_SEM_SHARED 1

APIRET APIENTRY DosCreateMutexSem(PCSZ pszName, PHMTX phmtx, ULONG flAttr,
                                  BOOL32 fState);
APIRET APIENTRY DosOpenMutexSem(PCSZ pszName, PHMTX phmtx);
APIRET APIENTRY DosRequestMutexSem(HMTX hmtx, ULONG ulTimeout);
APIRET APIENTRY DosReleaseMutexSem(HMTX hmtx);
APIRET APIENTRY DosQueryMutexSem(HMTX hmtx, PPID ppid, PTID ptid,
                                 PULONG pulCount);
APIRET APIENTRY DosCloseMutexSem(HMTX hmtx);

#ifdef __cplusplus
}
#endif

/* With confirm.h, these are wrapped as soon as they are declared. */
#define SEMTIDY_HAVE_OS2_16 1
#define SEMTIDY_HAVE_OS2_32 1
#if defined(SEMTIDY_CONFIRM)
#include "../confirm.h"
#endif

#endif /* SEMTIDY_OS2_H */
