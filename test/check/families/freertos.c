// RUN: %check %s
typedef long BaseType_t;
typedef unsigned long UBaseType_t;
typedef unsigned TickType_t;
typedef unsigned char uint8_t;
typedef struct QueueDefinition *QueueHandle_t;
typedef QueueHandle_t SemaphoreHandle_t;
#define NULL ((void *)0)
#define pdTRUE ((BaseType_t)1)
#define pdFALSE ((BaseType_t)0)
#define portMAX_DELAY ((TickType_t)0xffffffffUL)
QueueHandle_t xQueueGenericCreate(const UBaseType_t length, const UBaseType_t size, const uint8_t type);
QueueHandle_t xQueueCreateMutex(const uint8_t type);
QueueHandle_t xQueueCreateCountingSemaphore(const UBaseType_t max, const UBaseType_t initial);
BaseType_t xQueueSemaphoreTake(QueueHandle_t q, TickType_t ticks);
BaseType_t xQueueTakeMutexRecursive(QueueHandle_t q, TickType_t ticks);
BaseType_t xQueueGiveMutexRecursive(QueueHandle_t q);
BaseType_t xQueueGenericSend(QueueHandle_t q, const void *const item, TickType_t ticks, const BaseType_t where);
BaseType_t xQueueGiveFromISR(QueueHandle_t q, BaseType_t *const woken);
BaseType_t MPU_xQueueSemaphoreTake(QueueHandle_t q, TickType_t ticks);
void vQueueDelete(QueueHandle_t q);
void MPU_vQueueDelete(QueueHandle_t q);
SemaphoreHandle_t xSemaphoreCreateGenericWithCaps(UBaseType_t max, UBaseType_t initial, const uint8_t type, UBaseType_t caps);
static inline SemaphoreHandle_t xSemaphoreCreateMutexWithCaps(UBaseType_t caps) {
  return xSemaphoreCreateGenericWithCaps(0, 0, 1, caps);
}
void vSemaphoreDeleteWithCaps(SemaphoreHandle_t s);
typedef struct { long dummy[8]; } StaticQueue_t;
typedef StaticQueue_t StaticSemaphore_t;
QueueHandle_t xQueueCreateMutexStatic(const uint8_t type, StaticQueue_t *memory);
QueueHandle_t xQueueGenericCreateStatic(const UBaseType_t length, const UBaseType_t size, uint8_t *storage, StaticQueue_t *memory, const uint8_t type);
QueueHandle_t xQueueCreateCountingSemaphoreStatic(const UBaseType_t max, const UBaseType_t initial, StaticQueue_t *memory);
BaseType_t xQueueReceiveFromISR(QueueHandle_t q, void *const item, BaseType_t *const woken);
BaseType_t xQueueGenericReceive(QueueHandle_t q, void *const item, TickType_t ticks, const BaseType_t peek);
void *xQueueGetMutexHolder(QueueHandle_t q);
void vQueueAddToRegistry(QueueHandle_t q, const char *name);
void vQueueUnregisterQueue(QueueHandle_t q);
BaseType_t xQueueAddToSet(QueueHandle_t q, QueueHandle_t set);
SemaphoreHandle_t xSemaphoreCreateRecursiveMutexWithCaps(UBaseType_t caps);
SemaphoreHandle_t xSemaphoreCreateBinaryWithCaps(UBaseType_t caps);
SemaphoreHandle_t xSemaphoreCreateCountingWithCaps(UBaseType_t max, UBaseType_t initial, UBaseType_t caps);
#define xSemaphoreCreateMutexStatic(m) xQueueCreateMutexStatic(1, (m))
#define xSemaphoreCreateRecursiveMutexStatic(m) xQueueCreateMutexStatic(4, (m))
#define xSemaphoreCreateBinaryStatic(m) xQueueGenericCreateStatic((UBaseType_t)1, (UBaseType_t)0, NULL, (m), 3)
#define xSemaphoreCreateCountingStatic(max, initial, m) xQueueCreateCountingSemaphoreStatic((max), (initial), (m))
#define xSemaphoreTakeFromISR(s, woken) xQueueReceiveFromISR((QueueHandle_t)(s), NULL, (woken))
#define xSemaphoreGiveFromISR(s, woken) xQueueGiveFromISR((QueueHandle_t)(s), (woken))
#define xSemaphoreCreateBinary() xQueueGenericCreate((UBaseType_t)1, (UBaseType_t)0, 3)
#define xSemaphoreCreateMutex() xQueueCreateMutex(1)
#define xSemaphoreCreateRecursiveMutex() xQueueCreateMutex(4)
#define xSemaphoreCreateCounting(max, initial) xQueueCreateCountingSemaphore((max), (initial))
#define xSemaphoreTake(s, t) xQueueSemaphoreTake((s), (t))
#define xSemaphoreTakeRecursive(s, t) xQueueTakeMutexRecursive((s), (t))
#define xSemaphoreGive(s) xQueueGenericSend((QueueHandle_t)(s), NULL, (TickType_t)0, (BaseType_t)0)
#define xSemaphoreGiveRecursive(s) xQueueGiveMutexRecursive((s))
#define vSemaphoreDelete(s) vQueueDelete((QueueHandle_t)(s))

