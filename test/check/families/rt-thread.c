// RUN: %check %s -config="{CheckOptions: {semaphore-close-while-set.MinStrength: note}}"
typedef long rt_err_t;
typedef int rt_int32_t;
typedef unsigned rt_uint32_t;
typedef unsigned char rt_uint8_t;
struct rt_mutex { int hold; };
struct rt_semaphore { int value; };
typedef struct rt_mutex *rt_mutex_t;
typedef struct rt_semaphore *rt_sem_t;
#define RT_EOK 0
#define RT_WAITING_FOREVER -1
#define RT_NULL ((void *)0)
rt_err_t rt_mutex_init(rt_mutex_t m, const char *name, rt_uint8_t flag);
rt_err_t rt_mutex_detach(rt_mutex_t m);
rt_mutex_t rt_mutex_create(const char *name, rt_uint8_t flag);
rt_err_t rt_mutex_delete(rt_mutex_t m);
rt_err_t rt_mutex_take(rt_mutex_t m, rt_int32_t timeout);
rt_err_t rt_mutex_release(rt_mutex_t m);
rt_sem_t rt_sem_create(const char *name, rt_uint32_t value, rt_uint8_t flag);
rt_err_t rt_sem_delete(rt_sem_t s);
rt_err_t rt_sem_take(rt_sem_t s, rt_int32_t timeout);
rt_err_t rt_mutex_trytake(rt_mutex_t m);
rt_err_t rt_mutex_take_interruptible(rt_mutex_t m, rt_int32_t timeout);
rt_err_t rt_sem_init(rt_sem_t s, const char *name, rt_uint32_t value, rt_uint8_t flag);
rt_err_t rt_sem_trytake(rt_sem_t s);
rt_err_t rt_sem_release(rt_sem_t s);
rt_err_t rt_sem_detach(rt_sem_t s);

void in_place(void) {
  struct rt_mutex m;
  rt_mutex_init(&m, "m", 0);
  rt_mutex_take(&m, RT_WAITING_FOREVER);
  rt_mutex_detach(&m); // TP
  // CHECK: :[[@LINE-1]]:{{.*}}warning: closing semaphore 'm' while it is still set; potential ERROR_SEM_IS_SET (102)
}

void on_the_heap(void) {
  rt_mutex_t m = rt_mutex_create("m", 0);
  if (m == RT_NULL)
    return;
  rt_mutex_take(m, RT_WAITING_FOREVER);
  rt_mutex_delete(m); // TP
  // CHECK: :[[@LINE-1]]:{{.*}}warning: closing semaphore 'm' while it is still set; potential ERROR_SEM_IS_SET (102)
}

void released(void) {
  rt_mutex_t m = rt_mutex_create("m", 0);
  rt_mutex_take(m, RT_WAITING_FOREVER);
  rt_mutex_release(m);
  rt_mutex_delete(m); // TN
}

void not_taken(rt_mutex_t m) {
  if (rt_mutex_take(m, 0) != RT_EOK)
    rt_mutex_delete(m); // TN
}

void signal(void) {
  rt_sem_t s = rt_sem_create("s", 0, 0);
  rt_sem_take(s, RT_WAITING_FOREVER);
  rt_sem_delete(s); // TN
}

void tried(rt_mutex_t m) {
  if (rt_mutex_trytake(m) == RT_EOK)
    rt_mutex_delete(m); // TP
  // CHECK: :[[@LINE-1]]:{{.*}}warning: closing semaphore 'm' while it is still set; potential ERROR_SEM_IS_SET (102)
  else
    rt_mutex_delete(m); // TN
}

void interrupted(rt_mutex_t m) {
  if (rt_mutex_take_interruptible(m, RT_WAITING_FOREVER) != RT_EOK)
    rt_mutex_delete(m); // TN
}

void permit(void) {
  struct rt_semaphore s;
  rt_sem_init(&s, "s", 1, 0);
  rt_sem_take(&s, RT_WAITING_FOREVER);
  rt_sem_detach(&s); // TP
  // CHECK: :[[@LINE-1]]:{{.*}}warning: closing semaphore 's' while it may still be set; potential ERROR_SEM_IS_SET (102)
}

void permit_released(void) {
  struct rt_semaphore s;
  rt_sem_init(&s, "s", 1, 0);
  if (rt_sem_trytake(&s) == RT_EOK)
    rt_sem_release(&s);
  rt_sem_detach(&s); // TN
}
