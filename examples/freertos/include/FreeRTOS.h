//===--- FreeRTOS.h - Types of a FreeRTOS-like kernel -----------*- C++ -*-===//
//
// Part of SemTidy, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
///
/// \file
/// Enough of the interface to compile and analyse the example.
///
//===----------------------------------------------------------------------===//

#ifndef SEMTIDY_EXAMPLE_FREERTOS_H
#define SEMTIDY_EXAMPLE_FREERTOS_H

#include <stdint.h>

typedef long BaseType_t;
typedef unsigned long UBaseType_t;
typedef uint32_t TickType_t;

#define pdFALSE ((BaseType_t)0)
#define pdTRUE ((BaseType_t)1)
#define pdPASS pdTRUE
#define portMAX_DELAY ((TickType_t)0xffffffffUL)
#define pdMS_TO_TICKS(ms) ((TickType_t)(ms))

#endif // SEMTIDY_EXAMPLE_FREERTOS_H
