// RUN: %check %s -config="{CheckOptions: {semaphore-close-while-set.MinStrength: note}}"
typedef unsigned UINT;
typedef unsigned long ULONG;
typedef char CHAR;
typedef struct TX_MUTEX_STRUCT { ULONG id; UINT count; } TX_MUTEX;
typedef struct TX_SEMAPHORE_STRUCT { ULONG id, count; } TX_SEMAPHORE;
#define TX_SUCCESS 0
#define TX_NO_WAIT 0UL
#define TX_WAIT_FOREVER 0xFFFFFFFFUL
#define TX_NO_INHERIT 0
UINT _tx_mutex_get(TX_MUTEX *m, ULONG wait);
UINT _tx_mutex_delete(TX_MUTEX *m);
UINT _txe_mutex_create(TX_MUTEX *m, CHAR *name, UINT inherit, UINT size);
UINT _txe_mutex_get(TX_MUTEX *m, ULONG wait);
UINT _txe_mutex_put(TX_MUTEX *m);
UINT _txe_mutex_delete(TX_MUTEX *m);
UINT _txr_mutex_get(TX_MUTEX *m, ULONG wait);
UINT _txr_mutex_delete(TX_MUTEX *m);
UINT _txe_semaphore_create(TX_SEMAPHORE *s, CHAR *name, ULONG initial, UINT size);
UINT _txe_semaphore_get(TX_SEMAPHORE *s, ULONG wait);
UINT _txe_semaphore_put(TX_SEMAPHORE *s);
UINT _txe_semaphore_delete(TX_SEMAPHORE *s);
UINT _tx_mutex_create(TX_MUTEX *m, CHAR *name, UINT inherit);
UINT _tx_mutex_put(TX_MUTEX *m);
UINT _txr_mutex_create(TX_MUTEX *m, CHAR *name, UINT inherit, UINT size);
UINT _txr_mutex_put(TX_MUTEX *m);
UINT _tx_semaphore_create(TX_SEMAPHORE *s, CHAR *name, ULONG initial);
UINT _tx_semaphore_get(TX_SEMAPHORE *s, ULONG wait);
UINT _tx_semaphore_delete(TX_SEMAPHORE *s);
UINT _txr_semaphore_create(TX_SEMAPHORE *s, CHAR *name, ULONG initial, UINT size);
UINT _txr_semaphore_get(TX_SEMAPHORE *s, ULONG wait);
UINT _txr_semaphore_delete(TX_SEMAPHORE *s);
UINT _txe_semaphore_ceiling_put(TX_SEMAPHORE *s, ULONG ceiling);
UINT _tx_mutex_performance_info_get(TX_MUTEX *m, ULONG *puts);
UINT _txe_mutex_prioritize(TX_MUTEX *m);
UINT _txe_mutex_info_get(TX_MUTEX *m, ULONG *count);
#define tx_mutex_create(m, n, i) _txe_mutex_create((m), (n), (i), (sizeof(TX_MUTEX)))
#define tx_mutex_get _txe_mutex_get
#define tx_mutex_put _txe_mutex_put
#define tx_mutex_delete _txe_mutex_delete
#define tx_semaphore_create(s, n, i) _txe_semaphore_create((s), (n), (i), (sizeof(TX_SEMAPHORE)))
#define tx_semaphore_get _txe_semaphore_get
#define tx_semaphore_put _txe_semaphore_put
#define tx_semaphore_delete _txe_semaphore_delete

void held(void) {
  TX_MUTEX m;
  tx_mutex_create(&m, "m", TX_NO_INHERIT);
  tx_mutex_get(&m, TX_WAIT_FOREVER);
  tx_mutex_delete(&m); // TP
  // CHECK: :[[@LINE-1]]:{{.*}}warning: closing semaphore 'm' while it is still set; potential ERROR_SEM_IS_SET (102)
}

void put_back(void) {
  TX_MUTEX m;
  tx_mutex_create(&m, "m", TX_NO_INHERIT);
  tx_mutex_get(&m, TX_WAIT_FOREVER);
  tx_mutex_put(&m);
  tx_mutex_delete(&m); // TN
}

void not_available(TX_MUTEX *m) {
  if (tx_mutex_get(m, TX_NO_WAIT) != TX_SUCCESS)
    tx_mutex_delete(m); // TN
}

