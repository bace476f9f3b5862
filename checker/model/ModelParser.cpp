//===--- ModelParser.cpp - YAML to API models -----------------------------===//
//
// Part of SemTidy, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "ModelParser.h"
#include "llvm/ADT/StringExtras.h"
#include "llvm/ADT/StringMap.h"
#include "llvm/Support/SourceMgr.h"
#include "llvm/Support/YAMLTraits.h"
#include "llvm/Support/raw_ostream.h"

using namespace semtidy;
using llvm::StringRef;

namespace {

/// The keys below `Close:`.
struct CloseSection {
  CloseOutcome Outcome = CloseOutcome::Undefined;
  std::vector<NamedCode> BusyCodes;
  bool StaysOpen = false;
  std::string WhenSet;
};

llvm::Error makeError(const llvm::Twine &Message) {
  return llvm::createStringError(llvm::inconvertibleErrorCode(), Message);
}

/// What the traits need besides the text.
struct ParseContext {
  /// Keeps messages of failed scalars alive until they are printed.
  std::vector<std::unique_ptr<std::string>> Messages;
  llvm::yaml::Input *In = nullptr;
  llvm::SourceMgr Positions;

  /// Where in the text the node that is being read starts.
  size_t offset() const {
    return start().getPointer() -
           Positions.getMemoryBuffer(1)->getBufferStart();
  }

  /// `file:line:column` of the node that is being read.
  std::string where() const {
    auto [Line, Column] = Positions.getLineAndColumn(start(), 1);
    return (Positions.getMemoryBuffer(1)->getBufferIdentifier() + ":" +
            llvm::Twine(Line) + ":" + llvm::Twine(Column))
        .str();
  }

private:
  /// Where the node that is being read starts. Nodes of broken text may be
  /// nowhere; they start with the file.
  llvm::SMLoc start() const {
    llvm::SMLoc Loc = In->getCurrentNode()->getSourceRange().Start;
    const llvm::MemoryBuffer *Text = Positions.getMemoryBuffer(1);
    llvm::StringRef Range = Text->getBuffer();
    if (Loc.getPointer() < Range.begin() || Loc.getPointer() > Range.end())
      return llvm::SMLoc::getFromPointer(Range.begin());
    return Loc;
  }
};

std::string whereIsNode(llvm::yaml::IO &Io) {
  return static_cast<ParseContext *>(Io.getContext())->where();
}

/// One document of a file.
struct ModelDocument {
  bool IsLike = false;
  Family TheFamily;
  /// With the offset at which each stands in the file.
  std::vector<std::pair<size_t, LikeEntry>> Likes;
};

/// The two forms of an entry's value below `Like:`.
struct LikeName : LikeEntry {
  size_t Offset = 0;
};
struct LikeDetails : LikeName {};

/// `NAME: NAME`, or `NAME: {As: NAME, ...}`.
struct LikeValue {
  bool IsName = false;
  LikeName Name;
  LikeDetails Details;
  std::vector<std::string> List; ///< never valid
};

} // namespace

//===----------------------------------------------------------------------===//
// YAML traits
//===----------------------------------------------------------------------===//

