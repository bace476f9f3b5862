//===--- os2.h - OS/2 semaphores for tests ----------------------*- C++ -*-===//
//
// Part of SemTidy, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
///
/// \file
/// Declarations of the semaphore calls of OS/2 1.x (Dos...Sem) and of OS/2 2.x
/// (Dos...MutexSem, Dos...EventSem), enough to compile tests on any host.
///
//===----------------------------------------------------------------------===//

#ifndef SEMTIDY_TEST_OS2_H
#define SEMTIDY_TEST_OS2_H

#define APIENTRY
#define FAR
#define TRUE 1
#define FALSE 0
#define NULLHANDLE 0

typedef unsigned short USHORT;
typedef unsigned int ULONG;
typedef int LONG;
typedef unsigned int BOOL32;
typedef unsigned int APIRET;
typedef char FAR *PSZ;
typedef const char FAR *PCSZ;
typedef void FAR *PVOID;
typedef USHORT FAR *PUSHORT;
typedef ULONG FAR *PULONG;

#define NO_ERROR 0
#define ERROR_INVALID_HANDLE 6
#define ERROR_INTERRUPT 95
#define ERROR_EXCL_SEM_ALREADY_OWNED 101
#define ERROR_SEM_IS_SET 102
#define ERROR_SEM_OWNER_DIED 105
#define ERROR_SEM_TIMEOUT 121
#define ERROR_NOT_OWNER 288
#define ERROR_SEM_BUSY 301
#define ERROR_TIMEOUT 640

#define SEM_INDEFINITE_WAIT (-1)
#define SEM_IMMEDIATE_RETURN 0

#ifdef __cplusplus
extern "C" {
#endif

// OS/2 1.x.
typedef void FAR *HSEM;
typedef HSEM FAR *PHSEM;
typedef HSEM HSYSSEM;
typedef HSYSSEM FAR *PHSYSSEM;

#define CSEM_PRIVATE 0
#define CSEM_PUBLIC 1

USHORT APIENTRY DosCreateSem(USHORT Kind, PHSYSSEM Handle, PSZ Name);
USHORT APIENTRY DosOpenSem(PHSEM Handle, PSZ Name);
USHORT APIENTRY DosCloseSem(HSEM Sem);
USHORT APIENTRY DosSemClear(HSEM Sem);
USHORT APIENTRY DosSemRequest(HSEM Sem, LONG Timeout);
USHORT APIENTRY DosSemSet(HSEM Sem);
USHORT APIENTRY DosSemSetWait(HSEM Sem, LONG Timeout);
USHORT APIENTRY DosSemWait(HSEM Sem, LONG Timeout);
USHORT APIENTRY DosTimerAsync(ULONG Milliseconds, HSEM Sem, PUSHORT Timer);

// OS/2 2.x.
typedef ULONG HMTX;
typedef HMTX *PHMTX;
typedef ULONG HEV;
typedef HEV *PHEV;

APIRET APIENTRY DosCreateMutexSem(PCSZ Name, PHMTX Handle, ULONG Attributes,
                                  BOOL32 Owned);
APIRET APIENTRY DosOpenMutexSem(PCSZ Name, PHMTX Handle);
APIRET APIENTRY DosRequestMutexSem(HMTX Sem, ULONG Timeout);
APIRET APIENTRY DosReleaseMutexSem(HMTX Sem);
APIRET APIENTRY DosCloseMutexSem(HMTX Sem);
APIRET APIENTRY DosCreateEventSem(PCSZ Name, PHEV Handle, ULONG Attributes,
                                  BOOL32 Posted);
APIRET APIENTRY DosPostEventSem(HEV Sem);
APIRET APIENTRY DosWaitEventSem(HEV Sem, ULONG Timeout);
APIRET APIENTRY DosCloseEventSem(HEV Sem);

#ifdef __cplusplus
}
#endif

#endif // SEMTIDY_TEST_OS2_H
