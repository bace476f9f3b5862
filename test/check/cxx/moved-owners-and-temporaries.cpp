// RUN: %check %s -- -std=c++17
#include <memory>
#include <mutex>
#include <pthread.h>
#include <utility>

// An owner is where it was moved to; a temporary ends with its expression, also
// without a destructor.

struct Queue {
  std::mutex Lock;
};

struct Plain {
  pthread_mutex_t Lock;
};

void ownedByAClosure() {
  auto Owner = std::make_unique<Queue>();
  Owner->Lock.lock();
  auto Later = [Mine = std::move(Owner)] { return Mine.get(); };
  (void)Later;
} // TP

void ownedByAClosureUnlocked() {
  auto Owner = std::make_unique<Queue>();
  Owner->Lock.lock();
  auto Later = [Mine = std::move(Owner)] { Mine->Lock.unlock(); };
  Later();
} // TN

void ownedByAnotherOwner() {
  auto Owner = std::make_unique<Queue>();
  Owner->Lock.lock();
  auto Mine = std::move(Owner);
} // TP

void ownedByAnotherOwnerUnlocked() {
  auto Owner = std::make_unique<Queue>();
  Owner->Lock.lock();
  auto Mine = std::move(Owner);
  Mine->Lock.unlock();
} // TN

Queue *keep;

void takenFromAnotherOwner() {
  auto Owner = std::make_unique<Queue>();
  Owner->Lock.lock();
  auto Mine = std::move(Owner);
  keep = Mine.release();
} // TN

// What was moved owns nothing any more.
void resetAfterTheMove(std::unique_ptr<Queue> Owner) {
  Owner->Lock.lock();
  std::unique_ptr<Queue> Mine(std::move(Owner));
  Owner.reset(); // TN
  Mine->Lock.unlock();
}

void assignedToAnotherOwner(std::unique_ptr<Queue> Owner) {
  Owner->Lock.lock();
  std::unique_ptr<Queue> Mine;
  Mine = std::move(Owner);
} // TP

void ownedByAVariable() {
  auto Owner = std::make_unique<Queue>();
  Owner->Lock.lock();
} // TP

void take(Plain &&P) { pthread_mutex_lock(&P.Lock); }

void temporary() {
  take(Plain{PTHREAD_MUTEX_INITIALIZER}); // TP
}

static void takeAndLeave(Plain &&P) {
  pthread_mutex_lock(&P.Lock);
  pthread_mutex_unlock(&P.Lock);
}

void temporaryUnlocked() {
  takeAndLeave(Plain{PTHREAD_MUTEX_INITIALIZER}); // TN
}

struct Held {
  std::mutex Lock;
  int Value = 0;
  Held() { Lock.lock(); }
  explicit Held(int) {}
  Held &lock() {
    Lock.lock();
    return *this;
  }
  Held &unlock() {
    Lock.unlock();
    return *this;
  }
};

void heldFromBirth() {
  Held(); // TP
}

void heldFromBirthUnlocked() {
  Held().unlock(); // TN
}

void lockedInACondition() {
  if (Held(1).lock().Value) // TP
    return;
}

int lockedInAResult() {
  return Held(1).lock().Value; // TP
}

int unlockedInAResult() {
  return Held(1).lock().unlock().Value; // TN
}

void keptByAReference() {
  Held &&H = Held(1);
  H.lock();
} // TP

void keptByAReferenceUnlocked() {
  Held &&H = Held(1);
  H.lock();
  H.unlock();
} // TN

void usedForAnInitialiser() {
  int Value = Held(1).lock().Value; // TP
  (void)Value;
}

void variable() {
  Plain Named{PTHREAD_MUTEX_INITIALIZER};
  take(std::move(Named));
} // TP
