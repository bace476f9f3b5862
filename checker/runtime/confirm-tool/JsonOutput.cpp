//===--- JsonOutput.cpp - The join, for programs -------------------*- C++
//-*-===//
//
// Part of SemTidy, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "runtime/confirm-tool/Output.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/StringExtras.h"
#include "llvm/Support/Path.h"

using namespace llvm;
using namespace semtidy::confirm;
using semtidy::report::Finding;
using semtidy::report::Place;
using semtidy::report::SourceFiles;
using semtidy::report::Step;

static int64_t count(size_t N) { return static_cast<int64_t>(N); }

//===----------------------------------------------------------------------===//
// JSON
//===----------------------------------------------------------------------===//

static json::Object place(const Place &At, const SourceFiles &Sources) {
  return json::Object{{"file", Sources.shown(At.File)},
                      {"line", At.Line},
                      {"column", At.Column}};
}

static json::Object judged(const Judged &J, const SourceFiles &Sources) {
  json::Object O = place(J.Finding.At, Sources);
  O["check"] = J.Finding.Check;
  O["message"] = J.Finding.Message;
  O["fingerprint"] = J.Finding.Fingerprint;
  O["verdict"] = toString(J.TheVerdict);
  O["closes"] = J.Closes;
  O["set"] = J.Set;
  O["runs"] = J.Runs;
  json::Array Notes, Records;
  for (const Step &S : J.Finding.Steps) {
    json::Object Note = place(S.At, Sources);
    Note["message"] = S.Text;
    Notes.push_back(std::move(Note));
  }
  for (const Record *R : J.Records)
    Records.push_back(json::Object(R->Json));
  O["notes"] = std::move(Notes);
  O["records"] = std::move(Records);
  return O;
}

json::Value semtidy::confirm::toJson(const Joined &J, const RunLogs &Logs,
                                     const SourceFiles &Sources) {
  json::Array Findings, Unreported, Runs, Broken;
  for (const Judged &One : J.Findings)
    Findings.push_back(judged(One, Sources));
  for (const Record *R : J.Unreported)
    Unreported.push_back(json::Object(R->Json));
  for (const Run &R : Logs.Runs)
    Runs.push_back(json::Object{{"pid", R.Pid},
                                {"program", R.Program},
                                {"log", R.Log},
                                {"ended", R.Ended},
                                {"incomplete", R.Incomplete}});
  for (const std::string &B : Logs.Broken)
    Broken.push_back(B);
  return json::Object{
      {"findings", std::move(Findings)},
      {"unreported", std::move(Unreported)},
      {"runs", std::move(Runs)},
      {"broken", std::move(Broken)},
      {"summary",
       json::Object{{"confirmed", count(J.count(Verdict::Confirmed))},
                    {"reached-clear", count(J.count(Verdict::ReachedClear))},
                    {"never-reached", count(J.count(Verdict::NeverReached))},
                    {"unreported", count(J.Unreported.size())}}}};
}

//===----------------------------------------------------------------------===//
// SARIF
//===----------------------------------------------------------------------===//

static constexpr char Schema[] =
    "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/"
    "sarif-schema-2.1.0.json";

/// Percent-encoded as RFC 3986 wants it.
static std::string toUri(StringRef Path) {
  std::string Uri;
  for (char C : Path) {
    if (isAlnum(C) || StringRef("-._~/").contains(C)) {
      Uri += C;
    } else {
      Uri += '%';
      Uri += toHex(StringRef(&C, 1));
    }
  }
  return Uri;
}

static json::Object location(StringRef File, unsigned Line, unsigned Column,
                             const SourceFiles &Sources) {
  json::Object Artifact;
  if (!sys::path::is_absolute(File) || Sources.isBelowRoot(File))
    Artifact = json::Object{{"uri", toUri(Sources.shown(File))},
                            {"uriBaseId", "SRCROOT"}};
  else
    Artifact = json::Object{{"uri", "file://" + toUri(File)}};
  json::Object Physical{{"artifactLocation", std::move(Artifact)}};
  if (Line) {
    json::Object Region{{"startLine", Line}};
    if (Column)
      Region["startColumn"] = Column;
    Physical["region"] = std::move(Region);
  }
  return json::Object{{"physicalLocation", std::move(Physical)}};
}

