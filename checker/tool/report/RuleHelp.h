//===--- RuleHelp.h - The documentation of our checks -----------*- C++ -*-===//
//
// Part of SemTidy, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// The page of a check in docs/, embedded when the program is built, so that a
// code scanning service can show it beside the finding.
//
//===----------------------------------------------------------------------===//

#ifndef SEMTIDY_TOOL_REPORT_RULEHELP_H
#define SEMTIDY_TOOL_REPORT_RULEHELP_H

#include "llvm/ADT/StringRef.h"

namespace semtidy::report {

struct RuleHelp {
  llvm::StringRef Check;
  /// One sentence.
  llvm::StringRef Summary;
  /// The whole page.
  llvm::StringRef Markdown;
  /// Where the page can be read, or empty: SEMTIDY_DOCS_URL says.
  llvm::StringRef Uri;
};

/// The help of a check of ours, or null for another one.
const RuleHelp *findRuleHelp(llvm::StringRef Check);

} // namespace semtidy::report

#endif // SEMTIDY_TOOL_REPORT_RULEHELP_H
