// RUN: %check %s -config="{CheckOptions: {semaphore-close-while-set.MinStrength: note}}"
typedef enum { osOK = 0, osError = -1, osErrorTimeout = -2, osErrorResource = -3 } osStatus_t;
typedef unsigned uint32_t;
typedef void *osMutexId_t;
typedef void *osSemaphoreId_t;
typedef struct { const char *name; uint32_t attr_bits; } osMutexAttr_t;
typedef struct { const char *name; uint32_t attr_bits; } osSemaphoreAttr_t;
#define osWaitForever 0xFFFFFFFFU
osMutexId_t osMutexNew(const osMutexAttr_t *attr);
osStatus_t osMutexAcquire(osMutexId_t m, uint32_t timeout);
osStatus_t osMutexRelease(osMutexId_t m);
osStatus_t osMutexDelete(osMutexId_t m);
void *osMutexGetOwner(osMutexId_t m);
const char *osMutexGetName(osMutexId_t m);
osSemaphoreId_t osSemaphoreNew(uint32_t max, uint32_t initial, const osSemaphoreAttr_t *attr);
osStatus_t osSemaphoreAcquire(osSemaphoreId_t s, uint32_t timeout);
osStatus_t osSemaphoreRelease(osSemaphoreId_t s);
osStatus_t osSemaphoreDelete(osSemaphoreId_t s);

void held(osMutexId_t m) {
  if (osMutexAcquire(m, osWaitForever) != osOK)
    return;
  osMutexDelete(m); // TP
  // CHECK: :[[@LINE-1]]:{{.*}}warning: closing semaphore 'm' while it is still set; potential ERROR_SEM_IS_SET (102)
}

void timed_out(osMutexId_t m) {
  if (osMutexAcquire(m, 10) == osErrorTimeout)
    osMutexDelete(m); // TN
}

void released(osMutexId_t m) {
  osMutexAcquire(m, osWaitForever);
  osMutexRelease(m);
  osMutexDelete(m); // TN
}

void signal(void) {
  osSemaphoreId_t s = osSemaphoreNew(1, 0, (void *)0);
  osSemaphoreAcquire(s, osWaitForever);
  osSemaphoreDelete(s); // TN
}

void permit(void) {
  osSemaphoreId_t s = osSemaphoreNew(4, 4, (void *)0);
  if (!s)
    return;
  if (osSemaphoreAcquire(s, osWaitForever) == osOK)
    osSemaphoreDelete(s); // TP
  // CHECK: :[[@LINE-1]]:{{.*}}warning: closing semaphore 's' while it may still be set; potential ERROR_SEM_IS_SET (102)
}

void named(osMutexId_t m) {
  if (osMutexAcquire(m, osWaitForever) != osOK)
    return;
  if (osMutexGetName(m))
    osMutexDelete(m); // TP
  // CHECK: :[[@LINE-1]]:{{.*}}warning: closing semaphore 'm' while it is still set; potential ERROR_SEM_IS_SET (102)
}

void asked_for_its_owner(osMutexId_t m) {
  osMutexAcquire(m, osWaitForever);
  if (osMutexGetOwner(m) == (void *)0)
    osMutexDelete(m); // TN
}

void permit_given_back(void) {
  osSemaphoreId_t s = osSemaphoreNew(4, 4, (void *)0);
  osSemaphoreAcquire(s, osWaitForever);
  osSemaphoreRelease(s);
  osSemaphoreDelete(s); // TN
}
