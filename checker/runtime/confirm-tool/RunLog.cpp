//===--- RunLog.cpp - What runs recorded ---------------------------*- C++
//-*-===//
//
// Part of SemTidy, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "runtime/confirm-tool/RunLog.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/StringExtras.h"
#include "llvm/Support/FileSystem.h"
#include "llvm/Support/MemoryBuffer.h"
#include <algorithm>
#include <map>
#include <tuple>

using namespace llvm;
using namespace semtidy::confirm;

/// How every line of ours begins, whatever was printed before it on the line.
static constexpr char Mark[] = "{\"semtidy\":1,";

static Error failure(const Twine &Text) {
  return createStringError(inconvertibleErrorCode(), Text);
}

static std::string text(const json::Object &O, StringRef Key) {
  return O.getString(Key).value_or("").str();
}

static int64_t number(const json::Object &O, StringRef Key) {
  return O.getInteger(Key).value_or(0);
}

static RunPlace placeOf(const json::Object &O) {
  RunPlace P;
  P.File = text(O, "file");
  // A line beyond 32 bits is damage, not a place.
  int64_t Line = number(O, "line");
  P.Line = Line > 0 && Line <= INT32_MAX ? static_cast<unsigned>(Line) : 0;
  P.Function = text(O, "function");
  P.Thread = number(O, "thread");
  return P;
}

namespace {
class Reader {
public:
  Error readFile(const std::string &Path);
  RunLogs take() { return std::move(Logs); }

private:
  void readLine(StringRef Line, const std::string &Path, unsigned Number);
  void readRecord(json::Object O, unsigned Run);
  void readSite(const json::Object &O, unsigned Run);
  unsigned runOf(const json::Object &O, const std::string &Path);

  RunLogs Logs;
  /// By log and process: one file may hold several.
  std::map<std::pair<std::string, int64_t>, unsigned> RunIndex;
  using SiteKey =
      std::tuple<unsigned, std::string, unsigned, std::string, std::string>;
  std::map<SiteKey, size_t> SiteIndex;
};
} // namespace

unsigned Reader::runOf(const json::Object &O, const std::string &Path) {
  int64_t Pid = number(O, "pid");
  auto [It, IsNew] = RunIndex.try_emplace(
      {Path, Pid}, static_cast<unsigned>(Logs.Runs.size()));
  if (IsNew) {
    Run R;
    R.Pid = Pid;
    R.Log = Path;
    Logs.Runs.push_back(std::move(R));
  }
  return It->second;
}

void Reader::readRecord(json::Object O, unsigned Run) {
  Record R;
  R.Run = Run;
  R.Close = placeOf(O);
  if (const json::Object *Created = O.getObject("created"))
    R.Created = placeOf(*Created);
  if (const json::Object *Set = O.getObject("set"))
    R.Set = placeOf(*Set);
  R.Object = text(O, "object");
  R.Family = text(O, "family");
  R.Api = text(O, "api");
  R.By = text(O, "by");
  if (std::optional<int64_t> Returned = O.getInteger("returned"))
    R.Returned = *Returned;
  if (const json::Object *Table = O.getObject("table")) {
    R.Depth = number(*Table, "depth");
    R.Readers = number(*Table, "readers");
    R.PermitsTaken = number(*Table, "permits_taken");
    R.Waiters = number(*Table, "waiters");
    R.SeenSet = Table->getBoolean("set").value_or(true);
  }
  R.Json = std::move(O);
  Logs.Records.push_back(std::move(R));
}

/// A site is written when it is first reached and, with its last counts, at the
/// end of the run.
void Reader::readSite(const json::Object &O, unsigned Run) {
  Site S;
  S.Run = Run;
  S.Close = placeOf(O);
  S.Object = text(O, "object");
  S.Api = text(O, "api");
  S.Closes = number(O, "closes");
  S.Set = number(O, "set");
  auto [It, IsNew] = SiteIndex.try_emplace(
      SiteKey{Run, S.Close.File, S.Close.Line, S.Object, S.Api},
      Logs.Sites.size());
  if (IsNew) {
    Logs.Sites.push_back(std::move(S));
    return;
  }
  Site &Known = Logs.Sites[It->second];
  Known.Closes = std::max(Known.Closes, S.Closes);
  Known.Set = std::max(Known.Set, S.Set);
}

void Reader::readLine(StringRef Line, const std::string &Path,
                      unsigned Number) {
  size_t Begin = Line.find(Mark);
  if (Begin == StringRef::npos)
    return;
  Expected<json::Value> Value = json::parse(Line.drop_front(Begin).rtrim());
  if (!Value) {
    Logs.Broken.push_back(Path + ":" + std::to_string(Number) + ": " +
                          toString(Value.takeError()));
    return;
  }
  json::Object *O = Value->getAsObject();
  if (!O)
    return;
  unsigned Run = runOf(*O, Path);
  std::string Event = text(*O, "event");
  if (Event == "run")
    Logs.Runs[Run].Program = text(*O, "program");
  else if (Event == "summary")
    Logs.Runs[Run].Ended = true;
  else if (Event == "full")
    Logs.Runs[Run].Incomplete = true;
  else if (Event == "site")
    readSite(*O, Run);
  else if (Event == "close-while-set")
    readRecord(std::move(*O), Run);
}

Error Reader::readFile(const std::string &Path) {
  auto Buffer = MemoryBuffer::getFileOrSTDIN(Path);
  if (!Buffer)
    return failure(Path + ": " + Buffer.getError().message());
  StringRef Rest = (*Buffer)->getBuffer();
  for (unsigned Number = 1; !Rest.empty(); ++Number) {
    auto [Line, More] = Rest.split('\n');
    readLine(Line, Path, Number);
    Rest = More;
  }
  return Error::success();
}

Expected<RunLogs> semtidy::confirm::readRunLogs(ArrayRef<std::string> Inputs) {
  Reader R;
  for (const std::string &Input : Inputs) {
    std::vector<std::string> Files;
    if (Input != "-" && sys::fs::is_directory(Input)) {
      std::error_code Code;
      for (sys::fs::directory_iterator It(Input, Code), End; It != End && !Code;
           It.increment(Code))
        if (sys::fs::is_regular_file(It->path()))
          Files.push_back(It->path());
      if (Code)
        return failure(Input + ": " + Code.message());
      llvm::sort(Files);
    } else {
      Files.push_back(Input);
    }
    for (const std::string &File : Files)
      if (Error E = R.readFile(File))
        return std::move(E);
  }
  return R.take();
}
