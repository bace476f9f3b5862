#include <pthread.h>
#include <vector>

void stop(std::vector<pthread_mutex_t> &All) {
  pthread_mutex_t *First = &All[0];
  pthread_mutex_lock(First);
  pthread_mutex_destroy(First);
}
