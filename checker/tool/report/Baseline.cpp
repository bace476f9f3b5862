//===--- Baseline.cpp - Findings that are known -----------------*- C++ -*-===//
//
// Part of SemTidy, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "tool/report/Baseline.h"
#include "llvm/ADT/StringMap.h"
#include "llvm/Support/JSON.h"
#include "llvm/Support/MemoryBuffer.h"
#include <map>

using namespace llvm;
using namespace semtidy::report;

/// Raised when a fingerprint is computed in another way.
static constexpr int64_t BaselineVersion = 1;

static Error failure(const Twine &Text) {
  return createStringError(inconvertibleErrorCode(), Text);
}

Expected<std::vector<std::string>>
semtidy::report::applyBaseline(StringRef File, Findings &All) {
  auto Buffer = MemoryBuffer::getFile(File);
  if (!Buffer)
    return failure("baseline " + File + ": " + Buffer.getError().message() +
                   "; --update-baseline writes one");
  Expected<json::Value> Document = json::parse((*Buffer)->getBuffer());
  if (!Document)
    return failure("baseline " + File + ": " + toString(Document.takeError()));
  const json::Object *Top = Document->getAsObject();
  const json::Array *List = Top ? Top->getArray("findings") : nullptr;
  if (!List)
    return failure("baseline " + File + ": it has no list 'findings'");
  if (Top->getInteger("version").value_or(0) != BaselineVersion)
    return failure("baseline " + File + ": its version is not " +
                   Twine(BaselineVersion) +
                   "; --update-baseline writes it anew");

  // Sorted by the text that is printed for those that are gone.
  std::map<std::string, std::string> Listed;
  for (const json::Value &Value : *List) {
    const json::Object *Entry = Value.getAsObject();
    auto Text = [&](StringRef Key) {
      return (Entry ? Entry->getString(Key) : std::nullopt).value_or("").str();
    };
    std::string Fingerprint = Text("fingerprint");
    if (Fingerprint.empty())
      return failure("baseline " + File + ": an entry has no fingerprint");
    Listed[Fingerprint] =
        Text("file") + ": " + Text("message") + " [" + Text("check") + "]";
  }
  for (Finding &F : All.List)
    F.Known = Listed.erase(F.Fingerprint) != 0;

  std::vector<std::string> Gone;
  for (const auto &[Fingerprint, Text] : Listed)
    Gone.push_back(Text);
  std::sort(Gone.begin(), Gone.end());
  return std::move(Gone);
}

void semtidy::report::writeBaseline(const Findings &All,
                                    const SourceFiles &Sources,
                                    raw_ostream &OS) {
  OS << "{\n  \"version\": " << BaselineVersion << ",\n  \"findings\": [";
  const char *Separator = "\n";
  for (const Finding &F : All.List) {
    OS << Separator << "    "
       << json::Value(json::Object{{"check", F.Check},
                                   {"file", Sources.shown(F.At.File)},
                                   {"message", F.Message},
                                   {"fingerprint", F.Fingerprint}});
    Separator = ",\n";
  }
  OS << "\n  ]\n}\n";
}