void mutex_held(void) {
  SemaphoreHandle_t m = xSemaphoreCreateMutex();
  if (m == NULL)
    return;
  xSemaphoreTake(m, portMAX_DELAY);
  vSemaphoreDelete(m); // TP
  // CHECK: :[[@LINE-1]]:{{.*}}warning: closing semaphore 'm' while it is still set; potential ERROR_SEM_IS_SET (102)
}

void mutex_given(void) {
  SemaphoreHandle_t m = xSemaphoreCreateMutex();
  xSemaphoreTake(m, portMAX_DELAY);
  xSemaphoreGive(m);
  vSemaphoreDelete(m); // TN
}

void mutex_not_taken(void) {
  SemaphoreHandle_t m = xSemaphoreCreateMutex();
  if (xSemaphoreTake(m, 10) != pdTRUE) {
    vSemaphoreDelete(m); // TN
    return;
  }
  xSemaphoreGive(m);
}

// Created empty: the take consumes a signal.
void binary_is_a_signal(void) {
  SemaphoreHandle_t s = xSemaphoreCreateBinary();
  xSemaphoreTake(s, portMAX_DELAY);
  vSemaphoreDelete(s); // TN
}

void counting_from_zero(void) {
  SemaphoreHandle_t s = xSemaphoreCreateCounting(10, 0);
  xSemaphoreTake(s, portMAX_DELAY);
  vSemaphoreDelete(s); // TN
}

void of_unknown_kind(SemaphoreHandle_t s) {
  xSemaphoreTake(s, portMAX_DELAY);
  vSemaphoreDelete(s); // TN
}

void recursive(void) {
  SemaphoreHandle_t m = xSemaphoreCreateRecursiveMutex();
  if (m == NULL)
    return;
  xSemaphoreTakeRecursive(m, portMAX_DELAY);
  xSemaphoreTakeRecursive(m, portMAX_DELAY);
  xSemaphoreGiveRecursive(m);
  vSemaphoreDelete(m); // TP
  // CHECK: :[[@LINE-1]]:{{.*}}warning: closing semaphore 'm' while it is still set; potential ERROR_SEM_IS_SET (102)
}

void recursive_balanced(void) {
  SemaphoreHandle_t m = xSemaphoreCreateRecursiveMutex();
  xSemaphoreTakeRecursive(m, portMAX_DELAY);
  xSemaphoreTakeRecursive(m, portMAX_DELAY);
  xSemaphoreGiveRecursive(m);
  xSemaphoreGiveRecursive(m);
  vSemaphoreDelete(m); // TN
}

void protected_memory(void) {
  SemaphoreHandle_t m = xSemaphoreCreateMutex();
  if (m == NULL)
    return;
  MPU_xQueueSemaphoreTake(m, portMAX_DELAY);
  MPU_vQueueDelete(m); // TP
  // CHECK: :[[@LINE-1]]:{{.*}}warning: closing semaphore 'm' while it is still set; potential ERROR_SEM_IS_SET (102)
}

void with_caps(void) {
  SemaphoreHandle_t m = xSemaphoreCreateMutexWithCaps(0);
  if (m == NULL)
    return;
  xSemaphoreTake(m, portMAX_DELAY);
  vSemaphoreDeleteWithCaps(m); // TP
  // CHECK: :[[@LINE-1]]:{{.*}}warning: closing semaphore 'm' while it is still set; potential ERROR_SEM_IS_SET (102)
}

// A queue is no semaphore: sending an item to it is no give.
void queue(QueueHandle_t q, int item) {
  xQueueGenericSend(q, &item, 0, 0);
  vQueueDelete(q); // TN
}

// What an interrupt takes, it tries to take.
void from_interrupt(void) {
  SemaphoreHandle_t s = xSemaphoreCreateCounting(2, 2);
  BaseType_t woken = pdFALSE;
  if (s == NULL)
    return;
  if (xSemaphoreTakeFromISR(s, &woken) != pdTRUE) {
    vSemaphoreDelete(s); // TN
    return;
  }
  vSemaphoreDelete(s); // TP
  // CHECK: :[[@LINE-1]]:{{.*}}warning: closing semaphore 's' while it may still be set; potential ERROR_SEM_IS_SET (102)
}

void given_from_interrupt(void) {
  SemaphoreHandle_t s = xSemaphoreCreateCounting(2, 2);
  BaseType_t woken = pdFALSE;
  if (s == NULL)
    return;
  if (xSemaphoreTakeFromISR(s, &woken) == pdTRUE)
    xSemaphoreGiveFromISR(s, &woken);
  vSemaphoreDelete(s); // TN
}

void static_mutex(void) {
  StaticSemaphore_t memory;
  SemaphoreHandle_t m = xSemaphoreCreateMutexStatic(&memory);
  if (m == NULL)
    return;
  xSemaphoreTake(m, portMAX_DELAY);
  vSemaphoreDelete(m); // TP
  // CHECK: :[[@LINE-1]]:{{.*}}warning: closing semaphore 'm' while it is still set; potential ERROR_SEM_IS_SET (102)
}

