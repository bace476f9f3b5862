//===--- semphr.h - Semaphores of a FreeRTOS-like kernel --------*- C++ -*-===//
//
// Part of SemTidy, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
///
/// \file
/// In this kernel a semaphore is a queue without data, and every semaphore
/// call is a macro over a queue function. A compiler sees only the functions,
/// so the same layers are here.
///
//===----------------------------------------------------------------------===//

#ifndef SEMTIDY_EXAMPLE_SEMPHR_H
#define SEMTIDY_EXAMPLE_SEMPHR_H

#include "FreeRTOS.h"

#ifdef __cplusplus
extern "C" {
#endif

struct QueueDefinition;
typedef struct QueueDefinition *QueueHandle_t;
typedef QueueHandle_t SemaphoreHandle_t;

#define queueQUEUE_TYPE_MUTEX ((uint8_t)1U)
#define queueQUEUE_TYPE_BINARY_SEMAPHORE ((uint8_t)3U)
#define queueQUEUE_TYPE_RECURSIVE_MUTEX ((uint8_t)4U)
#define queueSEND_TO_BACK ((BaseType_t)0)

QueueHandle_t xQueueGenericCreate(UBaseType_t uxLength, UBaseType_t uxItemSize,
                                  uint8_t ucType);
QueueHandle_t xQueueCreateMutex(uint8_t ucType);
QueueHandle_t xQueueCreateCountingSemaphore(UBaseType_t uxMax,
                                            UBaseType_t uxInitial);
BaseType_t xQueueSemaphoreTake(QueueHandle_t xQueue, TickType_t xTicksToWait);
BaseType_t xQueueTakeMutexRecursive(QueueHandle_t xMutex,
                                    TickType_t xTicksToWait);
BaseType_t xQueueGenericSend(QueueHandle_t xQueue, const void *pvItem,
                             TickType_t xTicksToWait, BaseType_t xPosition);
BaseType_t xQueueGiveMutexRecursive(QueueHandle_t xMutex);
BaseType_t xQueueGiveFromISR(QueueHandle_t xQueue, BaseType_t *pxWoken);
void vQueueDelete(QueueHandle_t xQueue);

#define xSemaphoreCreateBinary()                                               \
  xQueueGenericCreate((UBaseType_t)1, (UBaseType_t)0,                          \
                      queueQUEUE_TYPE_BINARY_SEMAPHORE)
#define xSemaphoreCreateMutex() xQueueCreateMutex(queueQUEUE_TYPE_MUTEX)
#define xSemaphoreCreateRecursiveMutex()                                       \
  xQueueCreateMutex(queueQUEUE_TYPE_RECURSIVE_MUTEX)
#define xSemaphoreCreateCounting(uxMax, uxInitial)                             \
  xQueueCreateCountingSemaphore((uxMax), (uxInitial))
#define xSemaphoreTake(xSem, xTicks) xQueueSemaphoreTake((xSem), (xTicks))
#define xSemaphoreTakeRecursive(xMutex, xTicks)                                \
  xQueueTakeMutexRecursive((xMutex), (xTicks))
#define xSemaphoreGive(xSem)                                                   \
  xQueueGenericSend((QueueHandle_t)(xSem), NULL, (TickType_t)0,                \
                    queueSEND_TO_BACK)
#define xSemaphoreGiveRecursive(xMutex) xQueueGiveMutexRecursive((xMutex))
#define xSemaphoreGiveFromISR(xSem, pxWoken)                                   \
  xQueueGiveFromISR((QueueHandle_t)(xSem), (pxWoken))
#define vSemaphoreDelete(xSem) vQueueDelete((QueueHandle_t)(xSem))

#ifdef __cplusplus
}
#endif

#endif // SEMTIDY_EXAMPLE_SEMPHR_H
