// RUN: %check %s
#include <pthread.h>

class Queue {
public:
  Queue() { pthread_mutex_init(&Lock, nullptr); }
  // "Wait until nobody uses it": but now this thread does.
  ~Queue() {
    pthread_mutex_lock(&Lock);
    Items = 0;
    pthread_mutex_destroy(&Lock); // TP
    // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: closing semaphore 'Lock' while it is still set; potential ERROR_SEM_IS_SET (102)
  }

private:
  pthread_mutex_t Lock;
  int Items = 1;
};

class GoodQueue {
public:
  GoodQueue() { pthread_mutex_init(&Lock, nullptr); }
  ~GoodQueue() {
    pthread_mutex_lock(&Lock);
    Items = 0;
    pthread_mutex_unlock(&Lock);
    pthread_mutex_destroy(&Lock); // TN
  }

private:
  pthread_mutex_t Lock;
  int Items = 1;
};

class ForgetfulQueue {
public:
  ForgetfulQueue() { pthread_mutex_init(&Lock, nullptr); }
  ~ForgetfulQueue() {
    pthread_mutex_lock(&Lock);
    Items = 0;
  } // TP
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: semaphore 'Lock' goes out of scope while it is still set; potential ERROR_SEM_IS_SET (102)

private:
  pthread_mutex_t Lock;
  int Items = 1;
};
