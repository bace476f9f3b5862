/*===--- truth-guards.h - std::mutex and its guards, as counters ----------===//
//
// Part of SemTidy, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

What the programs of guards.py use of the library, for truth.h. An exception that
the library would throw, for a guard that is used wrongly, is something undefined.
No memory is ever returned, so a guard may look at a mutex that has ended.
*/

static void set(Lock *L);
static int trySet(Lock *L);
static void clear(Lock *L);
static void undefined(void);
static void endOf(Lock *L, int Number);

static struct {
  alignas(16) char Memory[1 << 14];
  size_t Used;
} Pool;
static void *fromPool(size_t Size) {
  void *Made = Pool.Memory + Pool.Used;
  Pool.Used += (Size + 15) & ~15;
  return memset(Made, 0, Size);
}
#define POOLED                                                                 \
  static void *operator new(size_t Size) { return fromPool(Size); }            \
  static void operator delete(void *) {}

namespace std {
struct mutex {
  Lock L;
  int Number; // of a local variable
  explicit mutex(int Number = 0) : L(), Number(Number) {}
  mutex(const mutex &) = delete;
  ~mutex() { endOf(&L, Number); }
  POOLED
  void lock() { set(&L); }
  bool try_lock() { return trySet(&L); }
  void unlock() { clear(&L); }
};

typedef mutex recursive_mutex;

struct defer_lock_t {
} defer_lock;
struct try_to_lock_t {
} try_to_lock;
struct adopt_lock_t {
} adopt_lock;

template <class T> T &&move(T &O) { return static_cast<T &&>(O); }

static void adopt(mutex &M) {
  if (!&M || !M.L.Depth)
    undefined();
}

template <class M> struct lock_guard {
  M &Held;
  explicit lock_guard(M &H) : Held(H) { Held.lock(); }
  lock_guard(M &H, adopt_lock_t) : Held(H) { adopt(H); }
  ~lock_guard() { Held.unlock(); }
};

template <class... M> struct scoped_lock;
template <class M> struct scoped_lock<M> : lock_guard<M> {
  using lock_guard<M>::lock_guard;
};
template <class M> struct scoped_lock<M, M> {
  M &A, &B;
  scoped_lock(M &A, M &B) : A(A), B(B) {
    A.lock();
    B.lock();
  }
  ~scoped_lock() {
    A.unlock();
    B.unlock();
  }
};

template <class M> struct unique_lock {
  M *Held = nullptr;
  bool Owns = false;
  unique_lock() {}
  explicit unique_lock(M &H) : Held(&H), Owns(true) { H.lock(); }
  unique_lock(M &H, defer_lock_t) : Held(&H) {}
  unique_lock(M &H, try_to_lock_t) : Held(&H), Owns(H.try_lock()) {}
  unique_lock(M &H, adopt_lock_t) : Held(&H), Owns(true) { adopt(H); }
  unique_lock(unique_lock &&O) : Held(O.Held), Owns(O.Owns) { O.forget(); }
  unique_lock &operator=(unique_lock &&O) {
    if (Owns)
      Held->unlock();
    M *H = O.Held;
    bool Is = O.Owns;
    O.forget();
    Held = H;
    Owns = Is;
    return *this;
  }
  ~unique_lock() {
    if (Owns)
      Held->unlock();
  }
  void forget() {
    Held = nullptr;
    Owns = false;
  }
  void swap(unique_lock &O) {
    unique_lock Kept(move(O));
    O.Held = Held, O.Owns = Owns;
    Held = Kept.Held, Owns = Kept.Owns;
    Kept.forget();
  }
  void lock() {
    if (!Held || Owns)
      return undefined();
    Held->lock();
    Owns = true;
  }
  bool try_lock() {
    if (!Held || Owns) {
      undefined();
      return false;
    }
    return Owns = Held->try_lock();
  }
  void unlock() {
    if (!Owns)
      return undefined();
    Held->unlock();
    Owns = false;
  }
  M *release() {
    M *H = Held;
    forget();
    return H;
  }
  bool owns_lock() const { return Owns; }
  explicit operator bool() const { return Owns; }
  M *mutex() const { return Held; }
};

template <class T> struct unique_ptr {
  T *P;
  explicit unique_ptr(T *P = nullptr) : P(P) {}
  ~unique_ptr() { delete P; }
  void reset(T *O = nullptr) {
    T *Old = P;
    P = O;
    delete Old;
  }
  T *release() {
    T *Old = P;
    P = nullptr;
    return Old;
  }
  T *get() const { return P; }
  T *operator->() const { return P; }
  T &operator*() const { return *P; }
  explicit operator bool() const { return P; }
};
} // namespace std

typedef std::mutex Object;

/* The line of a close that the program writes; 0 at the end of a scope. */
static int ClosingLine;
#define AT(Close) (ClosingLine = __LINE__, (Close), (void)(ClosingLine = 0))
#define NAMED(Number) {Number}
