// A family may say of a creator that findings on what it makes weigh less than
// those on the rest: a FreeRTOS mutex is an error, a permit a warning.
// RUN: %check %s
// RUN: %check -prefix=ERRORS %s -config="{CheckOptions: {semaphore-close-while-set.MinStrength: error}}"
typedef struct QueueDefinition *QueueHandle_t;
typedef QueueHandle_t SemaphoreHandle_t;
QueueHandle_t xQueueCreateMutex(unsigned char type);
QueueHandle_t xQueueCreateCountingSemaphore(unsigned long max, unsigned long initial);
long xQueueSemaphoreTake(QueueHandle_t q, unsigned ticks);
void vQueueDelete(QueueHandle_t q);

void mutex(void) {
  SemaphoreHandle_t m = xQueueCreateMutex(1);
  xQueueSemaphoreTake(m, ~0u);
  vQueueDelete(m); // TP
  // CHECK: :[[@LINE-1]]:3: warning: closing semaphore 'm'
  // ERRORS: :[[@LINE-2]]:3: warning: closing semaphore 'm'
}

void permit(void) {
  SemaphoreHandle_t s = xQueueCreateCountingSemaphore(1, 1);
  xQueueSemaphoreTake(s, ~0u);
  vQueueDelete(s); // TP
  // CHECK: :[[@LINE-1]]:3: warning: closing semaphore 's'
}
