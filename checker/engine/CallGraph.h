//===--- CallGraph.h - The components of the call relation ------*- C++ -*-===//
//
// Part of SemTidy, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
///
/// \file
/// Which functions call each other in a cycle. The relation is asked for as far
/// as it is needed, from any function on; the strongly connected components
/// come callees first. R. Tarjan: "Depth-First Search and Linear Graph
/// Algorithms", SIAM J. Comput. 1 (1972), as LLVM has it.
///
//===----------------------------------------------------------------------===//

#ifndef SEMTIDY_ENGINE_CALLGRAPH_H
#define SEMTIDY_ENGINE_CALLGRAPH_H

#include "clang/AST/Decl.h"
#include "llvm/ADT/DenseMap.h"
#include "llvm/ADT/STLFunctionalExtras.h"
#include "llvm/ADT/SmallVector.h"
#include <functional>
#include <memory>

namespace semtidy {

class CallGraph {
public:
  using Function = const clang::FunctionDecl *;
  /// The functions that one calls, in the order of its calls.
  using CalleesFn = std::function<llvm::SmallVector<Function, 8>(Function)>;
  using VisitFn =
      llvm::function_ref<void(llvm::ArrayRef<Function> Members, bool IsCycle)>;

  explicit CallGraph(CalleesFn Callees);
  ~CallGraph();

  /// Visits the components that \p From reaches and that were not visited yet.
  void explore(Function From, VisitFn Visit);

  /// The members of a component such that callees come before their callers, as
  /// far as that can be: in post-order of a depth-first search from \p Head.
  llvm::SmallVector<Function, 8> bottomUp(llvm::ArrayRef<Function> Members,
                                          Function Head) const;

  struct Node;

private:
  CalleesFn CalleesOf;
  llvm::DenseMap<Function, std::unique_ptr<Node>> Nodes;
};

} // namespace semtidy

#endif // SEMTIDY_ENGINE_CALLGRAPH_H
