//===--- ModelParser.cpp - YAML to API models -----------------------------===//
//
// Part of SemTidy, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "ModelParser.h"
#include "llvm/ADT/StringExtras.h"
#include "llvm/ADT/StringSet.h"
#include "llvm/Support/SourceMgr.h"
#include "llvm/Support/YAMLTraits.h"
#include "llvm/Support/raw_ostream.h"

using namespace semtidy;
using llvm::StringRef;

namespace {

/// A number or `NAME:number`; the name is looked up in the user's code.
struct NamedCode {
  std::string Name;
  int64_t Value = 0;
};

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

bool isIdentifier(StringRef S) {
  return !S.empty() && !llvm::isDigit(S.front()) &&
         llvm::all_of(S, [](char C) { return llvm::isAlnum(C) || C == '_'; });
}

/// Parses an integer in C notation, including `0xFFFFFFFFFFFFFFFF`.
bool parseInteger(StringRef S, int64_t &Value) {
  if (!S.getAsInteger(0, Value))
    return true;
  uint64_t Unsigned;
  if (S.getAsInteger(0, Unsigned))
    return false;
  Value = static_cast<int64_t>(Unsigned);
  return true;
}

llvm::Error parseCode(StringRef Text, NamedCode &Code) {
  auto [Name, Number] = Text.split(':');
  if (Number.empty() && !Text.contains(':')) {
    if (parseInteger(Text.trim(), Code.Value))
      return llvm::Error::success();
  } else if (isIdentifier(Name.trim()) &&
             parseInteger(Number.trim(), Code.Value)) {
    Code.Name = Name.trim().str();
    return llvm::Error::success();
  }
  return makeError("found '" + Text + "', expected an integer or NAME:integer");
}

llvm::Error parseComparison(StringRef Text, Comparison &C) {
  StringRef Rest = Text.trim();
  if (Rest.consume_front("&")) {
    Rest = Rest.ltrim();
    StringRef MaskText = Rest.take_until([](char Ch) { return Ch == ' '; });
    int64_t Mask;
    if (!parseInteger(MaskText, Mask))
      return makeError("found '" + MaskText + "' after '&', expected a mask");
    C.Mask = static_cast<uint64_t>(Mask);
    Rest = Rest.drop_front(MaskText.size()).ltrim();
  }
  static constexpr std::pair<StringRef, Comparison::OpTy> Operators[] = {
      {"==", Comparison::EQ}, {"!=", Comparison::NE}, {"<=", Comparison::LE},
      {">=", Comparison::GE}, {"<", Comparison::LT},  {">", Comparison::GT}};
  for (auto [Spelling, Op] : Operators)
    if (Rest.consume_front(Spelling)) {
      C.Op = Op;
      NamedCode Code;
      if (llvm::Error E = parseCode(Rest.trim(), Code))
        return E;
      C.Value = Code.Value;
      C.Symbol = Code.Name;
      return llvm::Error::success();
    }
  return makeError("found '" + Text.trim() +
                   "', expected one of == != < <= > >= and a value");
}

} // namespace

llvm::Expected<Place> semtidy::parsePlace(StringRef Text) {
  StringRef S = Text.trim();
  Place P;
  if (S == "return" || S == "this") {
    P.Kind = S == "return" ? Place::Return : Place::This;
    return P;
  }
  if (parseInteger(S, P.Value)) {
    P.Kind = Place::Literal;
    return P;
  }
  bool Out = S.consume_front("*");
  if (S.consume_front("arg") && !S.trim().getAsInteger(10, P.Index)) {
    P.Kind = Out ? Place::Out : Place::Arg;
    return P;
  }
  return makeError("found '" + Text +
                   "', expected 'return', 'this', 'arg N', '*arg N' or an "
                   "integer");
}

llvm::Expected<Test> semtidy::parseTest(StringRef Text) {
  size_t End = Text.find_first_of("&=!<>");
  if (End == StringRef::npos)
    return makeError("found '" + Text +
                     "', expected a test such as 'return == 0'");
  llvm::Expected<Place> Subject = parsePlace(Text.take_front(End));
  if (!Subject)
    return Subject.takeError();
  Test T;
  T.Subject = *Subject;
  llvm::SmallVector<StringRef, 2> Parts;
  Text.drop_front(End).split(Parts, '|');
  for (StringRef Part : Parts)
    if (llvm::Error E = parseComparison(Part, T.AnyOf.emplace_back()))
      return std::move(E);
  return T;
}

//===----------------------------------------------------------------------===//
// YAML traits
//===----------------------------------------------------------------------===//

namespace llvm::yaml {

/// Keeps the text of a failed scalar's message alive until it is printed.
static StringRef keep(llvm::Error E, void *Context) {
  auto *Messages = static_cast<std::vector<std::unique_ptr<std::string>> *>(
      Context);
  Messages->push_back(
      std::make_unique<std::string>(llvm::toString(std::move(E))));
  return *Messages->back();
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
    Io.mapOptional("Recursive", E.Recursive);
    Io.mapOptional("HandleTypes", E.HandleTypes);
    Io.mapOptional("Timeout", E.Timeout);
    Io.mapOptional("Immediate", E.Immediate);
  }
  static std::string validate(IO &, Effect &E) {
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
    Io.mapRequired("Family", F.Name);
    Io.mapRequired("Title", F.Title);
    Io.mapOptional("Kind", F.Kind);
    Io.mapOptional("Identity", F.Id);
    Io.mapOptional("ReleasedBy", ReleasedBy);
    Io.mapRequired("Strength", F.Level);
    Io.mapOptional("Recursive", F.Recursive);
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
  static std::string validate(IO &, Family &F) {
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

} // namespace llvm::yaml

LLVM_YAML_IS_DOCUMENT_LIST_VECTOR(semtidy::Family)

llvm::Error semtidy::parseFamilies(llvm::MemoryBufferRef Text,
                                   std::vector<Family> &Families) {
  std::string Diagnostics;
  llvm::raw_string_ostream DiagnosticStream(Diagnostics);
  std::vector<std::unique_ptr<std::string>> Messages;
  // YAML IO prints through the handler with the buffer's name and position.
  auto Handler = [](const llvm::SMDiagnostic &D, void *Stream) {
    D.print(nullptr, *static_cast<llvm::raw_ostream *>(Stream),
            /*ShowColors=*/false);
  };
  llvm::yaml::Input In(Text, &Messages, Handler, &DiagnosticStream);
  std::vector<Family> Parsed;
  In >> Parsed;
  if (In.error())
    return llvm::createStringError(In.error(),
                                   StringRef(DiagnosticStream.str()).rtrim());
  llvm::StringSet<> Names;
  for (Family &F : Parsed) {
    if (!Names.insert(F.Name).second)
      return makeError(Text.getBufferIdentifier() +
                       ": error: Family: found '" + F.Name +
                       "' twice, expected a unique name");
    F.Origin = Text.getBufferIdentifier().str();
  }
  llvm::move(Parsed, std::back_inserter(Families));
  return llvm::Error::success();
}
