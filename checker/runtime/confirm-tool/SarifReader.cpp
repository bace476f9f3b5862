//===--- SarifReader.cpp - Findings from SARIF ---------------------*- C++
//-*-===//
//
// Part of SemTidy, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "runtime/confirm-tool/SarifReader.h"
#include "llvm/ADT/StringExtras.h"

using namespace llvm;
using semtidy::report::Finding;
using semtidy::report::Place;
using semtidy::report::SourceFiles;

/// The path that a URI names; percent-encoding undone (RFC 3986).
static std::string toPath(StringRef Uri) {
  std::string Path;
  if (Uri.consume_front("file://"))
    Uri = Uri.drop_until([](char C) { return C == '/'; });
  for (size_t I = 0; I < Uri.size(); ++I) {
    unsigned Byte;
    if (Uri[I] == '%' && I + 2 < Uri.size() &&
        !Uri.substr(I + 1, 2).getAsInteger(16, Byte)) {
      Path += static_cast<char>(Byte);
      I += 2;
    } else {
      Path += Uri[I];
    }
  }
  return Path;
}

static unsigned lineNumber(const json::Object &Region, StringRef Key) {
  int64_t Line = Region.getInteger(Key).value_or(0);
  return Line > 0 && Line <= INT32_MAX ? static_cast<unsigned>(Line) : 0;
}

static Place placeOf(const json::Object &Location, SourceFiles &Sources) {
  Place At;
  const json::Object *Physical = Location.getObject("physicalLocation");
  if (!Physical)
    return At;
  if (const json::Object *Artifact = Physical->getObject("artifactLocation"))
    if (std::optional<StringRef> Uri = Artifact->getString("uri"))
      At.File = Sources.resolve(toPath(*Uri), Sources.root());
  if (const json::Object *Region = Physical->getObject("region")) {
    At.Line = lineNumber(*Region, "startLine");
    At.Column = lineNumber(*Region, "startColumn");
  }
  return At;
}

static std::string messageOf(const json::Object &O) {
  const json::Object *Message = O.getObject("message");
  return Message ? Message->getString("text").value_or("").str() : "";
}

static const json::Object *firstObject(const json::Object &O, StringRef Key) {
  const json::Array *A = O.getArray(Key);
  return A && !A->empty() ? A->front().getAsObject() : nullptr;
}

static Finding findingOf(const json::Object &Result, SourceFiles &Sources) {
  Finding F;
  F.Check = Result.getString("ruleId").value_or("").str();
  F.Message = messageOf(Result);
  if (const json::Object *Location = firstObject(Result, "locations"))
    F.At = placeOf(*Location, Sources);
  if (const json::Object *Prints = Result.getObject("partialFingerprints"))
    F.Fingerprint = Prints->getString("semtidy/v1").value_or("").str();
  const json::Object *Flow = firstObject(Result, "codeFlows");
  const json::Object *Thread =
      Flow ? firstObject(*Flow, "threadFlows") : nullptr;
  if (const json::Array *Steps =
          Thread ? Thread->getArray("locations") : nullptr)
    for (const json::Value &Step : *Steps)
      if (const json::Object *O = Step.getAsObject())
        if (const json::Object *Location = O->getObject("location"))
          F.Steps.push_back(
              {placeOf(*Location, Sources), messageOf(*Location)});
  return F;
}

Error semtidy::confirm::readSarif(const json::Value &Document, StringRef Path,
                                  SourceFiles &Sources,
                                  std::vector<Finding> &List) {
  const json::Object *Root = Document.getAsObject();
  const json::Array *Runs = Root ? Root->getArray("runs") : nullptr;
  if (!Runs)
    return createStringError(inconvertibleErrorCode(),
                             Path + ": this is JSON, but no SARIF: it has no "
                                    "'runs'");
  for (const json::Value &Run : *Runs)
    if (const json::Object *O = Run.getAsObject())
      if (const json::Array *Results = O->getArray("results"))
        for (const json::Value &Result : *Results)
          if (const json::Object *R = Result.getAsObject())
            List.push_back(findingOf(*R, Sources));
  return Error::success();
}
