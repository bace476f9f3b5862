// The second worked example of docs/models.md.
// RUN: %python %source/test/model/docs_model.py sync > %t.yaml
// RUN: %check %s -config="{CheckOptions: {semaphore-close-while-set.Models: '%t.yaml'}}"
typedef int sync_t;
sync_t sync_new(int type, int count);
int sync_take(sync_t s, int *error);
void sync_give(sync_t s, int how_many);
void sync_delete(sync_t s);

void deletes_taken_mutex(void) {
  int error;
  sync_t s = sync_new(0, 0);
  sync_take(s, &error);
  if (error == 0)
    sync_delete(s); // TP
  // CHECK: :[[@LINE-1]]:{{.*}}warning: closing semaphore 's' while it is still set; potential ERROR_SEM_IS_SET (102)
}

void not_taken(void) {
  int error;
  sync_t s = sync_new(0, 0);
  sync_take(s, &error);
  if (error != 0)
    sync_delete(s); // TN
}

void signal(void) {
  int error;
  sync_t s = sync_new(1, 0);
  sync_take(s, &error);
  sync_delete(s); // TN
}

void gives_two_back(void) {
  int error;
  sync_t s = sync_new(1, 2);
  sync_take(s, &error);
  sync_take(s, &error);
  sync_give(s, 2);
  sync_delete(s); // TN
}

void of_unknown_kind(sync_t s) {
  int error;
  sync_take(s, &error);
  sync_delete(s); // TN
}
