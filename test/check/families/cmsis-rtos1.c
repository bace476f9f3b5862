// RUN: %check %s -config="{CheckOptions: {semaphore-close-while-set.MinStrength: note}}"
typedef enum { osOK = 0, osErrorOS = 0xFF, osErrorTimeoutResource = 0xC1 } osStatus;
typedef unsigned uint32_t;
typedef int int32_t;
typedef struct os_mutex_cb *osMutexId;
typedef struct os_semaphore_cb *osSemaphoreId;
typedef struct os_mutex_def { uint32_t dummy; } osMutexDef_t;
typedef struct os_semaphore_def { uint32_t dummy; } osSemaphoreDef_t;
#define osWaitForever 0xFFFFFFFF
#define osMutex(name) &os_mutex_def_##name
#define osSemaphore(name) &os_semaphore_def_##name
osMutexId osMutexCreate(const osMutexDef_t *def);
osStatus osMutexWait(osMutexId m, uint32_t ms);
osStatus osMutexRelease(osMutexId m);
osStatus osMutexDelete(osMutexId m);
osMutexId osRecursiveMutexCreate(const osMutexDef_t *def);
osStatus osRecursiveMutexWait(osMutexId m, uint32_t ms);
osStatus osRecursiveMutexRelease(osMutexId m);
osSemaphoreId osSemaphoreCreate(const osSemaphoreDef_t *def, int32_t count);
int32_t osSemaphoreWait(osSemaphoreId s, uint32_t ms);
osStatus osSemaphoreRelease(osSemaphoreId s);
osStatus osSemaphoreDelete(osSemaphoreId s);
const osMutexDef_t os_mutex_def_bus = {0};
const osSemaphoreDef_t os_semaphore_def_slots = {0};

void held(void) {
  osMutexId m = osMutexCreate(osMutex(bus));
  if (osMutexWait(m, osWaitForever) == osOK)
    osMutexDelete(m); // TP
  // CHECK: :[[@LINE-1]]:{{.*}}warning: closing semaphore 'm' while it is still set; potential ERROR_SEM_IS_SET (102)
}

void released(void) {
  osMutexId m = osMutexCreate(osMutex(bus));
  osMutexWait(m, osWaitForever);
  osMutexRelease(m);
  osMutexDelete(m); // TN
}

// Returns the number of tokens: 0 means that there was none.
void no_token(void) {
  osSemaphoreId s = osSemaphoreCreate(osSemaphore(slots), 1);
  if (osSemaphoreWait(s, 10) == 0)
    osSemaphoreDelete(s); // TN
}

void token(void) {
  osSemaphoreId s = osSemaphoreCreate(osSemaphore(slots), 1);
  if (!s)
    return;
  if (osSemaphoreWait(s, 10) > 0)
    osSemaphoreDelete(s); // TP
  // CHECK: :[[@LINE-1]]:{{.*}}warning: closing semaphore 's' while it may still be set; potential ERROR_SEM_IS_SET (102)
}

// An addition of the port to FreeRTOS.
void recursive(void) {
  osMutexId m = osRecursiveMutexCreate(osMutex(bus));
  if (!m)
    return;
  osRecursiveMutexWait(m, osWaitForever);
  osRecursiveMutexWait(m, osWaitForever);
  osRecursiveMutexRelease(m);
  osMutexDelete(m); // TP
  // CHECK: :[[@LINE-1]]:{{.*}}warning: closing semaphore 'm' while it is still set; potential ERROR_SEM_IS_SET (102)
}

void recursive_balanced(void) {
  osMutexId m = osRecursiveMutexCreate(osMutex(bus));
  osRecursiveMutexWait(m, osWaitForever);
  osRecursiveMutexWait(m, osWaitForever);
  osRecursiveMutexRelease(m);
  osRecursiveMutexRelease(m);
  osMutexDelete(m); // TN
}
