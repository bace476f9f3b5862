//===--- CallGraph.cpp - The components of the call relation --------------===//
//
// Part of SemTidy, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "CallGraph.h"
#include "llvm/ADT/SCCIterator.h"
#include "llvm/ADT/SmallPtrSet.h"

using namespace semtidy;

struct CallGraph::Node {
  Node(CallGraph &Graph, Function F) : Graph(Graph), F(F) {}

  /// The callees, as far as no component is known that they are in.
  llvm::SmallVectorImpl<Node *> &callees() {
    if (IsExpanded)
      return Callees;
    IsExpanded = true;
    for (Function Callee : Graph.CalleesOf(F)) {
      std::unique_ptr<Node> &N = Graph.Nodes[Callee];
      if (!N)
        N = std::make_unique<Node>(Graph, Callee);
      if (!N->IsDone)
        Callees.push_back(N.get());
    }
    return Callees;
  }

  CallGraph &Graph;
  Function F;
  llvm::SmallVector<Node *, 4> Callees;
  bool IsExpanded = false, IsDone = false;
};

namespace llvm {
template <> struct GraphTraits<CallGraph::Node *> {
  using NodeRef = CallGraph::Node *;
  using ChildIteratorType = SmallVectorImpl<NodeRef>::iterator;
  static NodeRef getEntryNode(NodeRef N) { return N; }
  static ChildIteratorType child_begin(NodeRef N) {
    return N->callees().begin();
  }
  static ChildIteratorType child_end(NodeRef N) { return N->callees().end(); }
};
} // namespace llvm

CallGraph::CallGraph(CalleesFn Callees) : CalleesOf(std::move(Callees)) {}
CallGraph::~CallGraph() = default;

void CallGraph::explore(Function From, VisitFn Visit) {
  std::unique_ptr<Node> &Entry = Nodes[From];
  if (!Entry)
    Entry = std::make_unique<Node>(*this, From);
  Node *Start = Entry.get(); // The map grows.
  if (Start->IsDone)
    return;
  for (auto It = llvm::scc_begin(Start); !It.isAtEnd(); ++It) {
    llvm::SmallVector<Function, 8> Members;
    for (Node *N : *It) {
      N->IsDone = true;
      Members.push_back(N->F);
    }
    Visit(Members, It.hasCycle());
  }
}

llvm::SmallVector<CallGraph::Function, 8>
CallGraph::bottomUp(llvm::ArrayRef<Function> Members, Function Head) const {
  llvm::SmallPtrSet<Function, 16> Left(Members.begin(), Members.end());
  llvm::SmallVector<Function, 8> Order;
  llvm::SmallVector<std::pair<Node *, unsigned>, 16> Path;
  auto Enter = [&](Function F) {
    if (Left.erase(F))
      Path.push_back({Nodes.find(F)->second.get(), 0});
  };
  Enter(Head);
  while (!Path.empty()) {
    auto &[At, Next] = Path.back();
    if (Next < At->Callees.size()) {
      Enter(At->Callees[Next++]->F);
      continue;
    }
    Order.push_back(At->F);
    Path.pop_back();
  }
  return Order;
}