void without_checks(TX_MUTEX *m) {
  _tx_mutex_get(m, TX_WAIT_FOREVER);
  _tx_mutex_delete(m); // TP
  // CHECK: :[[@LINE-1]]:{{.*}}warning: closing semaphore 'm' while it is still set; potential ERROR_SEM_IS_SET (102)
}

void with_run_time_errors(TX_MUTEX *m) {
  _txr_mutex_get(m, TX_WAIT_FOREVER);
  _txr_mutex_delete(m); // TP
  // CHECK: :[[@LINE-1]]:{{.*}}warning: closing semaphore 'm' while it is still set; potential ERROR_SEM_IS_SET (102)
}

void signal(void) {
  TX_SEMAPHORE s;
  tx_semaphore_create(&s, "s", 0);
  tx_semaphore_get(&s, TX_WAIT_FOREVER);
  tx_semaphore_delete(&s); // TN
}

void permit(void) {
  TX_SEMAPHORE s;
  tx_semaphore_create(&s, "s", 2);
  tx_semaphore_get(&s, TX_WAIT_FOREVER);
  tx_semaphore_delete(&s); // TP
  // CHECK: :[[@LINE-1]]:{{.*}}warning: closing semaphore 's' while it may still be set; potential ERROR_SEM_IS_SET (102)
}

// The same object through each of the three forms of the macros.
void created_without_checks(void) {
  TX_MUTEX m;
  TX_SEMAPHORE s;
  _tx_mutex_create(&m, "m", TX_NO_INHERIT);
  _tx_mutex_get(&m, TX_WAIT_FOREVER);
  _tx_mutex_put(&m);
  _tx_mutex_delete(&m); // TN
  _tx_semaphore_create(&s, "s", 1);
  _tx_semaphore_get(&s, TX_WAIT_FOREVER);
  _tx_semaphore_delete(&s); // TP
  // CHECK: :[[@LINE-1]]:{{.*}}warning: closing semaphore 's' while it may still be set; potential ERROR_SEM_IS_SET (102)
}

void created_with_run_time_errors(void) {
  TX_MUTEX m;
  TX_SEMAPHORE s;
  _txr_mutex_create(&m, "m", TX_NO_INHERIT, sizeof m);
  _txr_mutex_get(&m, TX_WAIT_FOREVER);
  _txr_mutex_put(&m);
  _txr_mutex_delete(&m); // TN
  _txr_semaphore_create(&s, "s", 1, sizeof s);
  _txr_semaphore_get(&s, TX_WAIT_FOREVER);
  _txr_semaphore_delete(&s); // TP
  // CHECK: :[[@LINE-1]]:{{.*}}warning: closing semaphore 's' while it may still be set; potential ERROR_SEM_IS_SET (102)
}

void given_back_below_a_ceiling(void) {
  TX_SEMAPHORE s;
  tx_semaphore_create(&s, "s", 1);
  tx_semaphore_get(&s, TX_WAIT_FOREVER);
  _txe_semaphore_ceiling_put(&s, 1);
  tx_semaphore_delete(&s); // TN
}

void measured(TX_MUTEX *m) {
  ULONG puts;
  tx_mutex_get(m, TX_WAIT_FOREVER);
  _tx_mutex_performance_info_get(m, &puts);
  _txe_mutex_prioritize(m);
  if (puts)
    tx_mutex_delete(m); // TP
  // CHECK: :[[@LINE-1]]:{{.*}}warning: closing semaphore 'm' while it is still set; potential ERROR_SEM_IS_SET (102)
}

void asked_for_its_owner(TX_MUTEX *m) {
  ULONG count;
  tx_mutex_get(m, TX_WAIT_FOREVER);
  _txe_mutex_info_get(m, &count);
  if (!count)
    tx_mutex_delete(m); // TN
}

void taken_twice(TX_MUTEX *m) {
  tx_mutex_get(m, TX_WAIT_FOREVER);
  tx_mutex_get(m, TX_WAIT_FOREVER);
  tx_mutex_put(m);
  tx_mutex_delete(m); // TP
  // CHECK: :[[@LINE-1]]:{{.*}}warning: closing semaphore 'm' while it is still set; potential ERROR_SEM_IS_SET (102)
}
