//===--- os2.h - The semaphore calls of OS/2 1.x, declared ------*- C++ -*-===//
//
// Part of SemTidy, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
///
/// \file
/// Declarations only, enough to compile and analyse the example. A header that
/// also implements the calls on other hosts comes with the runtime companion.
///
//===----------------------------------------------------------------------===//

#ifndef SEMTIDY_EXAMPLE_OS2_H
#define SEMTIDY_EXAMPLE_OS2_H

#define APIENTRY
#define FAR
#define TRUE 1
#define FALSE 0

typedef unsigned short USHORT;
typedef unsigned short BOOL;
typedef unsigned long ULONG;
typedef long LONG;
typedef char CHAR;
typedef char FAR *PSZ;
typedef void FAR *PVOID;
typedef void FAR *HSEM;
typedef HSEM FAR *PHSEM;
typedef void FAR *HSYSSEM;
typedef HSYSSEM FAR *PHSYSSEM;

#define CSEM_PRIVATE 0
#define CSEM_PUBLIC 1
#define SEM_INDEFINITE_WAIT (-1L)
#define SEM_IMMEDIATE_RETURN 0L

#define NO_ERROR 0
#define ERROR_EXCL_SEM_ALREADY_OWNED 101
#define ERROR_SEM_IS_SET 102
#define ERROR_SEM_TIMEOUT 121
#define ERROR_ALREADY_EXISTS 183

#ifdef __cplusplus
extern "C" {
#endif

USHORT APIENTRY DosCreateSem(USHORT fNoExclusive, PHSYSSEM phsem, PSZ pszName);
USHORT APIENTRY DosOpenSem(PHSEM phsem, PSZ pszName);
USHORT APIENTRY DosCloseSem(HSEM hsem);
USHORT APIENTRY DosSemClear(HSEM hsem);
USHORT APIENTRY DosSemRequest(HSEM hsem, LONG lTimeOut);
USHORT APIENTRY DosSemSet(HSEM hsem);
USHORT APIENTRY DosSemSetWait(HSEM hsem, LONG lTimeOut);
USHORT APIENTRY DosSemWait(HSEM hsem, LONG lTimeOut);

#ifdef __cplusplus
}
#endif

#endif // SEMTIDY_EXAMPLE_OS2_H
