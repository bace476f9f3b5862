//===--- Join.h - Findings and records -----------------------------*- C++
//-*-===//
//
// Part of SemTidy, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Says of each finding of the check what the runs saw. They meet in the close:
// the finding's line, or that of its last note where the close is in a function
// that the finding's line calls, is where the header's record, or its count of
// closes, is from. Then the sets have to agree too, since that function may
// have other callers. The end of a scope has no line at run time; there they
// meet in the set alone.
//
//===----------------------------------------------------------------------===//

#ifndef SEMTIDY_RUNTIME_CONFIRMTOOL_JOIN_H
#define SEMTIDY_RUNTIME_CONFIRMTOOL_JOIN_H

#include "runtime/confirm-tool/RunLog.h"
#include "tool/report/Finding.h"

namespace semtidy::confirm {

enum class Verdict {
  Confirmed,    ///< a run closed the semaphore there while it was set
  ReachedClear, ///< runs closed it there, and it was clear each time
  NeverReached, ///< no run came there
};

llvm::StringRef toString(Verdict V);

/// A finding with what the runs have to say about it.
struct Judged {
  report::Finding Finding;
  Verdict TheVerdict = Verdict::NeverReached;
  int64_t Closes = 0; ///< closes at this place, in all runs
  int64_t Set = 0;    ///< those of them that found it set
  unsigned Runs = 0;  ///< runs that came there
  std::vector<const Record *> Records;
};

struct Joined {
  std::vector<Judged> Findings;
  /// Records that belong to no finding: the check was silent there.
  std::vector<const Record *> Unreported;

  size_t count(Verdict V) const;
};

/// Whether \p InRun, as a compiler spelled it, can be \p File, which is
/// absolute: it is its end, by whole components.
bool isSameFile(llvm::StringRef File, llvm::StringRef InRun);

/// \p Logs must outlive the result.
Joined join(std::vector<report::Finding> Findings, const RunLogs &Logs);

} // namespace semtidy::confirm

#endif // SEMTIDY_RUNTIME_CONFIRMTOOL_JOIN_H