namespace llvm::yaml {

/// Keeps the text of a failed scalar's message alive until it is printed.
static StringRef keep(llvm::Error E, void *Context) {
  auto &Messages = static_cast<ParseContext *>(Context)->Messages;
  Messages.push_back(
      std::make_unique<std::string>(llvm::toString(std::move(E))));
  return *Messages.back();
}

template <> struct ScalarTraits<Place> {
  static void output(const Place &, void *, raw_ostream &) {}
  static StringRef input(StringRef S, void *Ctx, Place &P) {
    llvm::Expected<Place> R = parsePlace(S);
    if (!R)
      return keep(R.takeError(), Ctx);
    P = *R;
    return {};
  }
  static QuotingType mustQuote(StringRef) { return QuotingType::Double; }
};

template <> struct ScalarTraits<Test> {
  static void output(const Test &, void *, raw_ostream &) {}
  static StringRef input(StringRef S, void *Ctx, Test &T) {
    llvm::Expected<Test> R = parseTest(S);
    if (!R)
      return keep(R.takeError(), Ctx);
    T = std::move(*R);
    return {};
  }
  static QuotingType mustQuote(StringRef) { return QuotingType::Double; }
};

template <> struct ScalarTraits<NamedCode> {
  static void output(const NamedCode &, void *, raw_ostream &) {}
  static StringRef input(StringRef S, void *Ctx, NamedCode &C) {
    if (llvm::Error E = parseCode(S, C))
      return keep(std::move(E), Ctx);
    return {};
  }
  static QuotingType mustQuote(StringRef) { return QuotingType::None; }
};

/// Enumerations are scalars here, so that an error can list the choices.
template <typename EnumT> struct ChoiceTraits {
  static void output(const EnumT &, void *, raw_ostream &) {}
  static StringRef input(StringRef S, void *Ctx, EnumT &Value) {
    std::string Choices;
    for (auto [Spelling, Choice] : ScalarTraits<EnumT>::choices()) {
      if (S == Spelling) {
        Value = Choice;
        return {};
      }
      Choices += (Choices.empty() ? "" : ", ") + Spelling.str();
    }
    return keep(makeError("found '" + S + "', expected one of: " + Choices),
                Ctx);
  }
  static QuotingType mustQuote(StringRef) { return QuotingType::None; }
};

template <typename EnumT> using Choices = std::vector<std::pair<StringRef, EnumT>>;

template <> struct ScalarTraits<ObjectKind> : ChoiceTraits<ObjectKind> {
  static Choices<ObjectKind> choices() {
    return {{"owner-lock", ObjectKind::OwnerLock},
            {"permit", ObjectKind::Permit},
            {"flag", ObjectKind::Flag},
            {"event", ObjectKind::Event},
            {"from-creator", ObjectKind::FromCreator}};
  }
};
template <> struct ScalarTraits<Identity> : ChoiceTraits<Identity> {
  static Choices<Identity> choices() {
    return {{"address", Identity::Address}, {"value", Identity::Value}};
  }
};
template <> struct ScalarTraits<Releaser> : ChoiceTraits<Releaser> {
  static Choices<Releaser> choices() {
    return {{"owner", Releaser::Owner}, {"anyone", Releaser::Anyone}};
  }
};
template <> struct ScalarTraits<Strength> : ChoiceTraits<Strength> {
  static Choices<Strength> choices() {
    return {{"error", Strength::Error},
            {"warning", Strength::Warning},
            {"note", Strength::Note},
            {"off", Strength::Off}};
  }
};
template <> struct ScalarTraits<CloseOutcome> : ChoiceTraits<CloseOutcome> {
  static Choices<CloseOutcome> choices() {
    return {{"returns-error", CloseOutcome::ReturnsError},
            {"undefined", CloseOutcome::Undefined},
            {"aborts", CloseOutcome::Aborts},
            {"abandons", CloseOutcome::Abandons},
            {"loses-permit", CloseOutcome::LosesPermit},
            {"releases-it", CloseOutcome::ReleasesIt}};
  }
};
template <> struct ScalarTraits<Role> : ChoiceTraits<Role> {
  static Choices<Role> choices() {
    return {{"create", Role::Create},       {"open", Role::Open},
            {"set", Role::Set},             {"try-set", Role::TrySet},
            {"clear", Role::Clear},         {"close", Role::Close},
            {"reacquire", Role::Reacquire}, {"alias", Role::Alias},
            {"attribute", Role::Attribute}, {"escape", Role::Escape},
            {"free", Role::Free},           {"neutral", Role::Neutral}};
  }
};

} // namespace llvm::yaml

LLVM_YAML_IS_FLOW_SEQUENCE_VECTOR(NamedCode)
LLVM_YAML_IS_SEQUENCE_VECTOR(semtidy::Test)
LLVM_YAML_IS_SEQUENCE_VECTOR(semtidy::Effect)

