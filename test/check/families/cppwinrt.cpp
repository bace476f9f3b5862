// Declarations in the shape of winrt/base.h.
// RUN: %check %s -- -std=c++17
#include "win32.h"
#include <mutex>

namespace winrt {
namespace impl {
using srwlock = struct srwlock_ *;
using condition_variable = struct condition_variable_ *;
} // namespace impl
} // namespace winrt

extern "C" {
void WINRT_IMPL_AcquireSRWLockExclusive(winrt::impl::srwlock *) noexcept;
void WINRT_IMPL_AcquireSRWLockShared(winrt::impl::srwlock *) noexcept;
unsigned char WINRT_IMPL_TryAcquireSRWLockExclusive(winrt::impl::srwlock *) noexcept;
void WINRT_IMPL_ReleaseSRWLockExclusive(winrt::impl::srwlock *) noexcept;
void WINRT_IMPL_ReleaseSRWLockShared(winrt::impl::srwlock *) noexcept;
int WINRT_IMPL_SleepConditionVariableSRW(winrt::impl::condition_variable *,
                                         winrt::impl::srwlock *, unsigned,
                                         unsigned) noexcept;
int WINRT_IMPL_CloseHandle(void *) noexcept;
}

namespace winrt {
struct slim_condition_variable;
struct slim_mutex {
  slim_mutex() noexcept = default;
  slim_mutex(const slim_mutex &) = delete;
  void lock() noexcept { WINRT_IMPL_AcquireSRWLockExclusive(&m_lock); }
  void lock_shared() noexcept { WINRT_IMPL_AcquireSRWLockShared(&m_lock); }
  bool try_lock() noexcept {
    return 0 != WINRT_IMPL_TryAcquireSRWLockExclusive(&m_lock);
  }
  void unlock() noexcept { WINRT_IMPL_ReleaseSRWLockExclusive(&m_lock); }
  void unlock_shared() noexcept { WINRT_IMPL_ReleaseSRWLockShared(&m_lock); }

private:
  friend slim_condition_variable;
  auto get() noexcept { return &m_lock; }
  impl::srwlock m_lock{};
};
struct slim_lock_guard {
  explicit slim_lock_guard(slim_mutex &M) noexcept : m_mutex(M) { m_mutex.lock(); }
  ~slim_lock_guard() noexcept { m_mutex.unlock(); }

private:
  slim_mutex &m_mutex;
};
struct slim_condition_variable {
  template <typename T> void wait(slim_mutex &X, T Predicate) {
    while (!Predicate())
      WINRT_IMPL_SleepConditionVariableSRW(&m_cv, X.get(), 0xFFFFFFFF, 0);
  }

private:
  impl::condition_variable m_cv{};
};
struct handle_traits {
  using type = void *;
  static void close(type Value) noexcept { WINRT_IMPL_CloseHandle(Value); }
  static constexpr type invalid() noexcept { return nullptr; }
};
template <typename T> struct handle_type {
  using type = typename T::type;
  explicit handle_type(type Value) noexcept : m_value(Value) {}
  ~handle_type() noexcept { close(); }
  void close() noexcept {
    if (*this) {
      T::close(m_value);
      m_value = T::invalid();
    }
  }
  explicit operator bool() const noexcept { return T::invalid() != m_value; }
  type get() const noexcept { return m_value; }

private:
  type m_value = T::invalid();
};
using handle = handle_type<handle_traits>;
} // namespace winrt

struct Item {
  winrt::slim_mutex Lock;
};

void guardOutlives(Item *I) {
  winrt::slim_lock_guard G(I->Lock);
  delete I; // TP
}

void guardEnds(Item *I) {
  {
    winrt::slim_lock_guard G(I->Lock);
  }
  delete I; // TN
}

void guardOfTheLibrary(Item *I) {
  std::lock_guard<winrt::slim_mutex> G(I->Lock);
  delete I; // TP
}

void taken(Item *I) {
  if (I->Lock.try_lock())
    delete I; // TP
}

void notTaken(Item *I) {
  if (!I->Lock.try_lock())
    delete I; // TN
}

void reading() {
  winrt::slim_mutex M;
  M.lock_shared();
} // TP

void readingEnds() {
  winrt::slim_mutex M;
  M.lock_shared();
  M.unlock_shared();
} // TN

void waits(Item *I, winrt::slim_condition_variable &C, const bool &Ready) {
  I->Lock.lock();
  C.wait(I->Lock, [&] { return Ready; });
  delete I; // TP
}

void waitsAndUnlocks(Item *I, winrt::slim_condition_variable &C, const bool &Ready) {
  I->Lock.lock();
  C.wait(I->Lock, [&] { return Ready; });
  I->Lock.unlock();
  delete I; // TN
}

void ownedHandle() {
  winrt::handle M{CreateMutexA(nullptr, TRUE, nullptr)};
} // TP

void ownedHandleGivenBack() {
  winrt::handle M{CreateMutexA(nullptr, TRUE, nullptr)};
  ReleaseMutex(M.get());
} // TN

void waitedHandle() {
  winrt::handle M{CreateMutexA(nullptr, FALSE, nullptr)};
  WaitForSingleObject(M.get(), INFINITE);
  M.close(); // TP
}

void eventHandle() {
  winrt::handle E{CreateEventA(nullptr, FALSE, FALSE, nullptr)};
  WaitForSingleObject(E.get(), INFINITE);
  E.close(); // TN
}
