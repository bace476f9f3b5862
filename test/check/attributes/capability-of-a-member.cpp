// Attributes of methods that name a member: `Mu`, `this->Mu`, a member of a
// parameter, a static one, one of a base. Nothing has a body.
// RUN: %check %s -- -std=c++17
#define CAPABILITY(x) __attribute__((capability(x)))
#define SCOPED __attribute__((scoped_lockable))
#define ACQUIRE(...) __attribute__((acquire_capability(__VA_ARGS__)))
#define ACQUIRE_SHARED(...) __attribute__((acquire_shared_capability(__VA_ARGS__)))
#define TRY_ACQUIRE(...) __attribute__((try_acquire_capability(__VA_ARGS__)))
#define RELEASE(...) __attribute__((release_capability(__VA_ARGS__)))
#define RELEASE_GENERIC(...) __attribute__((release_generic_capability(__VA_ARGS__)))
#define REQUIRES(...) __attribute__((requires_capability(__VA_ARGS__)))
#define ASSERTS(...) __attribute__((assert_capability(__VA_ARGS__)))

class CAPABILITY("mutex") Mutex {
public:
  Mutex();
  void lock() ACQUIRE();
  void unlock() RELEASE();
  const Mutex &operator!() const { return *this; }

private:
  void *Impl;
};

struct Base {
  Mutex InBase;
};

class Conn : public Base {
public:
  void begin() ACQUIRE(Mu);
  void beginThis() ACQUIRE(this->Mu);
  void read() const ACQUIRE_SHARED(Mu);
  bool tryBegin() TRY_ACQUIRE(true, Mu);
  void step() REQUIRES(Mu);
  void check() const ASSERTS(Mu);
  void end() RELEASE(Mu);
  void done() const RELEASE_GENERIC(Mu);
  void beginBase() ACQUIRE(InBase);
  void endBase() RELEASE(InBase);
  void beginBoth() ACQUIRE(Mu, Peer->Mu);
  void endPeer() RELEASE(Peer->Mu);
  void beginAll() ACQUIRE(All);
  void endAll() RELEASE(All);
  void beginRef() ACQUIRE(Ref);
  void endRef() RELEASE(Ref);
  void outside() REQUIRES(!Mu);
  void enter() REQUIRES(!Mu) ACQUIRE(Mu);
  void opaque();
  void destroys() {
    begin();
    delete this; // TP
    // CHECK: :[[@LINE-1]]:5: warning: freeing semaphore '{{.*}}Mu' while it is still set
  }
  void destroysUnlocked() {
    begin();
    end();
    delete this; // TN
  }
  mutable Mutex Mu;
  Conn *Peer;
  static Mutex *All;
  Mutex &Ref;
};

void begun(Conn *C) {
  C->begin();
  delete C; // TP
  // CHECK: :[[@LINE-1]]:3: warning: freeing semaphore 'C->Mu' while it is still set
  // CHECK-NEXT: :[[@LINE-3]]:6: note: set here
}

void ended(Conn *C) {
  C->beginThis();
  C->end();
  delete C; // TN
}

void readEnded(Conn *C) {
  C->read();
  C->done();
  delete C; // TN
}

void readOnly(Conn *C) {
  C->read();
  C->check();
  delete C; // TP
  // CHECK: :[[@LINE-1]]:3: warning: freeing semaphore 'C->Mu' while it is still set
}

void tried(Conn *C) {
  if (!C->tryBegin())
    delete C; // TN
}

void triedAndTaken(Conn *C) {
  if (C->tryBegin())
    delete C; // TP
  // CHECK: :[[@LINE-1]]:5: warning: freeing semaphore 'C->Mu' while it is still set
}

void required(Conn *C) {
  C->begin();
  C->step();
  delete C; // TP
  // CHECK: :[[@LINE-1]]:3: warning: freeing semaphore 'C->Mu' while it is still set
}

void onlyRequired(Conn *C) {
  C->step();
  delete C; // TN
}

void unseen(Conn *C) {
  C->begin();
  C->opaque();
  delete C; // TN
}

void unlockedByItsOwnMethod(Conn *C) {
  C->begin();
  C->Mu.unlock();
  delete C; // TN
}

void lockedByItsOwnMethod(Conn *C) {
  C->Mu.lock();
  C->end();
  delete C; // TN
}

void ofABase(Conn *C) {
  C->beginBase();
  delete C; // TP
  // CHECK: :[[@LINE-1]]:3: warning: freeing semaphore 'C->InBase' while it is still set
}

