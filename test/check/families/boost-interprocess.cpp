// RUN: %check %s
namespace boost { namespace interprocess {
struct open_or_create_t {};
static const open_or_create_t open_or_create = {};
class interprocess_mutex {
  int M[10];

public:
  interprocess_mutex();
  ~interprocess_mutex();
  void lock();
  bool try_lock();
  void unlock();
};
class named_mutex {
  void *M;

public:
  named_mutex(open_or_create_t, const char *Name);
  ~named_mutex();
  void lock();
  void unlock();
};
class interprocess_semaphore {
  int S[10];

public:
  interprocess_semaphore(unsigned Initial);
  ~interprocess_semaphore();
  void post();
  void wait();
};
}} // namespace boost::interprocess
using namespace boost::interprocess;

void locked(interprocess_mutex *M) {
  M->lock();
  delete M; // TP
  // CHECK: :[[@LINE-1]]:{{.*}}warning: freeing semaphore 'M' while it is still set; potential ERROR_SEM_IS_SET (102)
}

void unlocked(interprocess_mutex *M) {
  M->lock();
  M->unlock();
  delete M; // TN
}

// Other processes find it locked for ever.
void named() {
  named_mutex M(open_or_create, "jobs");
  M.lock();
} // TP
// CHECK: :[[@LINE-1]]:{{.*}}warning: semaphore 'M' goes out of scope while it is still set; potential ERROR_SEM_IS_SET (102)

void named_unlocked() {
  named_mutex M(open_or_create, "jobs");
  M.lock();
  M.unlock();
} // TN

void signal(void (*Start)(interprocess_semaphore *)) {
  interprocess_semaphore S(0);
  Start(&S);
  S.wait();
} // TN

void permit() {
  interprocess_semaphore S(1);
  S.wait();
} // TP
// CHECK: :[[@LINE-1]]:{{.*}}warning: semaphore 'S' goes out of scope while it may still be set; potential ERROR_SEM_IS_SET (102)