static json::Object related(const RunPlace &P, const Twine &Text,
                            const SourceFiles &Sources) {
  json::Object L = location(P.File, P.Line, 0, Sources);
  L["message"] = json::Object{{"text", Text.str()}};
  return L;
}

static json::Array codeFlows(const Finding &F, const SourceFiles &Sources) {
  json::Array Path;
  for (const Step &S : F.Steps) {
    json::Object L = location(S.At.File, S.At.Line, S.At.Column, Sources);
    L["message"] = json::Object{{"text", S.Text}};
    Path.push_back(json::Object{{"location", std::move(L)},
                                {"executionOrder", count(Path.size()) + 1}});
  }
  if (Path.empty())
    return Path;
  return json::Array{json::Object{
      {"threadFlows",
       json::Array{json::Object{{"locations", std::move(Path)}}}}}};
}

static json::Object result(const Judged &J, const SourceFiles &Sources) {
  const Finding &F = J.Finding;
  json::Array Related;
  for (const Record *R : J.Records) {
    if (R->Created && R->Created->Line)
      Related.push_back(related(*R->Created, "created, in this run", Sources));
    if (R->Set && R->Set->Line)
      Related.push_back(
          related(*R->Set, "set by thread " + Twine(R->Set->Thread), Sources));
    Related.push_back(related(
        R->Close,
        "closed while set" + (R->Returned ? "; " + R->Api + " returned " +
                                                std::to_string(*R->Returned)
                                          : std::string()),
        Sources));
  }
  json::Object Result{
      {"ruleId", F.Check},
      {"level", J.TheVerdict == Verdict::Confirmed ? "error" : "warning"},
      {"message", json::Object{{"text", F.Message}}},
      {"locations",
       json::Array{location(F.At.File, F.At.Line, F.At.Column, Sources)}},
      {"properties", json::Object{{"semtidy/verdict", toString(J.TheVerdict)},
                                  {"semtidy/closes", J.Closes},
                                  {"semtidy/set", J.Set},
                                  {"semtidy/runs", J.Runs}}}};
  if (!F.Fingerprint.empty())
    Result["partialFingerprints"] = json::Object{
        {"primaryLocationLineHash", F.Fingerprint.substr(0, 16) + ":1"},
        {"semtidy/v1", F.Fingerprint}};
  if (json::Array Flows = codeFlows(F, Sources); !Flows.empty())
    Result["codeFlows"] = std::move(Flows);
  if (!Related.empty())
    Result["relatedLocations"] = std::move(Related);
  return Result;
}

json::Value semtidy::confirm::toSarif(const Joined &J, const RunLogs &Logs,
                                      const SourceFiles &Sources) {
  json::Array Results, Rules;
  std::vector<std::string> Checks;
  for (const Judged &One : J.Findings) {
    Results.push_back(result(One, Sources));
    Checks.push_back(One.Finding.Check);
  }
  llvm::sort(Checks);
  Checks.erase(std::unique(Checks.begin(), Checks.end()), Checks.end());
  for (const std::string &Check : Checks)
    Rules.push_back(json::Object{{"id", Check}, {"name", Check}});
  json::Object Run{
      {"tool",
       json::Object{{"driver", json::Object{{"name", "SemTidy"},
                                            {"version", SEMTIDY_VERSION},
                                            {"rules", std::move(Rules)}}}}},
      {"columnKind", "unicodeCodePoints"},
      {"originalUriBaseIds",
       json::Object{
           {"SRCROOT", json::Object{{"description",
                                     json::Object{{"text", "The root of the "
                                                           "repository"}}}}}}},
      {"properties", json::Object{{"semtidy/runs", count(Logs.Runs.size())}}},
      {"results", std::move(Results)}};
  return json::Object{{"$schema", Schema},
                      {"version", "2.1.0"},
                      {"runs", json::Array{std::move(Run)}}};
}