void ofABaseEnded(Conn *C) {
  C->beginBase();
  C->InBase.unlock();
  delete C; // TN
}

void ofAPeer(Conn *C) {
  C->beginBoth();
  C->end();
  delete C->Peer; // FN: `end` could have unlocked its peer
}

void ofAPeerEnded(Conn *C) {
  C->beginBoth();
  C->endPeer();
  C->end();
  delete C->Peer; // TN
}

void ofAPeerAtOnce(Conn *C) {
  C->beginBoth();
  delete C->Peer; // TP
  // CHECK: :[[@LINE-1]]:3: warning: freeing semaphore 'C->Peer->Mu' while it is still set
}

void ofAll(Conn *C) {
  C->beginAll();
  delete Conn::All; // TP
  // CHECK: :[[@LINE-1]]:3: warning: freeing semaphore '{{.*}}All' while it is still set
}

void ofAllEnded(Conn *C) {
  C->beginAll();
  C->endAll();
  delete Conn::All; // TN
}

void byReference(Conn *C) {
  C->beginRef();
  delete &C->Ref; // TP
  // CHECK: :[[@LINE-1]]:3: warning: freeing semaphore '{{.*}}Ref' while it is still set
}

void byReferenceEnded(Conn *C) {
  C->beginRef();
  C->endRef();
  delete &C->Ref; // TN
}

void negative(Conn *C) {
  C->outside();
  delete C; // TN
}

void negativeAndAcquired(Conn *C) {
  C->enter();
  delete C; // TP
  // CHECK: :[[@LINE-1]]:3: warning: freeing semaphore 'C->Mu' while it is still set
}

// Functions that are no methods.
void use(Conn &C) ACQUIRE(C.Mu);
void unuse(Conn &C) RELEASE(C.Mu);

void used(Conn *C) {
  use(*C);
  delete C; // TP
  // CHECK: :[[@LINE-1]]:3: warning: freeing semaphore 'C->Mu' while it is still set
}

void unused(Conn *C) {
  use(*C);
  unuse(*C);
  delete C; // TN
}

// A guard that is given the object, or the lock of it.
struct Adopt {};
class SCOPED ConnGuard {
public:
  explicit ConnGuard(Conn &C) ACQUIRE(C.Mu);
  ConnGuard(Conn &C, Adopt) REQUIRES(C.Mu);
  ~ConnGuard() RELEASE();
  void unlock() RELEASE();

private:
  Conn &C;
};

class SCOPED Guard {
public:
  explicit Guard(Mutex &M) REQUIRES(!M) ACQUIRE(M);
  ~Guard() RELEASE();

private:
  Mutex &M;
};

void guarded(Conn *C) {
  ConnGuard G(*C);
  delete C; // TP
  // CHECK: :[[@LINE-1]]:3: warning: freeing semaphore 'C->Mu' while it is still set
}

void guardEnds(Conn *C) {
  { ConnGuard G(*C); }
  delete C; // TN
}

void guardUnlocked(Conn *C) {
  ConnGuard G(*C);
  G.unlock();
  delete C; // TN
}

void guardAdopts(Conn *C) {
  C->begin();
  { ConnGuard G(*C, Adopt()); }
  delete C; // TN
}

void guardOfTheMember(Conn *C) {
  Guard G(C->Mu);
  delete C; // TP
  // CHECK: :[[@LINE-1]]:3: warning: freeing semaphore 'C->Mu' while it is still set
}

void guardOfTheMemberEnds(Conn *C) {
  { Guard G(C->Mu); }
  delete C; // TN
}

// What the program calls through is decided later.
struct Interface {
  virtual void begin() ACQUIRE(Mu) = 0;
  virtual ~Interface();
  Mutex Mu;
};

void virtually(Interface *I) {
  I->begin();
  delete I; // FN: a virtual call is not seen
}

// Expressions that are not understood.
class Table {
public:
  Mutex &at(int I);
  void lockAt(int I) ACQUIRE(at(I));
  void lockEach(int I) ACQUIRE(Each[I]);
  void lockMember() ACQUIRE(&Conn::Mu);
  Mutex Each[3];
};

void notUnderstood(Table *A, Table *B, Table *C) {
  A->lockAt(1);
  delete A; // TN
  B->lockEach(1);
  delete B; // TN
  C->lockMember();
  delete C; // TN
}
