// RUN: %check %s
class QMutex;
class QBasicMutex {
  void *D;

public:
  void lock();
  void unlock() noexcept;
};
class QMutex : public QBasicMutex {
public:
  QMutex();
  ~QMutex();
  void lock();
  bool tryLock(int timeout = 0);
  void unlock() noexcept;
};
class QReadWriteLock {
  void *D;

public:
  QReadWriteLock();
  ~QReadWriteLock();
  void lockForRead();
  void lockForWrite();
  bool tryLockForWrite();
  void unlock();
};
class QSemaphore {
  void *D;

public:
  explicit QSemaphore(int n = 0);
  ~QSemaphore();
  void acquire(int n = 1);
  bool tryAcquire(int n = 1);
  void release(int n = 1);
};
class QWaitCondition {
public:
  bool wait(QMutex *m, unsigned long time = ~0ul);
  bool wait(QReadWriteLock *l, unsigned long time = ~0ul);
};

void locked(QMutex *M) {
  M->lock();
  delete M; // TP
  // CHECK: :[[@LINE-1]]:{{.*}}warning: freeing semaphore 'M' while it is still set; potential ERROR_SEM_IS_SET (102)
}

void unlocked(QMutex *M) {
  M->lock();
  M->unlock();
  delete M; // TN
}

void busy(QMutex *M) {
  if (!M->tryLock(100))
    delete M; // TN
}

void scope_ends() {
  QMutex M;
  M.lock();
} // TP
// CHECK: :[[@LINE-1]]:{{.*}}warning: semaphore 'M' goes out of scope while it is still set; potential ERROR_SEM_IS_SET (102)

// The wait returns with the mutex locked, also when it times out.
void waited(QWaitCondition *C, QMutex *M) {
  C->wait(M, 100);
  delete M; // TP
  // CHECK: :[[@LINE-1]]:{{.*}}warning: freeing semaphore 'M' while it is still set; potential ERROR_SEM_IS_SET (102)
}

void waited_and_left(QWaitCondition *C, QReadWriteLock *L) {
  L->lockForWrite();
  C->wait(L);
  L->unlock();
  delete L; // TN
}

void reading(QReadWriteLock *L) {
  L->lockForRead();
  delete L; // TP
  // CHECK: :[[@LINE-1]]:{{.*}}warning: freeing semaphore 'L' while it is still set; potential ERROR_SEM_IS_SET (102)
}

// The default of QSemaphore is 0, for signals.
void signal(void (*Start)(QSemaphore *)) {
  QSemaphore S;
  Start(&S);
  S.acquire();
} // TN

void permit() {
  QSemaphore S(3);
  S.acquire();
} // TP
// CHECK: :[[@LINE-1]]:{{.*}}warning: semaphore 'S' goes out of scope while it may still be set; potential ERROR_SEM_IS_SET (102)

void permits_returned() {
  QSemaphore S(3);
  S.acquire(2);
  S.release(2);
} // TN
