#include <pthread.h>
#include <semtidy/confirm.h>

int confirmed(pthread_mutex_t *m) { return pthread_mutex_destroy(m); }
