//===--- SourceFiles.h - Offsets to places ----------------------*- C++ -*-===//
//
// Part of SemTidy, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// clang-tidy exports byte offsets. This reads the source files, each once, and
// turns offsets into lines and columns, and a line into the text around it that
// identifies a finding.
//
//===----------------------------------------------------------------------===//

#ifndef SEMTIDY_TOOL_REPORT_SOURCEFILES_H
#define SEMTIDY_TOOL_REPORT_SOURCEFILES_H

#include "tool/report/Finding.h"
#include "llvm/ADT/StringMap.h"
#include "llvm/ADT/StringRef.h"
#include "llvm/Support/MemoryBuffer.h"
#include <memory>
#include <string>
#include <vector>

namespace semtidy::report {

/// One source file; empty if it could not be read.
class SourceFile {
public:
  explicit SourceFile(std::unique_ptr<llvm::MemoryBuffer> Buffer);

  bool isReadable() const { return Buffer != nullptr; }

  /// Fills in the line and column of \p Offset, and the end if \p Length is not
  /// zero. An offset beyond the end (the file has changed) leaves them 0.
  void locate(Place &At, unsigned Offset, unsigned Length) const;

  /// The text of line \p Line, from 1, without its line end.
  llvm::StringRef line(unsigned Line) const;

  /// The head of the function that \p Line is in: the nearest line before it
  /// that begins a declaration in its first column, as `git diff` chooses the
  /// line that it prints after `@@`.
  llvm::StringRef enclosingHead(unsigned Line) const;

private:
  unsigned lineOf(unsigned Offset) const;
  unsigned columnOf(unsigned Offset, unsigned Line) const;

  std::unique_ptr<llvm::MemoryBuffer> Buffer;
  /// The offset at which each line begins.
  std::vector<unsigned> Starts;
};

/// All source files that findings name.
class SourceFiles {
public:
  /// \p Root is the directory that shown paths are relative to.
  explicit SourceFiles(llvm::StringRef Root);

  const SourceFile &get(llvm::StringRef File);

  /// \p Path as findings name it: absolute, symbolic links resolved. A relative
  /// path is one in \p Directory.
  std::string resolve(llvm::StringRef Path, llvm::StringRef Directory);

  const std::string &root() const { return Root; }

  /// Relative to the root, with `/`, if \p File is below it; otherwise as is.
  std::string shown(llvm::StringRef File) const;
  bool isBelowRoot(llvm::StringRef File) const;

private:
  std::string Root;
  llvm::StringMap<SourceFile> Files;
  llvm::StringMap<std::string> Resolved;
};

} // namespace semtidy::report

#endif // SEMTIDY_TOOL_REPORT_SOURCEFILES_H
