// The first worked example of docs/models.md.
// RUN: %python %source/test/model/docs_model.py dev-lock > %t.yaml
// RUN: %check %s -config="{CheckOptions: {semaphore-close-while-set.Models: '%t.yaml'}}"
struct dev_lock;
int dev_lock(struct dev_lock *l, int wait);
void dev_unlock(struct dev_lock *l);
int dev_lock_destroy(struct dev_lock *l);

void closes_locked(struct dev_lock *l) {
  dev_lock(l, 1);
  dev_lock_destroy(l); // TP
  // CHECK: :[[@LINE-1]]:{{.*}}warning: closing semaphore 'l' while it is still set; potential ERROR_SEM_IS_SET (102)
}

void closes_unlocked(struct dev_lock *l) {
  dev_lock(l, 1);
  dev_unlock(l);
  dev_lock_destroy(l); // TN
}

void failed_to_lock(struct dev_lock *l) {
  if (dev_lock(l, 0) != 0)
    dev_lock_destroy(l); // TN
}

void reacts_to_busy(struct dev_lock *l) {
  dev_lock(l, 1);
  if (dev_lock_destroy(l) == -16) { // TN
    dev_unlock(l);
    dev_lock_destroy(l); // TN
  }
}
