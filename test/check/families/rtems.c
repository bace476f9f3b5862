// RUN: %check %s
typedef unsigned uint32_t;
typedef uint32_t Objects_Id;
typedef Objects_Id rtems_id;
typedef uint32_t rtems_name, rtems_attribute, rtems_task_priority, rtems_option, rtems_interval;
typedef enum { RTEMS_SUCCESSFUL = 0, RTEMS_TIMEOUT = 6, RTEMS_RESOURCE_IN_USE = 12, RTEMS_UNSATISFIED = 13 } rtems_status_code;
#define RTEMS_BINARY_SEMAPHORE 0x00000010
#define RTEMS_COUNTING_SEMAPHORE 0x00000000
#define RTEMS_SIMPLE_BINARY_SEMAPHORE 0x00000020
#define RTEMS_PRIORITY 0x00000004
#define RTEMS_INHERIT_PRIORITY 0x00000040
#define RTEMS_WAIT 0x00000000
#define RTEMS_NO_WAIT 0x00000001
#define RTEMS_NO_TIMEOUT 0
rtems_status_code rtems_semaphore_create(rtems_name name, uint32_t count, rtems_attribute attributes, rtems_task_priority ceiling, rtems_id *id);
rtems_status_code rtems_semaphore_obtain(rtems_id id, rtems_option options, rtems_interval ticks);
rtems_status_code rtems_semaphore_release(rtems_id id);
rtems_status_code rtems_semaphore_ident(rtems_name name, uint32_t node, rtems_id *id);
rtems_status_code rtems_semaphore_delete(rtems_id id);
#define MUTEX (RTEMS_PRIORITY | RTEMS_BINARY_SEMAPHORE | RTEMS_INHERIT_PRIORITY)

// A mutex that is created with 0 belongs to its creator.
void locked_from_birth(void) {
  rtems_id m;
  if (rtems_semaphore_create('M', 0, MUTEX, 0, &m) != RTEMS_SUCCESSFUL)
    return;
  rtems_semaphore_delete(m); // TP
  // CHECK: :[[@LINE-1]]:{{.*}}warning: closing semaphore 'm' while it is still set; potential ERROR_SEM_IS_SET (102)
}

void free_from_birth(void) {
  rtems_id m;
  if (rtems_semaphore_create('M', 1, MUTEX, 0, &m) != RTEMS_SUCCESSFUL)
    return;
  rtems_semaphore_delete(m); // TN
}

void obtained(void) {
  rtems_id m;
  if (rtems_semaphore_create('M', 1, MUTEX, 0, &m) != RTEMS_SUCCESSFUL)
    return;
  rtems_semaphore_obtain(m, RTEMS_WAIT, RTEMS_NO_TIMEOUT);
  rtems_semaphore_delete(m); // TP
  // CHECK: :[[@LINE-1]]:{{.*}}warning: closing semaphore 'm' while it is still set; potential ERROR_SEM_IS_SET (102)
}

void not_obtained(void) {
  rtems_id m;
  if (rtems_semaphore_create('M', 1, MUTEX, 0, &m) != RTEMS_SUCCESSFUL)
    return;
  if (rtems_semaphore_obtain(m, RTEMS_NO_WAIT, 0) == RTEMS_UNSATISFIED)
    rtems_semaphore_delete(m); // TN
}

// With a counting semaphore 0 means empty, and it can be deleted any time.
void counting(void) {
  rtems_id s;
  if (rtems_semaphore_create('S', 0, RTEMS_COUNTING_SEMAPHORE, 0, &s) != RTEMS_SUCCESSFUL)
    return;
  rtems_semaphore_obtain(s, RTEMS_WAIT, RTEMS_NO_TIMEOUT);
  rtems_semaphore_delete(s); // TN
}

void simple_binary(void) {
  rtems_id s;
  if (rtems_semaphore_create('S', 1, RTEMS_SIMPLE_BINARY_SEMAPHORE, 0, &s) != RTEMS_SUCCESSFUL)
    return;
  rtems_semaphore_obtain(s, RTEMS_WAIT, RTEMS_NO_TIMEOUT);
  rtems_semaphore_delete(s); // TN
}

void in_use(rtems_id m) {
  if (rtems_semaphore_delete(m) == RTEMS_RESOURCE_IN_USE) { // TN
    rtems_semaphore_release(m);
    rtems_semaphore_delete(m); // TN
  }
}

// By name: whoever else has the name may hold it, and who obtains it here does.
void found_by_name(rtems_name name) {
  rtems_id m;
  if (rtems_semaphore_ident(name, 0, &m) != RTEMS_SUCCESSFUL)
    return;
  rtems_semaphore_obtain(m, RTEMS_WAIT, RTEMS_NO_TIMEOUT);
  rtems_semaphore_delete(m); // TN
}

// Obtained once more by its owner.
void nested(void) {
  rtems_id m;
  if (rtems_semaphore_create('M', 0, MUTEX, 0, &m) != RTEMS_SUCCESSFUL)
    return;
  rtems_semaphore_obtain(m, RTEMS_WAIT, RTEMS_NO_TIMEOUT);
  rtems_semaphore_release(m);
  rtems_semaphore_delete(m); // TP
  // CHECK: :[[@LINE-1]]:{{.*}}warning: closing semaphore 'm' while it is still set; potential ERROR_SEM_IS_SET (102)
}

void released_from_birth(void) {
  rtems_id m;
  if (rtems_semaphore_create('M', 0, MUTEX, 0, &m) != RTEMS_SUCCESSFUL)
    return;
  rtems_semaphore_release(m);
  rtems_semaphore_delete(m); // TN
}