namespace llvm::yaml {

template <> struct MappingTraits<CloseSection> {
  static void mapping(IO &Io, CloseSection &C) {
    Io.mapRequired("Outcome", C.Outcome);
    Io.mapOptional("BusyCodes", C.BusyCodes);
    Io.mapOptional("StaysOpen", C.StaysOpen);
    Io.mapRequired("WhenSet", C.WhenSet);
  }
  static std::string validate(IO &, CloseSection &C) {
    if (StringRef(C.WhenSet).contains('[') || StringRef(C.WhenSet).ends_with("."))
      return "WhenSet must have no square brackets and no full stop";
    return {};
  }
};

template <> struct MappingTraits<Effect> {
  static void mapping(IO &Io, Effect &E) {
    Io.mapRequired("Names", E.Names);
    Io.mapRequired("Role", E.TheRole);
    Io.mapOptional("Object", E.Object);
    Io.mapOptional("Params", E.Params);
    Io.mapOptional("Match", E.Match);
    Io.mapOptional("When", E.When);
    Io.mapOptional("Kind", E.Kind);
    Io.mapOptional("Initial", E.Initial);
    Io.mapOptional("Owned", E.Owned);
    Io.mapOptional("Count", E.Count);
    Io.mapOptional("ArraySize", E.ArraySize);
    Io.mapOptional("All", E.All);
    Io.mapOptional("Target", E.Target);
    Io.mapOptional("SharedName", E.SharedName);
    Io.mapOptional("Exclusive", E.Exclusive);
    Io.mapOptional("Recursive", E.Recursive);
    Io.mapOptional("HandleTypes", E.HandleTypes);
    Io.mapOptional("Timeout", E.Timeout);
    Io.mapOptional("Immediate", E.Immediate);
    Io.mapOptional("Strength", E.Level);
    Io.mapOptional("Guards", E.Guards);
    Io.mapOptional("TellsState", E.TellsState);
  }
  static std::string validate(IO &Io, Effect &E) {
    // After a mistake nothing more is read, and what is missing is no second one.
    if (static_cast<Input &>(Io).error())
      return {};
    if (E.Names.empty())
      return "Names: found an empty list, expected at least one function name";
    if (!E.Object && E.TheRole != Role::Neutral)
      return "missing required key 'Object' for a function with this Role";
    for (const Test &T : E.Match)
      if (T.Subject.Kind != Place::Arg)
        return "Match: found a test on a result, expected one on 'arg N'";
    if (E.When && E.When.Subject.Kind == Place::Arg)
      return "When: found 'arg N', expected 'return' or '*arg N'";
    if (E.TheRole == Role::Alias && !E.Target)
      return "missing required key 'Target' for a function with Role: alias";
    if (E.Level && E.TheRole != Role::Create && E.TheRole != Role::Open)
      return "Strength: found on a function that makes nothing, expected Role: "
             "create or open";
    if (E.Exclusive && E.TheRole != Role::Set && E.TheRole != Role::TrySet)
      return "Exclusive: found on a function that does not set the object, "
             "expected Role: set or try-set";
    if (!E.TellsState && E.TheRole != Role::Neutral)
      return "TellsState: found on a function that does something to the "
             "object, expected Role: neutral";
    if (E.Object.Kind == Place::Literal)
      return "Object: found an integer, expected 'arg N', '*arg N', 'return' "
             "or 'this'";
    return {};
  }
};

template <> struct MappingTraits<Family> {
  static void mapping(IO &Io, Family &F) {
    std::optional<Releaser> ReleasedBy;
    CloseSection Close;
    F.Origin = StringRef(whereIsNode(Io)).rsplit(':').first.str();
    Io.mapRequired("Family", F.Name);
    Io.mapRequired("Title", F.Title);
    Io.mapOptional("Kind", F.Kind);
    Io.mapOptional("Identity", F.Id);
    Io.mapOptional("ReleasedBy", ReleasedBy);
    Io.mapRequired("Strength", F.Level);
    Io.mapOptional("Recursive", F.Recursive);
    Io.mapOptional("HasModes", F.HasModes);
    Io.mapOptional("HandleTypes", F.HandleTypes);
    Io.mapOptional("EndsWithStorage", F.EndsWithStorage);
    Io.mapRequired("Close", Close);
    Io.mapRequired("Functions", F.Functions);
    bool Shared = F.Kind == ObjectKind::Permit || F.Kind == ObjectKind::Flag;
    F.ReleasedBy =
        ReleasedBy.value_or(Shared ? Releaser::Anyone : Releaser::Owner);
    F.Outcome = Close.Outcome;
    F.StaysOpen = Close.StaysOpen;
    F.WhenSet = Close.WhenSet;
    for (const NamedCode &Code : Close.BusyCodes) {
      F.BusyCodes.push_back(Code.Value);
      F.BusyNames.push_back(Code.Name);
    }
  }
  static std::string validate(IO &Io, Family &F) {
    // After a mistake nothing more is read, and what is missing is no second one.
    if (static_cast<Input &>(Io).error())
      return {};
    if (F.Name.empty() || !llvm::all_of(F.Name, [](char C) {
          return llvm::isAlnum(C) || C == '-';
        }))
      return "Family: found '" + F.Name +
             "', expected letters, digits and hyphens";
    if (F.Functions.empty())
      return "Functions: found an empty list, expected at least one function";
    return {};
  }
};

template <> struct ScalarTraits<LikeName> {
  static void output(const LikeName &, void *, raw_ostream &) {}
  static StringRef input(StringRef S, void *Ctx, LikeName &L) {
    L.As = S.str();
    L.Where = static_cast<ParseContext *>(Ctx)->where();
    L.Offset = static_cast<ParseContext *>(Ctx)->offset();
    if (S.empty())
      return "found nothing, expected the name of a modelled function";
    return {};
  }
  static QuotingType mustQuote(StringRef) { return QuotingType::None; }
};

template <> struct MappingTraits<LikeDetails> {
  static void mapping(IO &Io, LikeDetails &L) {
    LikeName Name;
    Io.mapRequired("As", Name);
    L.As = Name.As;
    L.Where = Name.Where;
    L.Offset = Name.Offset;
    Io.mapOptional("Family", L.FamilyName);
    Io.mapOptional("Object", L.Object);
    Io.mapOptional("Params", L.Params);
    Io.mapOptional("HandleTypes", L.HandleTypes);
  }
  static std::string validate(IO &, LikeDetails &L) {
    if (L.Object.Kind == Place::Literal)
      return "Object: found an integer, expected 'arg N', '*arg N', 'return' "
             "or 'this'";
    return {};
  }
};

template <> struct PolymorphicTraits<LikeValue> {
  static NodeKind getKind(const LikeValue &) { return NodeKind::Map; }
  static LikeName &getAsScalar(LikeValue &V) {
    V.IsName = true;
    return V.Name;
  }
  static LikeDetails &getAsMap(LikeValue &V) { return V.Details; }
  static std::vector<std::string> &getAsSequence(LikeValue &V) {
    return V.List;
  }
};

template <> struct CustomMappingTraits<std::vector<std::pair<size_t, LikeEntry>>> {
  using List = std::vector<std::pair<size_t, LikeEntry>>;
  static void inputOne(IO &Io, StringRef Key, List &Entries) {
    LikeValue V;
    Io.mapRequired(Key.str().c_str(), V);
    if (!V.List.empty()) {
      Io.setError("found a list, expected the name of one modelled function");
      return;
    }
    LikeName &L = V.IsName ? V.Name : V.Details;
    L.Name = Key.str();
    Entries.emplace_back(L.Offset, L);
  }
  static void output(IO &, List &) {}
};

template <> struct MappingTraits<ModelDocument> {
  static void mapping(IO &Io, ModelDocument &D) {
    D.IsLike = llvm::is_contained(Io.keys(), "Like");
    if (D.IsLike) {
      Io.mapRequired("Like", D.Likes);
      return;
    }
    MappingTraits<Family>::mapping(Io, D.TheFamily);
  }
  static std::string validate(IO &Io, ModelDocument &D) {
    if (!D.IsLike)
      return MappingTraits<Family>::validate(Io, D.TheFamily);
    if (D.Likes.empty())
      return "Like: found no entry, expected at least one 'NAME: NAME'";
    return {};
  }
};

} // namespace llvm::yaml

