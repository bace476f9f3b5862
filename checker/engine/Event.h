//===--- Event.h - The event language ---------------------------*- C++ -*-===//
//
// Part of SemTidy, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
///
/// \file
/// What the engine knows of a function after the AST was read: blocks of
/// events. Events compute terms into registers, read and write memory, call,
/// and end lifetimes. Expressions are kept only as source locations.
///
/// Invariant: a register is written before it is read, in the same block. A
/// value that crosses blocks goes through the memory of a temporary.
///
//===----------------------------------------------------------------------===//

#ifndef SEMTIDY_ENGINE_EVENT_H
#define SEMTIDY_ENGINE_EVENT_H

#include "../model/ModelRegistry.h"
#include "Term.h"
#include "ValueSet.h"
#include "clang/AST/Expr.h"
#include <memory>

namespace semtidy {

/// A register of a block; NoRegister where there is no value.
using Register = unsigned;
constexpr Register NoRegister = ~0u;

/// How an object's life ends (or restarts) while it is set.
enum class CloseKind : uint8_t {
  Call,         ///< the API's closing call, or a destructor's
  Free,         ///< its memory is freed
  Scope,        ///< its variable goes out of scope
  Reinitialise, ///< it is initialised again
};

enum class EventKind : uint8_t {
  Constant,    ///< Result = Value
  VarAddress,  ///< Result = address of Decl
  TempAddress, ///< Result = address of the temporary Origin
  FuncAddress, ///< Result = address of the function Decl
  Field,       ///< Result = address of field Decl in A
  Element,     ///< Result = A + B elements of Value bytes
  Reached,     ///< Result = the element of the array at A that leads to the
               ///< object that is followed; none if none does
  Load,        ///< Result = what A holds
  Store,       ///< A holds B
  Copy,        ///< the object at A, of record type Decl if that is known, gets
               ///< the contents of that at B; if they are one, it is a container
               ///< or an element of one to which other names may lead
  Compute,     ///< Result = A Op B
  Aligned,     ///< Result = A, whose lowest Value bits are zero
  Unknown,     ///< Result = a value that nothing is known of
  NewObject,   ///< Result = the address of a new object, not null
  Uninitialise, ///< the object at A comes into being without a value
  Take,        ///< Result = what the temporary Origin holds; it is used up
  Call,        ///< a call; see CallSite
  EndOfLife,   ///< the variable Decl ends; without Decl, the object at A; Value
               ///< is the CloseKind
  Return,      ///< the function's result is A
};

/// How an argument can be used by a callee that cannot be seen.
enum class Passing : uint8_t {
  Value,    ///< a number
  Record,   ///< a copy of a record, with the pointers in it
  Const,    ///< a pointer to const: what it points at is not changed
  Mutable,  ///< a pointer: the callee may write through it or keep it
};

/// The details of a Call event.
struct CallSite {
  const clang::FunctionDecl *Callee = nullptr; ///< null if not known
  Register CalleeValue = NoRegister;
  Register This = NoRegister;
  llvm::SmallVector<Register, 4> Args;
  llvm::SmallVector<Passing, 4> Passed;
  llvm::SmallVector<const clang::Expr *, 4> ArgExprs;
  /// What the API model says; empty for other functions.
  const EffectList *Effects = nullptr;
  /// The result is read by some other event.
  bool ResultUsed = false;
  bool ResultIsObject = false;
  /// Declared in a system header: does not call back into the program.
  bool IsSystem = false;
  /// Has no effect but its result.
  bool IsPure = false;
  /// A destructor or cleanup that the compiler inserted.
  bool IsImplicit = false;
  /// The object of a member call is const.
  bool IsThisConst = false;
  /// The destructor call of a `delete`, or of an element that a container ends;
  /// not made if there is no object.
  bool IsDelete = false;
  /// The exceptions that can leave the callee, with the edge of the block that
  /// each takes. A null type is one that is not known.
  llvm::SmallVector<std::pair<clang::QualType, unsigned>, 0> Throws;

