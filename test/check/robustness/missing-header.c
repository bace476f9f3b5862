// RUN: %check -broken %s
#include "no_such_header.h"

// Nothing is known of these, and yet they have the names of modelled ones.
void use(void *m) {
  pthread_mutex_lock(m);
  pthread_mutex_destroy(m); // TN
}
