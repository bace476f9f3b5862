//===--- Model.h - What a semaphore API means -------------------*- C++ -*-===//
//
// Part of SemTidy, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
///
/// \file
/// The data of an API model, as read from one YAML file per family. A family
/// groups the functions that work on one kind of semaphore; each function has
/// one or more effects. The text form is specified in docs/models.md.
///
/// Invariant: a Family that parseModels returned is complete and consistent;
/// the engine never validates.
///
//===----------------------------------------------------------------------===//

#ifndef SEMTIDY_MODEL_MODEL_H
#define SEMTIDY_MODEL_MODEL_H

#include "llvm/ADT/SmallVector.h"
#include "llvm/ADT/StringRef.h"
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace semtidy {

/// What a semaphore of this sort records while it is set.
enum class ObjectKind : uint8_t {
  OwnerLock,   ///< owned by the thread that set it (mutex, critical section)
  Permit,      ///< counts permits; set while acquires exceed releases
  Flag,        ///< set or clear, whoever did it (OS/2 1.x)
  Event,       ///< signalled or not; waiting owns nothing, so it is never set
  FromCreator, ///< only the call that created the object tells
};

/// What names the semaphore in a call.
enum class Identity : uint8_t {
  Address, ///< the semaphore is the memory that the argument points at
  Value,   ///< the argument's value is a handle
};

/// Who may clear a semaphore that is set.
enum class Releaser : uint8_t {
  Owner,  ///< only the thread that set it
  Anyone, ///< any thread: a handle that others can see may be clear any time
};

/// How much a family's findings weigh (semantics of a close while set).
enum class Strength : uint8_t {
  Off,     ///< closing while set is legal or documented as the way to do it
  Note,    ///< the close itself releases the object
  Warning, ///< a permit is lost, ownership is abandoned
  Error,   ///< documented error, undefined behaviour, abort
};

/// What one call does to the semaphore that it names.
enum class Role : uint8_t {
  Create,    ///< brings an object into being, clear unless Owned says else
  Open,      ///< another handle to an object whose state is unknown
  Set,       ///< acquires; blocks until it can
  TrySet,    ///< acquires if When holds, else changes nothing
  Clear,     ///< releases
  Close,     ///< ends the object's life
  Reacquire, ///< returns with the object held (condition wait)
  Alias,     ///< writes a second handle to the object to Target
  Attribute, ///< the object is an attribute block; see Recursive
  Escape,    ///< hands the object to someone who may clear it later
  Free,      ///< ends the memory at Object, and so all that lives in it
  Neutral,   ///< no effect on set-ness (query, wait without acquiring)
};

/// What the closing call does if the semaphore is still set.
enum class CloseOutcome : uint8_t {
  ReturnsError,  ///< fails with one of Codes
  Undefined,     ///< undefined behaviour
  Aborts,        ///< stops the program
  Abandons,      ///< succeeds; the next waiter is told, if anyone is
  LosesPermit,   ///< succeeds; the permit is gone for everybody
  ReleasesIt,    ///< succeeds after releasing the object itself
};

/// Where in a call a value stands.
struct Place {
  enum KindTy : uint8_t {
    None,    ///< not given
    Return,  ///< the returned value
    Arg,     ///< argument Index, by value
    Out,     ///< what argument Index points at, after the call
    This,    ///< the object of a member call
    Held,    ///< what the guard that is the object of a member call holds
    Named,   ///< what an expression in an attribute names; Index counts them
    Literal, ///< the number in Value
  } Kind = None;
  unsigned Index = 0; ///< zero-based
  int64_t Value = 0;

  explicit operator bool() const { return Kind != None; }
};

/// One comparison with a constant: `[& Mask] Op Value`.
struct Comparison {
  enum OpTy : uint8_t { EQ, NE, LT, LE, GT, GE } Op = EQ;
  int64_t Value = 0;
  uint64_t Mask = ~uint64_t(0);
  /// An enumerator or variable to resolve in the translation unit; Value is
  /// used where the unit has none of that name.
  std::string Symbol;

  bool holds(int64_t V) const;
};

/// A disjunction of comparisons on one place. An empty one always holds.
struct Test {
  Place Subject;
  llvm::SmallVector<Comparison, 2> AnyOf;

  explicit operator bool() const { return bool(Subject); }
  bool holds(int64_t V) const;
};

/// A function name with one thing that calling it does.
struct Effect {
  /// Names after macro expansion; qualified with `::` for members.
  std::vector<std::string> Names;
  Role TheRole = Role::Neutral;
  Place Object;
  /// Number of parameters that the declaration must have.
  std::optional<unsigned> Params;
  /// Guards on constant arguments; all must hold for the effect to apply.
  std::vector<Test> Match;
  /// The effect happens when this holds, on the result or an out-parameter.
  Test When;
  /// Create: the kind of the new object, if it is not the family's.
  std::optional<ObjectKind> Kind;
  /// Create: where the initial number of permits stands.
  Place Initial;
  /// Create: the new object is set if this holds.
  Test Owned;
  /// Clear: how many permits one call returns.
  Place Count;
  /// Objects are an array of this many handles (WaitForMultipleObjects).
  Place ArraySize;
  /// With ArraySize: all handles are acquired if this holds, else one.
  Test All;
  /// Alias: where the second handle is written.
  Place Target;
  /// Create: the place of the object's name, if it can have one.
  Place SharedName;
  /// Set or TrySet, where the family has modes: by a writer, who is alone.
  bool Exclusive = false;
  /// Create or Attribute: the object may be set again by its owner.
  std::optional<bool> Recursive;
  /// Only pointers to, or values of, these types; the family's, if empty.
  std::vector<std::string> HandleTypes;
  /// Timeout place and the value that means "do not wait".
  Place Timeout;
  int64_t Immediate = 0;
  /// Neutral: what the call returns or writes can say whether the object is set.
  bool TellsState = true;
  /// Create: how much findings on the new object weigh, if it is not as much as
  /// the family says.
  std::optional<Strength> Level;
  /// The object of this member call is a guard, which holds Object from now on.
  bool Guards = false;
  /// An attribute says it of a function that cannot be seen. It says all that
  /// the function does to Object, and nothing of what else it does.
  bool IsContract = false;
  /// The family's HandleTypes do not count: a `Like` entry of a function with
  /// types of its own.
  bool AnyHandleType = false;
  /// The modelled function that a `Like` entry names; empty for others.
  std::string Like;
  /// Where that entry stands, as `file:line:column`.
  std::string Origin;
};

/// One API family.
struct Family {
  std::string Name;  ///< identifier used in options, e.g. `pthread-mutex`
  std::string Title; ///< words for people, e.g. `POSIX mutex`
  ObjectKind Kind = ObjectKind::OwnerLock;
  Identity Id = Identity::Address;
  Releaser ReleasedBy = Releaser::Owner;
  Strength Level = Strength::Error;
  /// Whether the owner may set it again; unset when it depends.
  std::optional<bool> Recursive;
  /// It can be held by readers, which add up, or by a writer, who is alone.
  bool HasModes = false;
  /// Typedef or record names that hold the object or handle. For
  /// address-identified families the end of such an object is a close.
  std::vector<std::string> HandleTypes;
  CloseOutcome Outcome = CloseOutcome::Undefined;
  /// What the close returns if set: comparing with one is handling it.
  std::vector<int64_t> BusyCodes;
  /// Names of BusyCodes, to be resolved in the translation unit.
  std::vector<std::string> BusyNames;
  /// The object stays open when a close fails.
  bool StaysOpen = false;
  /// The object needs no closing call, so its memory may just end.
  bool EndsWithStorage = false;
  /// One sentence without full stop: what this API does then.
  std::string WhenSet;
  std::vector<Effect> Functions;
  /// Where the family is defined, as `file:line`; the file is
  /// `<built-in>/x.yaml` for ours.
  std::string Origin;
};

/// `Like`: function Name does what the modelled function As does.
struct LikeEntry {
  std::string Name;
  std::string As;
  /// The family of As, where several families have a function of that name.
  std::string FamilyName;
  Place Object; ///< where Name takes the object, if not where As does
  std::optional<unsigned> Params;
  std::vector<std::string> HandleTypes;
  std::string Where; ///< `file:line:column`
};

llvm::StringRef toString(ObjectKind K);
llvm::StringRef toString(Role R);
llvm::StringRef toString(Strength S);
llvm::StringRef toString(CloseOutcome O);

} // namespace semtidy

#endif // SEMTIDY_MODEL_MODEL_H
