//===--- Fingerprint.h - Which finding is the same --------------*- C++ -*-===//
//
// Part of SemTidy, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// A finding of today and one of last week are the same if their fingerprints
// are. It is a hash of the check, the file, the head of the function, the
// line's text without white space, the message, and how many findings that
// agree in all of these come before it. It has no line number.
//
//===----------------------------------------------------------------------===//

#ifndef SEMTIDY_TOOL_REPORT_FINGERPRINT_H
#define SEMTIDY_TOOL_REPORT_FINGERPRINT_H

#include "tool/report/Finding.h"
#include "tool/report/SourceFiles.h"

namespace semtidy::report {

/// Sets the fingerprints of \p List, which is sorted.
void setFingerprints(std::vector<Finding> &List, SourceFiles &Sources);

} // namespace semtidy::report

#endif // SEMTIDY_TOOL_REPORT_FINGERPRINT_H
