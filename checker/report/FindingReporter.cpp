//===--- FindingReporter.cpp - Findings in words --------------------------===//
//
// Part of SemTidy, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "FindingReporter.h"

using namespace semtidy;
using namespace clang;

static std::string message(const Finding &F) {
  std::string State = F.Definite ? "it is still set" : "it may still be set";
  std::string Name = "semaphore '" + F.ObjectName + "'";
  std::string Text;
  switch (F.Kind) {
  case CloseKind::Call:
    Text = "closing " + Name + " while " + State;
    break;
  case CloseKind::Free:
    Text = "freeing " + Name + " while " + State;
    break;
  case CloseKind::Scope:
    Text = Name + " goes out of scope while " + State;
    break;
  case CloseKind::Reinitialise:
    Text = "re-initialising " + Name + " while " + State;
    break;
  }
  return Text + "; potential ERROR_SEM_IS_SET (102)";
}

static std::string creationNote(const Creation &C) {
  std::string Text = "semaphore created here";
  if (C.Owned)
    Text += ", owned by its creator";
  else if (C.Kind == ObjectKind::Permit && C.Initial)
    Text += " with an initial count of " + std::to_string(*C.Initial);
  return Text;
}

static std::string stepNote(const WitnessStep &S) {
  switch (S.Kind) {
  case StepKind::Created:
    return "semaphore created here";
  case StepKind::Set:
    return S.Fallible ? "set here, if the call succeeds" : "set here";
  case StepKind::BranchTrue:
    return "taking the true branch here";
  case StepKind::BranchFalse:
    return "taking the false branch here";
  case StepKind::BranchCase:
    return "control jumps to this case";
  case StepKind::Called:
    if (S.Function)
      return "calling '" + S.Function->getNameAsString() + "' here";
    return "called here";
  case StepKind::Closed:
    return "closed here";
  }
  return "";
}

/// What happens then: the family's word for a closing call, ours for the rest.
static std::string consequence(const Finding &F) {
  switch (F.Kind) {
  case CloseKind::Call:
    return F.TheFamily->WhenSet;
  case CloseKind::Free:
    return "the memory ends while the semaphore in it is set; nobody can clear "
           "it any more";
  case CloseKind::Scope:
    return "the object ends here while it is set; nobody can clear it any more";
  case CloseKind::Reinitialise:
    return "the old state is overwritten; whoever waits for it is lost";
  }
  return "";
}

/// The instantiation of a template that the finding was made in; empty for other
/// functions. A finding is reported once for all of them.
static std::string instantiation(const Finding &F) {
  if (!F.Function || !F.Function->getTemplateInstantiationPattern())
    return {};
  std::string Text = "in the instantiation '";
  llvm::raw_string_ostream OS(Text);
  F.Function->getNameForDiagnostic(
      OS, PrintingPolicy(F.Function->getASTContext().getLangOpts()),
      /*Qualified=*/true);
  return OS.str() + "', which is asked for here";
}

void semtidy::reportFinding(const Finding &F, MessageSink Sink) {
  Sink(F.Loc, message(F), false);
  if (F.Created && F.Created->Loc.isValid())
    Sink(F.Created->Loc, creationNote(*F.Created), true);
  for (const WitnessStep &S : F.Steps)
    if (S.Loc.isValid())
      Sink(S.Loc, stepNote(S), true);
  // The last place is where the object ends: there stands what happens then.
  SourceLocation End = F.Loc;
  for (const WitnessStep &S : F.InnerSteps) {
    if (S.Kind == StepKind::Closed)
      End = S.Loc;
    else if (S.Loc.isValid())
      Sink(S.Loc, stepNote(S), true);
  }
  // Where a close fails the semaphore stays, and may be unlocked.
  if (F.Guard.empty() || (F.Kind == CloseKind::Call && F.TheFamily->StaysOpen))
    Sink(End, consequence(F), true);
  else
    Sink(End,
         "'" + F.Guard + "' outlives the semaphore: its destructor unlocks a "
         "lock that is gone",
         true);
  if (std::string Text = instantiation(F); !Text.empty()) {
    SourceLocation Asked = F.Function->getPointOfInstantiation();
    Sink(Asked.isValid() ? Asked : F.Function->getLocation(), Text, true);
  }
}