/// What LLVM's YAML reader says of a value, with what was found and expected.
static llvm::SMDiagnostic withExpected(const llvm::SMDiagnostic &D) {
  static constexpr std::pair<StringRef, StringRef> Expected[] = {
      {"invalid number", "a number"},
      {"invalid boolean", "true or false"},
      {"not a sequence", "a list"},
      {"not a mapping", "keys with values"},
      {"unknown node kind", "a text, in quotes if it starts with '*' or '&'"}};
  const auto *Known = llvm::find_if(Expected, [&](const auto &Entry) {
    return Entry.first == D.getMessage();
  });
  if (Known == std::end(Expected))
    return D;
  StringRef Line = D.getLineContents();
  StringRef Found;
  if (!D.getRanges().empty())
    Found = Line.slice(D.getRanges().front().first, D.getRanges().front().second);
  if (Found.trim().empty())
    Found = Line.substr(std::max(D.getColumnNo(), 0));
  Found = Found.trim();
  std::string What = Found.empty() ? "nothing" : ("'" + Found + "'").str();
  if (Known->first == "unknown node kind")
    What = "an alias";
  std::string Message = ("found " + What + ", expected " + Known->second).str();
  return {*D.getSourceMgr(), D.getLoc(),   D.getFilename(), D.getLineNo(),
          D.getColumnNo(),   D.getKind(),  Message,         Line,
          D.getRanges(),     D.getFixIts()};
}

