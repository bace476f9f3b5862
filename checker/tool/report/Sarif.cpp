//===--- Sarif.cpp - SARIF 2.1.0 --------------------------------*- C++ -*-===//
//
// Part of SemTidy, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "tool/report/Sarif.h"
#include "tool/report/RuleHelp.h"
#include "llvm/ADT/StringExtras.h"
#include "llvm/Support/Path.h"
#include <map>

using namespace llvm;
using namespace semtidy::report;

static constexpr char Schema[] =
    "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/"
    "sarif-schema-2.1.0.json";

/// The name by which results refer to the root of the repository.
static constexpr char RootId[] = "SRCROOT";

//===----------------------------------------------------------------------===//
// Places
//===----------------------------------------------------------------------===//

/// \p Path as part of a URI (RFC 3986): all but unreserved characters and the
/// slash is percent-encoded.
static std::string toUriPath(StringRef Path) {
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

static json::Object artifact(StringRef File, const SourceFiles &Sources) {
  if (Sources.isBelowRoot(File))
    return json::Object{{"uri", toUriPath(Sources.shown(File))},
                        {"uriBaseId", RootId}};
  return json::Object{
      {"uri", "file://" + toUriPath(sys::path::convert_to_slash(File))}};
}

static json::Object location(const Place &At, const SourceFiles &Sources) {
  json::Object Physical{{"artifactLocation", artifact(At.File, Sources)}};
  if (At.Line != 0) {
    json::Object Region{{"startLine", At.Line}, {"startColumn", At.Column}};
    if (At.EndLine != 0) {
      Region["endLine"] = At.EndLine;
      Region["endColumn"] = At.EndColumn;
    }
    Physical["region"] = std::move(Region);
  }
  return json::Object{{"physicalLocation", std::move(Physical)}};
}

static json::Object message(StringRef Text) {
  // A json::Value would keep a reference.
  return json::Object{{"text", Text.str()}};
}

//===----------------------------------------------------------------------===//
// Results
//===----------------------------------------------------------------------===//

static StringRef levelName(Level L) {
  switch (L) {
  case Level::Note:
    return "note";
  case Level::Warning:
    return "warning";
  case Level::Error:
    return "error";
  }
  llvm_unreachable("no such level");
}

/// The notes as one path through the program. A viewer shows where it ends, so
/// it ends at the finding itself.
static json::Array codeFlows(const Finding &F, const SourceFiles &Sources) {
  json::Array Path;
  auto Add = [&](const Place &At, StringRef Text) {
    if (At.File.empty())
      return;
    json::Object Where = location(At, Sources);
    Where["message"] = message(Text);
    int64_t Order = static_cast<int64_t>(Path.size()) + 1;
    Path.push_back(json::Object{{"location", std::move(Where)},
                                {"executionOrder", Order}});
  };
  for (const Step &S : F.Steps)
    Add(S.At, S.Text);
  if (Path.empty())
    return Path;
  const Place &Last = F.Steps.back().At;
  if (Last.File != F.At.File || Last.Line != F.At.Line ||
      Last.Column != F.At.Column)
    Add(F.At, F.Message);
  return json::Array{json::Object{
      {"threadFlows",
       json::Array{json::Object{{"locations", std::move(Path)}}}}}};
}

static json::Object result(const Finding &F, int64_t RuleIndex,
                           const SourceFiles &Sources, bool HasBaseline) {
  json::Object Result{
      {"ruleId", F.Check},
      {"ruleIndex", RuleIndex},
      {"level", levelName(F.Strength)},
      {"message", message(F.Message)},
      // The first is what GitHub reads, the second is ours.
      {"partialFingerprints", json::Object{{"primaryLocationLineHash",
                                            F.Fingerprint.substr(0, 16) + ":1"},
                                           {"semtidy/v1", F.Fingerprint}}}};
  if (!F.At.File.empty())
    Result["locations"] = json::Array{location(F.At, Sources)};
  if (json::Array Flows = codeFlows(F, Sources); !Flows.empty())
    Result["codeFlows"] = std::move(Flows);
  if (HasBaseline)
    Result["baselineState"] = F.Known ? "unchanged" : "new";
  return Result;
}

//===----------------------------------------------------------------------===//
// The run
//===----------------------------------------------------------------------===//

static json::Object rule(StringRef Check) {
  json::Object Rule{{"id", Check.str()}, {"name", Check.str()}};
  const RuleHelp *Help = findRuleHelp(Check);
  if (!Help) {
    Rule["shortDescription"] = message(("clang-tidy check " + Check).str());
    return Rule;
  }
  Rule["shortDescription"] = message(Help->Summary);
  Rule["fullDescription"] = message(Help->Summary);
  Rule["help"] =
      json::Object{{"text", Help->Markdown}, {"markdown", Help->Markdown}};
  if (!Help->Uri.empty())
    Rule["helpUri"] = Help->Uri;
  Rule["properties"] = json::Object{
      {"precision", "high"},
      {"problem.severity", "warning"},
      {"tags", json::Array{"correctness", "concurrency", "CWE-667"}}};
  return Rule;
}

/// What did not compile is about the run, not a result.
static json::Object invocation(const Findings &All,
                               const SourceFiles &Sources) {
  json::Array Notifications;
  for (const Finding &F : All.CompileErrors) {
    json::Object Notification{{"level", "error"},
                              {"message", message(F.Message)}};
    if (!F.At.File.empty())
      Notification["locations"] = json::Array{location(F.At, Sources)};
    Notifications.push_back(std::move(Notification));
  }
  bool Successful = Notifications.empty();
  return json::Object{{"executionSuccessful", Successful},
                      {"toolExecutionNotifications", std::move(Notifications)}};
}

json::Value semtidy::report::toSarif(const Findings &All,
                                     const SourceFiles &Sources,
                                     bool HasBaseline) {
  std::map<std::string, int64_t> RuleIndex;
  for (const Finding &F : All.List)
    RuleIndex.emplace(F.Check, 0);
  json::Array Rules;
  for (auto &[Check, Index] : RuleIndex) {
    Index = static_cast<int64_t>(Rules.size());
    Rules.push_back(rule(Check));
  }

  json::Array Results;
  for (const Finding &F : All.List)
    Results.push_back(result(F, RuleIndex[F.Check], Sources, HasBaseline));

  json::Object Run{
      {"tool", json::Object{{"driver",
                             json::Object{{"name", "SemTidy"},
                                          {"version", SEMTIDY_VERSION},
                                          {"semanticVersion", SEMTIDY_VERSION},
                                          {"rules", std::move(Rules)}}}}},
      {"columnKind", "unicodeCodePoints"},
      {"originalUriBaseIds",
       json::Object{
           {RootId, json::Object{{"description",
                                  message("The root of the repository")}}}}},
      {"invocations", json::Array{invocation(All, Sources)}},
      {"results", std::move(Results)}};
  return json::Object{{"$schema", Schema},
                      {"version", "2.1.0"},
                      {"runs", json::Array{std::move(Run)}}};
}
