//===--- ModelText.cpp - Places and tests as text -------------------------===//
//
// Part of SemTidy, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "ModelText.h"
#include "llvm/ADT/StringExtras.h"

using namespace semtidy;
using llvm::StringRef;

static llvm::Error makeError(const llvm::Twine &Message) {
  return llvm::createStringError(llvm::inconvertibleErrorCode(), Message);
}

static bool isIdentifier(StringRef S) {
  return !S.empty() && !llvm::isDigit(S.front()) &&
         llvm::all_of(S, [](char C) { return llvm::isAlnum(C) || C == '_'; });
}

/// Parses an integer in C notation, including `0xFFFFFFFFFFFFFFFF`.
static bool parseInteger(StringRef S, int64_t &Value) {
  if (!S.getAsInteger(0, Value))
    return true;
  uint64_t Unsigned;
  if (S.getAsInteger(0, Unsigned))
    return false;
  Value = static_cast<int64_t>(Unsigned);
  return true;
}

llvm::Error semtidy::parseCode(StringRef Text, NamedCode &Code) {
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

static llvm::Error parseComparison(StringRef Text, Comparison &C) {
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
  if (Out && S.trim() == "this") {
    P.Kind = Place::Held;
    return P;
  }
  if (S.consume_front("arg") && !S.trim().getAsInteger(10, P.Index)) {
    P.Kind = Out ? Place::Out : Place::Arg;
    return P;
  }
  return makeError("found '" + Text +
                   "', expected 'return', 'this', '*this', 'arg N', "
                   "'*arg N' or an integer");
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

std::string semtidy::toString(const Place &P) {
  switch (P.Kind) {
  case Place::None:
  case Place::Named: // Only in attributes.
    return "";
  case Place::Return:
    return "return";
  case Place::This:
    return "this";
  case Place::Arg:
    return "arg " + std::to_string(P.Index);
  case Place::Out:
    return "*arg " + std::to_string(P.Index);
  case Place::Held:
    return "*this";
  case Place::Literal:
    return std::to_string(P.Value);
  }
  return "";
}

std::string semtidy::toString(const Test &T) {
  static constexpr StringRef Operators[] = {"==", "!=", "<", "<=", ">", ">="};
  std::string Text = toString(T.Subject);
  for (const Comparison &C : T.AnyOf) {
    if (&C != T.AnyOf.begin())
      Text += " |";
    if (C.Mask != ~uint64_t(0))
      Text += " & 0x" + llvm::utohexstr(C.Mask, /*LowerCase=*/true);
    Text += ' ' + Operators[C.Op].str() + ' ';
    if (!C.Symbol.empty())
      Text += C.Symbol + ':';
    Text += std::to_string(C.Value);
  }
  return Text;
}
