//===--- RunLog.h - What runs recorded -----------------------------*- C++
//-*-===//
//
// Part of SemTidy, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Reads what programs wrote that were built with semtidy/confirm.h: JSON lines,
// between which anything else may stand.
//
//===----------------------------------------------------------------------===//

#ifndef SEMTIDY_RUNTIME_CONFIRMTOOL_RUNLOG_H
#define SEMTIDY_RUNTIME_CONFIRMTOOL_RUNLOG_H

#include "llvm/ADT/ArrayRef.h"
#include "llvm/Support/Error.h"
#include "llvm/Support/JSON.h"
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace semtidy::confirm {

/// A place as the compiler spelled it in `__FILE__`: maybe relative to the
/// directory of the build.
struct RunPlace {
  std::string File;
  unsigned Line = 0;
  std::string Function;
  int64_t Thread = 0;
};

/// One close of a set semaphore.
struct Record {
  unsigned Run = 0; ///< index into RunLogs::Runs
  RunPlace Close;
  std::optional<RunPlace> Created, Set;
  std::string Object, Family, Api;
  /// What ended the object: close, free, scope or reinit.
  std::string By;
  std::optional<int64_t> Returned;
  int64_t Depth = 0, Readers = 0, PermitsTaken = 0, Waiters = 0;
  /// The table of the header saw it set; false: only the API said so.
  bool SeenSet = true;
  /// The record as it stands in the log.
  llvm::json::Object Json;
};

/// A close site that a run came to.
struct Site {
  unsigned Run = 0;
  RunPlace Close;
  std::string Object, Api;
  int64_t Closes = 0; ///< how often
  int64_t Set = 0;    ///< and how often the semaphore was set then
};

/// A process that was recorded.
struct Run {
  int64_t Pid = 0;
  std::string Program;
  std::string Log;
  /// It came to its end and wrote its summary.
  bool Ended = false;
  /// A table of the header was full; records are missing.
  bool Incomplete = false;
};

struct RunLogs {
  std::vector<Run> Runs;
  std::vector<Record> Records;
  std::vector<Site> Sites;
  /// Lines that began as a record and could not be read, `file:line: why`.
  std::vector<std::string> Broken;
};

/// Reads \p Inputs; a directory stands for all files in it.
llvm::Expected<RunLogs> readRunLogs(llvm::ArrayRef<std::string> Inputs);

} // namespace semtidy::confirm

#endif // SEMTIDY_RUNTIME_CONFIRMTOOL_RUNLOG_H
