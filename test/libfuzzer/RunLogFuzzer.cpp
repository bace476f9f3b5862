//===--- RunLogFuzzer.cpp - Arbitrary text as a confirmation log ----------===//
//
// Part of SemTidy, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
///
/// \file
/// A log may be cut, mixed with other output, or not a log at all. Each record
/// that is read belongs to a run that is there.
///
//===----------------------------------------------------------------------===//

#include "runtime/confirm-tool/RunLog.h"
#include <cstdlib>
#include <sys/mman.h>
#include <unistd.h>

using namespace semtidy::confirm;

extern "C" int LLVMFuzzerTestOneInput(const uint8_t *Data, size_t Size) {
  static const int File = memfd_create("log", 0);
  static const std::string Path = "/proc/self/fd/" + std::to_string(File);
  if (File < 0 || ftruncate(File, 0) ||
      pwrite(File, Data, Size, 0) != static_cast<ssize_t>(Size))
    abort();
  llvm::Expected<RunLogs> Logs = readRunLogs({Path});
  if (!Logs) {
    llvm::consumeError(Logs.takeError());
    return 0;
  }
  for (const Record &R : Logs->Records)
    if (R.Run >= Logs->Runs.size())
      abort();
  for (const Site &S : Logs->Sites)
    if (S.Run >= Logs->Runs.size())
      abort();
  return 0;
}
