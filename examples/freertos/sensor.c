//===--- sensor.c - Driver of a sensor on a shared bus --------------------===//
//
// Part of SemTidy, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Several drivers share the bus, so each transfer holds the bus's mutex. The
// sensor's interrupt gives a binary semaphore when a measurement is ready.
//
//===----------------------------------------------------------------------===//

#include <stdbool.h>
#include <stddef.h>

#include "FreeRTOS.h"
#include "semphr.h"

#define SENSOR_ADDRESS 0x48
#define REG_ID 0x00
#define REG_CONTROL 0x01
#define REG_DATA 0x02
#define SENSOR_ID 0x5a

int bus_write(uint8_t address, uint8_t reg, uint8_t value);
int bus_read(uint8_t address, uint8_t reg, uint8_t *value);
void bus_power(bool on);
void irq_enable(void (*handler)(void *), void *argument);
void irq_disable(void);

typedef struct {
  SemaphoreHandle_t xBus;    // mutex: held during a transfer
  SemaphoreHandle_t xReady;  // binary: given by the interrupt
  SemaphoreHandle_t xConfig; // recursive mutex: held while settings change
  uint8_t ucRate;
} Sensor_t;

static void prvOnInterrupt(void *pvArgument) {
  Sensor_t *pxSensor = pvArgument;
  BaseType_t xWoken = pdFALSE;

  xSemaphoreGiveFromISR(pxSensor->xReady, &xWoken);
}

static int prvRead(Sensor_t *pxSensor, uint8_t ucReg, uint8_t *pucValue) {
  int iResult;

  if (xSemaphoreTake(pxSensor->xBus, pdMS_TO_TICKS(20)) != pdTRUE)
    return -1;
  iResult = bus_read(SENSOR_ADDRESS, ucReg, pucValue);
  xSemaphoreGive(pxSensor->xBus);
  return iResult;
}

// Looks for the sensor under the bus's mutex. When another chip answers, the
// mutex is deleted while this task still holds it.
bool sensor_init(Sensor_t *pxSensor) {
  uint8_t ucId = 0;

  pxSensor->xBus = xSemaphoreCreateMutex();
  if (pxSensor->xBus == NULL)
    return false;
  xSemaphoreTake(pxSensor->xBus, portMAX_DELAY);
  bus_power(true);
  if (bus_read(SENSOR_ADDRESS, REG_ID, &ucId) != 0) {
    xSemaphoreGive(pxSensor->xBus);
    goto fail;
  }
  if (ucId != SENSOR_ID)
    goto fail;
  bus_write(SENSOR_ADDRESS, REG_CONTROL, 1);
  xSemaphoreGive(pxSensor->xBus);

  pxSensor->xReady = xSemaphoreCreateBinary();
  pxSensor->xConfig = xSemaphoreCreateRecursiveMutex();
  irq_enable(prvOnInterrupt, pxSensor);
  return true;

fail:
  bus_power(false);
  vSemaphoreDelete(pxSensor->xBus);
  pxSensor->xBus = NULL;
  return false;
}

bool sensor_measure(Sensor_t *pxSensor, uint8_t *pucValue) {
  if (xSemaphoreTake(pxSensor->xReady, pdMS_TO_TICKS(100)) != pdTRUE)
    return false;
  return prvRead(pxSensor, REG_DATA, pucValue) == 0;
}

// The recursive mutex is taken twice when the rate changes too, and given as
// often.
void sensor_configure(Sensor_t *pxSensor, uint8_t ucRate) {
  xSemaphoreTakeRecursive(pxSensor->xConfig, portMAX_DELAY);
  if (ucRate != pxSensor->ucRate) {
    xSemaphoreTakeRecursive(pxSensor->xConfig, portMAX_DELAY);
    pxSensor->ucRate = ucRate;
    xSemaphoreGiveRecursive(pxSensor->xConfig);
  }
  xSemaphoreGiveRecursive(pxSensor->xConfig);
}

static void prvOnTestInterrupt(void *pvArgument) {
  BaseType_t xWoken = pdFALSE;

  xSemaphoreGiveFromISR((SemaphoreHandle_t)pvArgument, &xWoken);
}

// One measurement with a semaphore of its own. It was created empty, so a take
// consumes a signal and holds nothing: deleting it is right.
bool sensor_self_test(void) {
  SemaphoreHandle_t xDone = xSemaphoreCreateBinary();
  bool bDone;

  if (xDone == NULL)
    return false;
  irq_enable(prvOnTestInterrupt, xDone);
  bDone = xSemaphoreTake(xDone, pdMS_TO_TICKS(500)) == pdTRUE;
  irq_disable();
  vSemaphoreDelete(xDone);
  return bDone;
}

// Nobody may be in a transfer when the mutex goes, so it is taken first. Taking
// it is not the end of it: it has to be given back before it is deleted.
void sensor_deinit(Sensor_t *pxSensor) {
  irq_disable();
  vSemaphoreDelete(pxSensor->xReady);
  vSemaphoreDelete(pxSensor->xConfig);
  if (xSemaphoreTake(pxSensor->xBus, pdMS_TO_TICKS(100)) == pdTRUE)
    bus_power(false);
  vSemaphoreDelete(pxSensor->xBus);
}
