/*===--- ram-semaphore.h - A semaphore in one word ----------------*- C -*-===//
//
// Part of SemTidy, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===*/

#ifndef SEMTIDY_RUNTIME_OS2_RAM_SEMAPHORE_H
#define SEMTIDY_RUNTIME_OS2_RAM_SEMAPHORE_H

#include <stdint.h>

/* A RAM semaphore is a word of the program: 0 while it is clear, else set. The
   system keeps no owner and no count for it. Results are OS/2's. */
uint16_t ram_set(uint32_t *word);
uint16_t ram_clear(uint32_t *word);
uint16_t ram_request(uint32_t *word, int32_t timeout);
uint16_t ram_wait(uint32_t *word, int32_t timeout);
int ram_is_set(const uint32_t *word);

#endif /* SEMTIDY_RUNTIME_OS2_RAM_SEMAPHORE_H */
