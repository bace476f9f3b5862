//===--- Finding.h - What the reports are made of ---------------*- C++ -*-===//
//
// Part of SemTidy, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// The findings of one run over any number of translation units, after merging:
// each stands once, in the order of file, line, column, check and message.
//
//===----------------------------------------------------------------------===//

#ifndef SEMTIDY_TOOL_REPORT_FINDING_H
#define SEMTIDY_TOOL_REPORT_FINDING_H

#include <string>
#include <vector>

namespace semtidy::report {

/// A place in a source file.
struct Place {
  /// Absolute, without symbolic links.
  std::string File;
  /// From 1; 0 if the file could not be read.
  unsigned Line = 0;
  /// From 1, in Unicode code points.
  unsigned Column = 0;
  /// Where the text in question ends; 0 if only its start is known.
  unsigned EndLine = 0;
  unsigned EndColumn = 0;
};

/// A note of a finding.
struct Step {
  Place At;
  std::string Text;
};

enum class Level { Note, Warning, Error };

struct Finding {
  std::string Check;
  std::string Message;
  Level Strength = Level::Warning;
  Place At;
  /// The notes, in execution order.
  std::vector<Step> Steps;
  /// The same as long as the check, the file, the function's head, the text of
  /// the line and the message are; lines above it may come and go.
  std::string Fingerprint;
  /// The baseline has it.
  bool Known = false;
};

struct Findings {
  std::vector<Finding> List;
  /// A translation unit with one of these may have more findings than these.
  std::vector<Finding> CompileErrors;
  /// How many findings came again, mostly from headers.
  unsigned Duplicates = 0;
};

} // namespace semtidy::report

#endif // SEMTIDY_TOOL_REPORT_FINDING_H
