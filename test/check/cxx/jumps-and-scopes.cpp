// RUN: %check %s
// A jump ends the variables that are alive where it is and not where it goes.
#include <mutex>

bool ask();
void work();

void jumps_back_inside_the_scope() {
  std::mutex m;
  m.lock();
again:
  work();
  if (ask())
    goto again; // TN
  m.unlock();
}

void jumps_back_inside_the_scope_and_leaves_locked() {
  std::mutex m;
  m.lock();
again:
  work();
  if (ask())
    goto again;
  if (ask())
    m.unlock();
} // TP
// CHECK: :[[@LINE-1]]:1: warning: semaphore 'm' goes out of scope while it may still be set; potential ERROR_SEM_IS_SET (102) [semaphore-close-while-set]
// CHECK-NEXT: :[[@LINE-9]]:5: note: set here
// CHECK-NEXT: :[[@LINE-5]]:3: note: taking the false branch here
// CHECK-NEXT: :[[@LINE-4]]:1: note: the object ends here while it is set; nobody can clear it any more

void jumps_back_out_of_the_scope() {
again:
  std::mutex m;
  m.lock();
  work();
  if (ask())
    goto again; // TP
    // CHECK: :[[@LINE-1]]:10: warning: semaphore 'm' goes out of scope while it is still set; potential ERROR_SEM_IS_SET (102) [semaphore-close-while-set]
    // CHECK-NEXT: :[[@LINE-5]]:5: note: set here
    // CHECK-NEXT: :[[@LINE-4]]:3: note: taking the true branch here
    // CHECK-NEXT: :[[@LINE-4]]:10: note: the object ends here while it is set; nobody can clear it any more
  m.unlock();
}

void jumps_back_out_of_a_scope_inside() {
  std::mutex outer;
  outer.lock();
again:
  {
    std::mutex inner;
    std::lock_guard<std::mutex> guard(inner);
    if (ask())
      goto again; // TN
  }
  outer.unlock();
}

void jumps_back_out_of_a_locked_scope_inside() {
  std::mutex outer;
  outer.lock();
again:
  {
    std::mutex inner;
    inner.lock();
    if (ask())
      goto again; // TP
      // CHECK: :[[@LINE-1]]:12: warning: semaphore 'inner' goes out of scope while it is still set; potential ERROR_SEM_IS_SET (102) [semaphore-close-while-set]
      // CHECK-NEXT: :[[@LINE-4]]:11: note: set here
      // CHECK-NEXT: :[[@LINE-4]]:5: note: taking the true branch here
      // CHECK-NEXT: :[[@LINE-4]]:12: note: the object ends here while it is set; nobody can clear it any more
    inner.unlock();
  }
  outer.unlock();
}

void jumps_back_between_two_locks() {
  std::mutex first;
  first.lock();
again:
  std::mutex second;
  second.lock();
  if (ask()) {
    second.unlock();
    goto again; // TN
  }
  second.unlock();
  first.unlock();
}

void guard_before_the_label() {
  std::mutex m;
  std::lock_guard<std::mutex> guard(m);
again:
  if (ask())
    goto again; // TN
}

void guard_after_the_label() {
  std::mutex m;
again:
  std::unique_lock<std::mutex> guard(m);
  if (ask())
    goto again; // TN
  guard.release();
} // TP
// CHECK: :[[@LINE-1]]:1: warning: semaphore 'm' goes out of scope while it is still set; potential ERROR_SEM_IS_SET (102) [semaphore-close-while-set]
// CHECK-NEXT: :[[@LINE-6]]:32: note: set here
// CHECK-NEXT: :[[@LINE-6]]:3: note: taking the false branch here
// CHECK-NEXT: :[[@LINE-4]]:1: note: the object ends here while it is set; nobody can clear it any more

void jumps_forward_out_of_two_scopes() {
  std::mutex outer;
  {
    std::mutex inner;
    inner.lock();
    if (ask()) {
      std::lock_guard<std::mutex> guard(outer);
      goto out; // TP
      // CHECK: :[[@LINE-1]]:12: warning: semaphore 'inner' goes out of scope while it is still set; potential ERROR_SEM_IS_SET (102) [semaphore-close-while-set]
      // CHECK-NEXT: :[[@LINE-5]]:11: note: set here
      // CHECK-NEXT: :[[@LINE-5]]:5: note: taking the true branch here
      // CHECK-NEXT: :[[@LINE-4]]:12: note: the object ends here while it is set; nobody can clear it any more
    }
    inner.unlock();
  }
out:
  work();
}
