//===--- SourceFiles.cpp - Offsets to places --------------------*- C++ -*-===//
//
// Part of SemTidy, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "tool/report/SourceFiles.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/SmallString.h"
#include "llvm/ADT/StringExtras.h"
#include "llvm/Support/FileSystem.h"
#include "llvm/Support/Path.h"
#include <algorithm>

using namespace llvm;
using namespace semtidy::report;

SourceFile::SourceFile(std::unique_ptr<MemoryBuffer> TheBuffer)
    : Buffer(std::move(TheBuffer)) {
  if (!Buffer)
    return;
  StringRef Text = Buffer->getBuffer();
  Starts.push_back(0);
  for (size_t At = Text.find('\n'); At != StringRef::npos;
       At = Text.find('\n', At + 1))
    Starts.push_back(static_cast<unsigned>(At) + 1);
}

unsigned SourceFile::lineOf(unsigned Offset) const {
  return static_cast<unsigned>(upper_bound(Starts, Offset) - Starts.begin());
}

unsigned SourceFile::columnOf(unsigned Offset, unsigned Line) const {
  StringRef Before = Buffer->getBuffer().slice(Starts[Line - 1], Offset);
  // Every byte but a UTF-8 continuation byte begins a code point.
  return 1 + static_cast<unsigned>(count_if(Before, [](char Byte) {
           return (static_cast<unsigned char>(Byte) & 0xC0) != 0x80;
         }));
}

void SourceFile::locate(Place &At, unsigned Offset, unsigned Length) const {
  if (!Buffer || Offset > Buffer->getBufferSize())
    return;
  At.Line = lineOf(Offset);
  At.Column = columnOf(Offset, At.Line);
  if (Length == 0 || Offset + Length > Buffer->getBufferSize())
    return;
  At.EndLine = lineOf(Offset + Length);
  At.EndColumn = columnOf(Offset + Length, At.EndLine);
}

StringRef SourceFile::line(unsigned Line) const {
  if (Line == 0 || Line > Starts.size())
    return StringRef();
  StringRef Text = Buffer->getBuffer().substr(Starts[Line - 1]);
  return Text.substr(0, Text.find('\n')).rtrim("\r");
}

StringRef SourceFile::enclosingHead(unsigned Line) const {
  for (; Line > 0; --Line) {
    StringRef Text = line(Line);
    if (Text.empty() || !(isAlpha(Text[0]) || Text[0] == '_' || Text[0] == '~'))
      continue;
    // A label or an access specifier stands in the first column too.
    StringRef Word =
        Text.take_while([](char C) { return isAlnum(C) || C == '_'; });
    StringRef Rest = Text.substr(Word.size()).ltrim();
    if (Rest.take_front(1) == ":" && Rest.take_front(2) != "::")
      continue;
    return Text;
  }
  return StringRef();
}

SourceFiles::SourceFiles(StringRef TheRoot) {
  SmallString<256> Real;
  Root = sys::fs::real_path(TheRoot, Real) ? TheRoot.str() : Real.str().str();
}

const SourceFile &SourceFiles::get(StringRef File) {
  auto It = Files.find(File);
  if (It == Files.end()) {
    auto Buffer = MemoryBuffer::getFile(File);
    It = Files
             .try_emplace(File,
                          SourceFile(Buffer ? std::move(*Buffer) : nullptr))
             .first;
  }
  return It->second;
}

std::string SourceFiles::resolve(StringRef Path, StringRef Directory) {
  SmallString<256> Absolute(Path);
  if (!sys::path::is_absolute(Path)) {
    Absolute = Directory;
    sys::path::append(Absolute, Path);
    sys::fs::make_absolute(Absolute);
  }
  std::string &Result = Resolved[Absolute];
  if (Result.empty()) {
    SmallString<256> Real;
    if (sys::fs::real_path(Absolute, Real)) {
      Real = Absolute;
      sys::path::remove_dots(Real, /*remove_dot_dot=*/true);
    }
    Result = Real.str().str();
  }
  return Result;
}

bool SourceFiles::isBelowRoot(StringRef File) const {
  return File.size() > Root.size() + 1 &&
         File.take_front(Root.size()) == Root &&
         sys::path::is_separator(File[Root.size()]);
}

std::string SourceFiles::shown(StringRef File) const {
  if (!isBelowRoot(File))
    return File.str();
  return sys::path::convert_to_slash(File.substr(Root.size() + 1));
}