void static_mutex_given(void) {
  StaticSemaphore_t memory;
  SemaphoreHandle_t m = xSemaphoreCreateMutexStatic(&memory);
  if (m == NULL)
    return;
  xSemaphoreTake(m, portMAX_DELAY);
  xSemaphoreGive(m);
  vSemaphoreDelete(m); // TN
}

void static_recursive(void) {
  StaticSemaphore_t memory;
  SemaphoreHandle_t m = xSemaphoreCreateRecursiveMutexStatic(&memory);
  if (m == NULL)
    return;
  xSemaphoreTakeRecursive(m, portMAX_DELAY);
  xSemaphoreTakeRecursive(m, portMAX_DELAY);
  xSemaphoreGiveRecursive(m);
  vSemaphoreDelete(m); // TP
  // CHECK: :[[@LINE-1]]:{{.*}}warning: closing semaphore 'm' while it is still set; potential ERROR_SEM_IS_SET (102)
}

void static_signals(void) {
  StaticSemaphore_t memory;
  SemaphoreHandle_t b = xSemaphoreCreateBinaryStatic(&memory);
  xSemaphoreTake(b, portMAX_DELAY);
  vSemaphoreDelete(b); // TN
  SemaphoreHandle_t c = xSemaphoreCreateCountingStatic(4, 0, &memory);
  xSemaphoreTake(c, portMAX_DELAY);
  vSemaphoreDelete(c); // TN
}

void static_counting(void) {
  StaticSemaphore_t memory;
  SemaphoreHandle_t c = xSemaphoreCreateCountingStatic(4, 4, &memory);
  if (c == NULL)
    return;
  xSemaphoreTake(c, portMAX_DELAY);
  vSemaphoreDelete(c); // TP
  // CHECK: :[[@LINE-1]]:{{.*}}warning: closing semaphore 'c' while it may still be set; potential ERROR_SEM_IS_SET (102)
}

// The registry of a debugger and a question change nothing.
void registered(void) {
  SemaphoreHandle_t m = xSemaphoreCreateMutex();
  if (m == NULL)
    return;
  vQueueAddToRegistry(m, "m");
  xSemaphoreTake(m, portMAX_DELAY);
  vQueueUnregisterQueue(m);
  vSemaphoreDelete(m); // TP
  // CHECK: :[[@LINE-1]]:{{.*}}warning: closing semaphore 'm' while it is still set; potential ERROR_SEM_IS_SET (102)
}

void asked_for_its_holder(void) {
  SemaphoreHandle_t m = xSemaphoreCreateMutex();
  if (m == NULL)
    return;
  xSemaphoreTake(m, portMAX_DELAY);
  if (xQueueGetMutexHolder(m) == NULL)
    vSemaphoreDelete(m); // TN
}

// Another task takes it through the set.
void in_a_set(QueueHandle_t set) {
  SemaphoreHandle_t m = xSemaphoreCreateMutex();
  xSemaphoreTake(m, portMAX_DELAY);
  xQueueAddToSet(m, set);
  vSemaphoreDelete(m); // TN
}

// xSemaphoreTake of older versions.
void older_version(void) {
  SemaphoreHandle_t m = xSemaphoreCreateMutex();
  if (m == NULL)
    return;
  xQueueGenericReceive(m, NULL, portMAX_DELAY, pdFALSE);
  vSemaphoreDelete(m); // TP
  // CHECK: :[[@LINE-1]]:{{.*}}warning: closing semaphore 'm' while it is still set; potential ERROR_SEM_IS_SET (102)
}

void received_from_a_queue(QueueHandle_t q, int *item) {
  xQueueGenericReceive(q, item, portMAX_DELAY, pdFALSE);
  vQueueDelete(q); // TN
}

void other_caps(void) {
  SemaphoreHandle_t r = xSemaphoreCreateRecursiveMutexWithCaps(0);
  if (r == NULL)
    return;
  xSemaphoreTakeRecursive(r, portMAX_DELAY);
  vSemaphoreDeleteWithCaps(r); // TP
  // CHECK: :[[@LINE-1]]:{{.*}}warning: closing semaphore 'r' while it is still set; potential ERROR_SEM_IS_SET (102)
  SemaphoreHandle_t b = xSemaphoreCreateBinaryWithCaps(0);
  xSemaphoreTake(b, portMAX_DELAY);
  vSemaphoreDeleteWithCaps(b); // TN
  SemaphoreHandle_t c = xSemaphoreCreateCountingWithCaps(3, 3, 0);
  if (c == NULL)
    return;
  xSemaphoreTake(c, portMAX_DELAY);
  vSemaphoreDeleteWithCaps(c); // TP
  // CHECK: :[[@LINE-1]]:{{.*}}warning: closing semaphore 'c' while it may still be set; potential ERROR_SEM_IS_SET (102)
}
