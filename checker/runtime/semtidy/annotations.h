/*===--- annotations.h - What your own lock functions do ----------*- C -*-===//
//
// Part of SemTidy, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Attributes that tell the check what a function does to a semaphore. Put them
// on a declaration; the check then needs no body and no model file:
//
//   SEMTIDY_CREATES(0) int  queue_lock_init(struct queue_lock *);
//   SEMTIDY_SETS(0)    int  queue_lock(struct queue_lock *);
//   SEMTIDY_CLEARS(0)  void queue_unlock(struct queue_lock *);
//   SEMTIDY_CLOSES(0)  int  queue_lock_destroy(struct queue_lock *);
//
// The number is the zero-based argument that names the semaphore. In its place
// may stand `this` (the object of a member function), `return` (the result, of
// a creator), `*1` (a handle that is written through argument 1), a member
// (`0->lock`, `this->Lock`), and a global variable.
//
// A function that returns an integer or an enumeration succeeds if it returns
// 0; one that returns bool, if it returns true; one that returns a pointer, if
// that is not null.
//
// generate-shims.py reads the same attributes and writes the wrappers that
// confirm.h needs for these functions; not for those that name a member.
//
// For a compiler that knows no `annotate` attribute they are empty.
//
//===----------------------------------------------------------------------===*/

#ifndef SEMTIDY_ANNOTATIONS_H
#define SEMTIDY_ANNOTATIONS_H

#if defined(__has_attribute)
#if __has_attribute(annotate)
#define SEMTIDY_ANNOTATE(text) __attribute__((annotate(text)))
#endif
#endif
#ifndef SEMTIDY_ANNOTATE
#define SEMTIDY_ANNOTATE(text)
#endif

/** The call brings the semaphore that argument n names into being. */
#define SEMTIDY_CREATES(n) SEMTIDY_ANNOTATE("semtidy:creates:" #n)
/** After a call that succeeded, the semaphore is set. */
#define SEMTIDY_SETS(n) SEMTIDY_ANNOTATE("semtidy:sets:" #n)
/** The same, of a call that often fails: a try, or a wait with a time limit. */
#define SEMTIDY_TRYSETS(n) SEMTIDY_ANNOTATE("semtidy:trysets:" #n)
/** The call clears the semaphore. */
#define SEMTIDY_CLEARS(n) SEMTIDY_ANNOTATE("semtidy:clears:" #n)
/** The call ends the semaphore, which must not be set then. */
#define SEMTIDY_CLOSES(n) SEMTIDY_ANNOTATE("semtidy:closes:" #n)
/** The function does to its arguments what the API function name does. */
#define SEMTIDY_LIKE(name) SEMTIDY_ANNOTATE("semtidy:like:" #name)

#endif /* SEMTIDY_ANNOTATIONS_H */