  /// Whether Effects say what the callee does to some locks, and nothing of
  /// what else it does.
  bool isContract() const {
    return Effects && llvm::any_of(*Effects, [](const BoundEffect &B) {
             return B.TheEffect->IsContract;
           });
  }
};

struct Event {
  EventKind Kind;
  Operation Op = Operation::None;
  Register Result = NoRegister;
  Register A = NoRegister, B = NoRegister;
  /// Constant, element size, conversion, CloseKind, or CallSite index.
  int64_t Value = 0;
  const clang::Decl *Decl = nullptr;
  /// The expression or statement, for locations; the key of temporaries.
  const void *Origin = nullptr;
  clang::SourceLocation Loc;
  /// The result can be in memory when the block is left. If not, what is known
  /// of it is forgotten then.
  bool LivesOn = true;
};

/// One way out of a block.
struct Edge {
  enum KindTy : uint8_t {
    Always, True, False, Case, Default,
    Throw, ///< a call in the block, of Callee at Loc, threw
  } Kind = Always;
  unsigned To = 0;
  /// Case, Default: the values that lead here.
  ValueSet Values;
  /// Where the label, or the call, stands.
  clang::SourceLocation Loc;
  const clang::FunctionDecl *Callee = nullptr;
};

/// A basic block.
struct EventBlock {
  std::vector<Event> Events;
  Register Condition = NoRegister;
  /// Where the branch stands, for notes; invalid for gotos.
  clang::SourceLocation BranchLoc;
  /// The branch decides whether a loop goes on.
  bool IsLoopBranch = false;
  bool InLoop = false;
  /// Names the outermost loop that the block is in; 0 outside of loops.
  unsigned Loop = 0;
  /// Control does not leave the block (noreturn call, throw).
  bool Stops = false;
  /// Writes one of FunctionEvents::NamingSlots.
  bool WritesNamingSlot = false;
  unsigned NumRegisters = 0;
  llvm::SmallVector<Edge, 2> Successors;
  llvm::SmallVector<unsigned, 2> Predecessors; ///< ascending; once per edge
};

class CallCycle;

/// The events of one function, in reverse post-order; block 0 is the entry.
struct FunctionEvents {
  const clang::FunctionDecl *Function = nullptr;
  std::vector<EventBlock> Blocks;
  std::vector<CallSite> Calls;
  unsigned ExitBlock = 0;
  /// Where exceptions leave the function, by type.
  struct Unwind {
    clang::QualType Thrown; ///< null: not known
    unsigned Block;
  };
  llvm::SmallVector<Unwind, 1> Unwinds;
  /// Calls an API itself: worth more work than code that only is on the way.
  bool CallsModelled = false;
  /// Variables and temporaries that are written more than once and whose value
  /// names an object of such a call: which object it is, is told apart.
  llvm::SmallVector<Term, 1> NamingSlots;
  /// First uid of the function: blocks first, then events.
  EventUid FirstUid = 0;
  std::vector<EventUid> FirstEventUid; ///< by block
  unsigned NumUids = 0;
  /// Address of the slot that holds the result.
  Term ReturnSlot;
  /// The cycle of calls that the function is part of, or null, and its place
  /// there: callees come first, as far as that can be.
  CallCycle *Cycle = nullptr;
  unsigned PlaceInCycle = 0;

  EventUid blockUid(unsigned Block) const { return FirstUid + Block; }
  EventUid eventUid(unsigned Block, unsigned Index) const {
    return FirstEventUid[Block] + Index;
  }
  const CallSite &call(const Event &E) const { return Calls[E.Value]; }
  /// Whether a call of \p Callee closes a cycle of calls.
  bool closesCycle(const FunctionEvents &Callee) const {
    return Cycle && Cycle == Callee.Cycle &&
           PlaceInCycle <= Callee.PlaceInCycle;
  }
  /// Whether control can get from block \p From to block \p To.
  bool reaches(unsigned From, unsigned To) const;
  /// Whether two blocks are in loops of which neither contains the other.
  bool inSeparateLoops(unsigned A, unsigned B) const;
};

} // namespace semtidy

#endif // SEMTIDY_ENGINE_EVENT_H
