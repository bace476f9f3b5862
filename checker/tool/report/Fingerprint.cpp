//===--- Fingerprint.cpp - Which finding is the same ------------*- C++ -*-===//
//
// Part of SemTidy, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "tool/report/Fingerprint.h"
#include "llvm/ADT/StringExtras.h"
#include "llvm/ADT/StringMap.h"
#include "llvm/Support/SHA256.h"

using namespace llvm;
using namespace semtidy::report;

static std::string withoutSpace(StringRef Text) {
  std::string Result;
  for (char C : Text)
    if (!isSpace(C))
      Result += C;
  return Result;
}

void semtidy::report::setFingerprints(std::vector<Finding> &List,
                                      SourceFiles &Sources) {
  StringMap<unsigned> Before;
  for (Finding &F : List) {
    std::string Text;
    for (const std::string &Part : {F.Check, Sources.shown(F.At.File)})
      Text += Part + '\n';
    const SourceFile &Source = Sources.get(F.At.File);
    if (F.At.Line != 0) {
      Text += withoutSpace(Source.enclosingHead(F.At.Line)) + '\n';
      Text += withoutSpace(Source.line(F.At.Line)) + '\n';
    }
    Text += F.Message;
    unsigned Number = Before[Text]++;
    Text += '\n' + std::to_string(Number);
    F.Fingerprint =
        toHex(SHA256::hash(arrayRefFromStringRef(Text)), /*LowerCase=*/true)
            .substr(0, 40);
  }
}
