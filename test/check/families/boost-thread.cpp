// RUN: %check %s
namespace boost {
class mutex {
  int M[10];

public:
  mutex();
  ~mutex();
  void lock();
  bool try_lock();
  void unlock();
};
class timed_mutex {
  int M[10];

public:
  timed_mutex();
  ~timed_mutex();
  void lock();
  template <typename Duration> bool timed_lock(Duration const &D);
  void unlock();
};
class recursive_mutex {
  int M[10];

public:
  recursive_mutex();
  ~recursive_mutex();
  void lock();
  void unlock();
};
class shared_mutex {
  int M[10];

public:
  shared_mutex();
  ~shared_mutex();
  void lock();
  void unlock();
  void lock_shared();
  void unlock_shared();
  void lock_upgrade();
  void unlock_upgrade_and_lock();
};
} // namespace boost

void locked(boost::mutex *M) {
  M->lock();
  delete M; // TP
  // CHECK: :[[@LINE-1]]:{{.*}}warning: freeing semaphore 'M' while it is still set; potential ERROR_SEM_IS_SET (102)
}

void unlocked(boost::mutex *M) {
  M->lock();
  M->unlock();
  delete M; // TN
}

void timed(boost::timed_mutex *M) {
  if (M->timed_lock(10L))
    delete M; // TP
  // CHECK: :[[@LINE-1]]:{{.*}}warning: freeing semaphore 'M' while it is still set; potential ERROR_SEM_IS_SET (102)
}

void timed_out(boost::timed_mutex *M) {
  if (!M->timed_lock(10L))
    delete M; // TN
}

void nested(boost::recursive_mutex *M) {
  M->lock();
  M->lock();
  M->unlock();
  M->unlock();
  delete M; // TN
}

// Another mode, and still held.
void upgraded(boost::shared_mutex *M) {
  M->lock_upgrade();
  M->unlock_upgrade_and_lock();
  delete M; // TP
  // CHECK: :[[@LINE-1]]:{{.*}}warning: freeing semaphore 'M' while it is still set; potential ERROR_SEM_IS_SET (102)
}

void upgraded_and_left(boost::shared_mutex *M) {
  M->lock_upgrade();
  M->unlock_upgrade_and_lock();
  M->unlock();
  delete M; // TN
}

void scope_ends() {
  boost::mutex M;
  M.lock();
} // TP
// CHECK: :[[@LINE-1]]:{{.*}}warning: semaphore 'M' goes out of scope while it is still set; potential ERROR_SEM_IS_SET (102)