llvm::Error semtidy::parseModels(llvm::MemoryBufferRef Text,
                                 ParsedModels &Models) {
  std::string Diagnostics;
  llvm::raw_string_ostream DiagnosticStream(Diagnostics);
  // YAML IO prints through the handler with the buffer's name and position.
  auto Handler = [](const llvm::SMDiagnostic &D, void *Stream) {
    withExpected(D).print(nullptr, *static_cast<llvm::raw_ostream *>(Stream),
                          /*ShowColors=*/false);
  };
  ParseContext Context;
  Context.Positions.AddNewSourceBuffer(
      llvm::MemoryBuffer::getMemBuffer(Text, /*RequiresNullTerminator=*/false),
      llvm::SMLoc());
  llvm::yaml::Input In(Text, &Context, Handler, &DiagnosticStream);
  Context.In = &In;
  std::vector<ModelDocument> Documents;
  // As `In >> Documents`, which crashes on a document that has no node, such as
  // one that is only an alias.
  llvm::yaml::EmptyContext Empty;
  while (In.setCurrentDocument() && In.getCurrentNode()) {
    Documents.emplace_back();
    llvm::yaml::yamlize(In, Documents.back(), /*Required=*/true, Empty);
    if (In.error())
      break;
    In.nextDocument();
  }
  if (In.error()) {
    // LLVM's scanner gives up on some texts without a word, such as a '%' where
    // no directive can be.
    if (DiagnosticStream.str().empty())
      return makeError(Text.getBufferIdentifier() +
                       ":1:1: error: found text that is not YAML, expected "
                       "documents with 'Family' or 'Like'");
    return llvm::createStringError(In.error(),
                                   StringRef(DiagnosticStream.str()).rtrim());
  }
  if (Documents.empty())
    return makeError(Text.getBufferIdentifier() +
                     ":1:1: error: found no document, expected at least one "
                     "with 'Family' or 'Like'");
  llvm::StringMap<std::string> Names;
  for (ModelDocument &D : Documents) {
    if (D.IsLike)
      continue;
    const Family &F = D.TheFamily;
    auto [It, Inserted] = Names.try_emplace(F.Name, F.Origin);
    if (!Inserted)
      return makeError(F.Origin + ":1: error: Family: found '" + F.Name +
                       "', which is also in " + It->second +
                       ", expected a unique name");
  }
  for (ModelDocument &D : Documents) {
    if (!D.IsLike) {
      Models.Families.push_back(std::move(D.TheFamily));
      continue;
    }
    // Keys come in no order; an entry may be like an earlier one.
    llvm::sort(D.Likes, llvm::less_first());
    for (auto &[Offset, Entry] : D.Likes)
      Models.Likes.push_back(std::move(Entry));
  }
  return llvm::Error::success();
}
