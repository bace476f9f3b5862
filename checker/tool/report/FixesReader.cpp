//===--- FixesReader.cpp - From clang-tidy's export to findings -*- C++ -*-===//
//
// Part of SemTidy, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "tool/report/FixesReader.h"
#include "tool/report/Fingerprint.h"
#include "clang/Tooling/DiagnosticsYaml.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/SmallString.h"
#include "llvm/ADT/SmallVector.h"
#include "llvm/ADT/StringExtras.h"
#include "llvm/ADT/StringSet.h"
#include "llvm/Support/FileSystem.h"
#include "llvm/Support/MemoryBuffer.h"
#include "llvm/Support/Path.h"
#include "llvm/Support/SourceMgr.h"
#include "llvm/Support/YAMLTraits.h"
#include "llvm/Support/raw_ostream.h"
#include <algorithm>
#include <iterator>
#include <tuple>

using namespace llvm;
using namespace semtidy::report;
using clang::tooling::Diagnostic;
using clang::tooling::DiagnosticMessage;
using clang::tooling::TranslationUnitDiagnostics;

LLVM_YAML_IS_DOCUMENT_LIST_VECTOR(TranslationUnitDiagnostics)

static Error failure(const Twine &Text) {
  return createStringError(inconvertibleErrorCode(), Text);
}

//===----------------------------------------------------------------------===//
// Inputs
//===----------------------------------------------------------------------===//

static Error listDirectory(StringRef Directory,
                           std::vector<std::string> &Files) {
  std::error_code Code;
  size_t First = Files.size();
  for (sys::fs::directory_iterator It(Directory, Code), End; It != End && !Code;
       It.increment(Code))
    if (sys::path::extension(It->path()) == ".yaml")
      Files.push_back(It->path());
  if (Code)
    return failure(Directory + ": " + Code.message());
  std::sort(Files.begin() + First, Files.end());
  return Error::success();
}

Expected<std::vector<std::string>>
semtidy::report::listInputs(ArrayRef<std::string> Inputs, bool AllowMissing) {
  std::vector<std::string> Files;
  for (const std::string &Input : Inputs) {
    if (Input == "-") {
      Files.push_back(Input);
    } else if (sys::fs::is_directory(Input)) {
      if (Error E = listDirectory(Input, Files))
        return std::move(E);
    } else if (sys::fs::exists(Input)) {
      Files.push_back(Input);
    } else if (!AllowMissing) {
      return failure(Input +
                     ": no such file. clang-tidy writes none if it has no "
                     "finding, but also if it did not run; --allow-missing "
                     "takes it for no finding");
    }
  }
  return std::move(Files);
}

static Error readFile(StringRef Path,
                      std::vector<TranslationUnitDiagnostics> &Units) {
  auto Buffer = MemoryBuffer::getFileOrSTDIN(Path);
  if (!Buffer)
    return failure(Path + ": " + Buffer.getError().message());
  // run-clang-tidy leaves an empty file if there is nothing to report.
  if ((*Buffer)->getBuffer().trim().empty())
    return Error::success();

  std::string Complaint;
  auto Complain = [](const SMDiagnostic &D, void *Text) {
    std::string &Complaint = *static_cast<std::string *>(Text);
    if (Complaint.empty())
      Complaint = (Twine(D.getLineNo()) + ":" + Twine(D.getColumnNo() + 1) +
                   ": " + D.getMessage())
                      .str();
  };
  yaml::Input In((*Buffer)->getBuffer(), nullptr, Complain, &Complaint);
  std::vector<TranslationUnitDiagnostics> Documents;
  In >> Documents;
  if (In.error())
    return failure(Path + ":" + Complaint +
                   ". This is not what clang-tidy's --export-fixes writes");
  std::move(Documents.begin(), Documents.end(), std::back_inserter(Units));
  return Error::success();
}

//===----------------------------------------------------------------------===//
// Findings
//===----------------------------------------------------------------------===//

/// Where \p Message points to; its end is that of the range that begins there.
static Place placeOf(const DiagnosticMessage &Message, StringRef Directory,
                     SourceFiles &Sources) {
  Place At;
  if (Message.FilePath.empty())
    return At;
  At.File = Sources.resolve(Message.FilePath, Directory);
  unsigned Length = 0;
  for (const clang::tooling::FileByteRange &Range : Message.Ranges)
    if (Range.FileOffset == Message.FileOffset &&
        Range.FilePath == Message.FilePath)
      Length = std::max(Length, Range.Length);
  Sources.get(At.File).locate(At, Message.FileOffset, Length);
  return At;
}

/// A message is one line. run-clang-tidy's merged file folds long ones, and
/// LLVM 16 leaves the folds in.
static std::string unfolded(StringRef Message) {
  SmallVector<StringRef, 4> Lines;
  Message.split(Lines, '\n');
  for (StringRef &Line : Lines)
    Line = Line.trim();
  return join(Lines, " ");
}

static Finding toFinding(const Diagnostic &D, SourceFiles &Sources) {
  Finding F;
  F.Check = D.DiagnosticName;
  F.Message = unfolded(D.Message.Message);
  switch (D.DiagLevel) {
  case Diagnostic::Remark:
    F.Strength = Level::Note;
    break;
  case Diagnostic::Warning:
    F.Strength = Level::Warning;
    break;
  case Diagnostic::Error:
    F.Strength = Level::Error;
    break;
  }
  F.At = placeOf(D.Message, D.BuildDirectory, Sources);
  for (const DiagnosticMessage &Note : D.Notes)
    F.Steps.push_back(
        {placeOf(Note, D.BuildDirectory, Sources), unfolded(Note.Message)});
  return F;
}

static auto orderOf(const Finding &F) {
  return std::tie(F.At.File, F.At.Line, F.At.Column, F.Check, F.Message);
}

Expected<Findings>
semtidy::report::readFindings(ArrayRef<std::string> Inputs,
                              SourceFiles &Sources,
                              function_ref<void(size_t)> Progress) {
  Findings Result;
  StringSet<> Seen;
  size_t Done = 0;
  for (const std::string &Input : Inputs) {
    std::vector<TranslationUnitDiagnostics> Units;
    if (Error E = readFile(Input, Units))
      return std::move(E);
    for (const TranslationUnitDiagnostics &Unit : Units)
      for (const Diagnostic &D : Unit.Diagnostics) {
        Finding F = toFinding(D, Sources);
        // A header's finding comes from every unit that includes it.
        std::string Key = F.Check + '\n' + F.At.File + '\n' +
                          std::to_string(D.Message.FileOffset) + '\n' +
                          F.Message;
        if (!Seen.insert(Key).second) {
          ++Result.Duplicates;
          continue;
        }
        if (F.Check == "clang-diagnostic-error")
          Result.CompileErrors.push_back(std::move(F));
        else
          Result.List.push_back(std::move(F));
      }
    Progress(++Done);
  }
  for (std::vector<Finding> *List : {&Result.List, &Result.CompileErrors})
    llvm::sort(*List, [](const Finding &A, const Finding &B) {
      return orderOf(A) < orderOf(B);
    });
  setFingerprints(Result.List, Sources);
  return std::move(Result);
}
