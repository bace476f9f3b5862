// A `Like` entry gives a function of the user the effects of a modelled one.
// RUN: rm -rf %t && split-file %s %t
// RUN: %check %s -config="{CheckOptions: {semaphore-close-while-set.Models: '%t/like.yaml'}}"
struct gate;
int gate_begin(struct gate *g, void *attributes);
int gate_lock(struct gate *g);
int gate_try(struct gate *g);
int gate_unlock(struct gate *g);
int gate_end(struct gate *g);
void log_and_lock(const char *why, struct gate *g, int line);
struct plain;
void plain_lock(struct plain *p);
void mine_lock(struct gate *g);

void closes_set(struct gate *g) {
  gate_lock(g);
  gate_end(g); // TP
  // CHECK: :[[@LINE-1]]:3: warning: closing semaphore 'g' while it is still set
}

void closes_clear(struct gate *g) {
  gate_lock(g);
  gate_unlock(g);
  gate_end(g); // TN
}

void try_failed(struct gate *g) {
  if (gate_try(g) != 0)
    gate_end(g); // TN
}

void try_succeeded(struct gate *g) {
  if (gate_try(g) == 0)
    gate_end(g); // TP
  // CHECK: :[[@LINE-1]]:5: warning: closing semaphore 'g' while it is still set
}

// The object is another argument, and there are more of them.
void object_moved(struct gate *g) {
  log_and_lock("moved", g, __LINE__);
  gate_end(g); // TP
  // CHECK: :[[@LINE-1]]:3: warning: closing semaphore 'g' while it is still set
}

// The entry asks for another type, and for another number of parameters.
void other_type(struct gate *g, struct plain *p) {
  plain_lock(p);
  gate_end((struct gate *)p); // TN
  mine_lock(g);
  gate_end(g); // TN
}

/*
#--- like.yaml
---
Like:
  gate_begin:   pthread_mutex_init
  gate_lock:    pthread_mutex_lock
  gate_try:     pthread_mutex_trylock
  gate_unlock:  pthread_mutex_unlock
  gate_end:     {As: pthread_mutex_destroy}
  log_and_lock: {As: pthread_mutex_lock, Object: arg 1, Params: 3}
  plain_lock:   {As: pthread_mutex_lock, HandleTypes: [gate]}
---
Like:
  mine_lock:    {As: gate_lock, Params: 2}
#--- end
*/
