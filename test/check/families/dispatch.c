// RUN: %check %s
typedef struct dispatch_semaphore_s *dispatch_semaphore_t;
typedef struct dispatch_group_s *dispatch_group_t;
typedef struct dispatch_queue_s *dispatch_queue_t;
typedef union {
  struct _os_object_s *_os_obj;
  struct dispatch_semaphore_s *_dsema;
  struct dispatch_group_s *_dg;
} dispatch_object_t __attribute__((__transparent_union__));
typedef unsigned long long dispatch_time_t;
typedef long intptr_t;
#define DISPATCH_TIME_NOW 0ull
#define DISPATCH_TIME_FOREVER (~0ull)
dispatch_semaphore_t dispatch_semaphore_create(intptr_t value);
intptr_t dispatch_semaphore_wait(dispatch_semaphore_t s, dispatch_time_t t);
intptr_t dispatch_semaphore_signal(dispatch_semaphore_t s);
dispatch_group_t dispatch_group_create(void);
void dispatch_group_enter(dispatch_group_t g);
void dispatch_group_leave(dispatch_group_t g);
intptr_t dispatch_group_wait(dispatch_group_t g, dispatch_time_t t);
void dispatch_async_f(dispatch_queue_t q, void *context, void (*work)(void *));
void dispatch_group_notify_f(dispatch_group_t g, dispatch_queue_t q, void *context, void (*work)(void *));
void dispatch_retain(dispatch_object_t o);
void dispatch_release(dispatch_object_t o);

void more_waits_than_signals(void) {
  dispatch_semaphore_t s = dispatch_semaphore_create(1);
  if (!s)
    return;
  dispatch_semaphore_wait(s, DISPATCH_TIME_FOREVER);
  dispatch_release(s); // TP
  // CHECK: :[[@LINE-1]]:{{.*}}warning: closing semaphore 's' while it {{(is still|may still be)}} set; potential ERROR_SEM_IS_SET (102)
}

void balanced(void) {
  dispatch_semaphore_t s = dispatch_semaphore_create(1);
  dispatch_semaphore_wait(s, DISPATCH_TIME_FOREVER);
  dispatch_semaphore_signal(s);
  dispatch_release(s); // TN
}

// A semaphore that starts at 0 may end at 0.
void completion(dispatch_queue_t q, void (*work)(void *)) {
  dispatch_semaphore_t s = dispatch_semaphore_create(0);
  dispatch_async_f(q, s, work);
  dispatch_semaphore_wait(s, DISPATCH_TIME_FOREVER);
  dispatch_release(s); // TN
}

void more_signals_than_waits(void) {
  dispatch_semaphore_t s = dispatch_semaphore_create(1);
  dispatch_semaphore_signal(s);
  dispatch_semaphore_wait(s, DISPATCH_TIME_FOREVER);
  dispatch_release(s); // TN
}

void timed_out(void) {
  dispatch_semaphore_t s = dispatch_semaphore_create(1);
  if (dispatch_semaphore_wait(s, DISPATCH_TIME_NOW) != 0)
    dispatch_release(s); // TN
}

void retained(void) {
  dispatch_semaphore_t s = dispatch_semaphore_create(1);
  dispatch_retain(s);
  dispatch_semaphore_wait(s, DISPATCH_TIME_FOREVER);
  dispatch_release(s); // TN
}

void entered(void) {
  dispatch_group_t g = dispatch_group_create();
  if (!g)
    return;
  dispatch_group_enter(g);
  dispatch_release(g); // TP
  // CHECK: :[[@LINE-1]]:{{.*}}warning: closing semaphore 'g' while it may still be set; potential ERROR_SEM_IS_SET (102)
}

void left_by_others(dispatch_queue_t q, void (*work)(void *)) {
  dispatch_group_t g = dispatch_group_create();
  dispatch_group_enter(g);
  dispatch_async_f(q, g, work);
  dispatch_group_wait(g, DISPATCH_TIME_FOREVER);
  dispatch_release(g); // TN
}

// What runs later leaves it.
void left_in_a_function(dispatch_queue_t q, void *context, void (*work)(void *)) {
  dispatch_group_t g = dispatch_group_create();
  dispatch_group_enter(g);
  dispatch_group_notify_f(g, q, context, work);
  dispatch_release(g); // TN
}

void left(void) {
  dispatch_group_t g = dispatch_group_create();
  dispatch_group_enter(g);
  dispatch_group_leave(g);
  dispatch_release(g); // TN
}
