// RUN: %check %s
typedef int gboolean;
typedef union _GMutex { void *p; unsigned i[2]; } GMutex;
typedef struct _GRecMutex { void *p; unsigned i[2]; } GRecMutex;
typedef struct _GRWLock { void *p; unsigned i[2]; } GRWLock;
typedef struct _GCond { void *p; unsigned i[2]; } GCond;
void g_mutex_init(GMutex *m);
void g_mutex_clear(GMutex *m);
void g_mutex_lock(GMutex *m);
gboolean g_mutex_trylock(GMutex *m);
void g_mutex_unlock(GMutex *m);
void g_cond_wait(GCond *c, GMutex *m);
gboolean g_cond_wait_until(GCond *c, GMutex *m, long end);
GMutex *g_mutex_new(void);
void g_mutex_free(GMutex *m);
gboolean g_rec_mutex_trylock(GRecMutex *m);
void g_rw_lock_writer_lock(GRWLock *l);
gboolean g_rw_lock_writer_trylock(GRWLock *l);
void g_rw_lock_writer_unlock(GRWLock *l);
void g_rec_mutex_clear(GRecMutex *m);
void g_rec_mutex_lock(GRecMutex *m);
void g_rec_mutex_unlock(GRecMutex *m);
void g_rw_lock_clear(GRWLock *l);
void g_rw_lock_reader_lock(GRWLock *l);
void g_rw_lock_reader_unlock(GRWLock *l);

void locked(GMutex *m) {
  g_mutex_lock(m);
  g_mutex_clear(m); // TP
  // CHECK: :[[@LINE-1]]:{{.*}}warning: closing semaphore 'm' while it is still set; potential ERROR_SEM_IS_SET (102)
}

void unlocked(GMutex *m) {
  g_mutex_lock(m);
  g_mutex_unlock(m);
  g_mutex_clear(m); // TN
}

void busy(GMutex *m) {
  if (!g_mutex_trylock(m))
    g_mutex_clear(m); // TN
}

void waited(GCond *c, GMutex *m) {
  g_cond_wait(c, m);
  g_mutex_clear(m); // TP
  // CHECK: :[[@LINE-1]]:{{.*}}warning: closing semaphore 'm' while it is still set; potential ERROR_SEM_IS_SET (102)
}

void nested(GRecMutex *m) {
  g_rec_mutex_lock(m);
  g_rec_mutex_lock(m);
  g_rec_mutex_unlock(m);
  g_rec_mutex_clear(m); // TP
  // CHECK: :[[@LINE-1]]:{{.*}}warning: closing semaphore 'm' while it is still set; potential ERROR_SEM_IS_SET (102)
}

void nested_balanced(GRecMutex *m) {
  g_rec_mutex_lock(m);
  g_rec_mutex_lock(m);
  g_rec_mutex_unlock(m);
  g_rec_mutex_unlock(m);
  g_rec_mutex_clear(m); // TN
}

void reading(GRWLock *l) {
  g_rw_lock_reader_lock(l);
  g_rw_lock_clear(l); // TP
  // CHECK: :[[@LINE-1]]:{{.*}}warning: closing semaphore 'l' while it is still set; potential ERROR_SEM_IS_SET (102)
}

void read_and_left(GRWLock *l) {
  g_rw_lock_reader_lock(l);
  g_rw_lock_reader_unlock(l);
  g_rw_lock_clear(l); // TN
}

void writing(GRWLock *l) {
  if (g_rw_lock_writer_trylock(l))
    g_rw_lock_clear(l); // TP
  // CHECK: :[[@LINE-1]]:{{.*}}warning: closing semaphore 'l' while it is still set; potential ERROR_SEM_IS_SET (102)
  else
    g_rw_lock_clear(l); // TN
}

void written(GRWLock *l) {
  g_rw_lock_writer_lock(l);
  g_rw_lock_writer_unlock(l);
  g_rw_lock_clear(l); // TN
}

void tried_again(GRecMutex *m) {
  if (!g_rec_mutex_trylock(m))
    g_rec_mutex_clear(m); // TN
}

void on_the_heap(void) {
  GMutex *m = g_mutex_new();
  g_mutex_lock(m);
  g_mutex_free(m); // TP
  // CHECK: :[[@LINE-1]]:{{.*}}warning: closing semaphore 'm' while it is still set; potential ERROR_SEM_IS_SET (102)
}

void on_the_heap_unlocked(void) {
  GMutex *m = g_mutex_new();
  g_mutex_lock(m);
  g_mutex_unlock(m);
  g_mutex_free(m); // TN
}

void timed_wait_holds_it(GCond *c, GMutex *m) {
  if (!g_cond_wait_until(c, m, 10))
    g_mutex_clear(m); // TP
  // CHECK: :[[@LINE-1]]:{{.*}}warning: closing semaphore 'm' while it is still set; potential ERROR_SEM_IS_SET (102)
}
