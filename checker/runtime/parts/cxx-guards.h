/*--- C++: the standard guards for these types -------------------------------*/

#if defined(__cplusplus) && SEMTIDY_CONFIRM_ACTIVE &&                          \
    !defined(SEMTIDY_CONFIRM_GUARDS)
#define SEMTIDY_CONFIRM_GUARDS

#include <chrono>
#include <memory>
#include <type_traits>

namespace semtidy {
namespace detail {

/** std::unique_lock and std::shared_lock, passing on where they are used. */
template <class Lock, bool Shared> class guard {
  Lock *lock_ = nullptr;
  bool owns_ = false;

  void need(bool owned) const {
    if (lock_ && owns_ == owned)
      return;
#if defined(__cpp_exceptions)
    throw std::system_error(std::make_error_code(
        lock_ && owns_ ? std::errc::resource_deadlock_would_occur
                       : std::errc::operation_not_permitted));
#else
    std::abort();
#endif
  }
  template <bool S = Shared>
  typename std::enable_if<S>::type take(location at) {
    lock_->lock_shared(at);
  }
  template <bool S = Shared>
  typename std::enable_if<!S>::type take(location at) {
    lock_->lock(at);
  }
  template <bool S = Shared> typename std::enable_if<S>::type give() {
    lock_->unlock_shared();
  }
  template <bool S = Shared> typename std::enable_if<!S>::type give() {
    lock_->unlock();
  }

public:
  using mutex_type = Lock;

  guard() noexcept = default;
  explicit guard(Lock &lock, location at = location::current())
      : lock_(std::addressof(lock)) {
    take(at);
    owns_ = true;
  }
  guard(Lock &lock, std::defer_lock_t) noexcept : lock_(std::addressof(lock)) {}
  guard(Lock &lock, std::adopt_lock_t)
      : lock_(std::addressof(lock)), owns_(true) {}
  guard(Lock &lock, std::try_to_lock_t, location at = location::current())
      : lock_(std::addressof(lock)) {
    try_lock(at);
  }
  template <class Rep, class Period>
  guard(Lock &lock, const std::chrono::duration<Rep, Period> &d,
        location at = location::current())
      : lock_(std::addressof(lock)) {
    try_lock_for(d, at);
  }
  template <class Clock, class Duration>
  guard(Lock &lock, const std::chrono::time_point<Clock, Duration> &t,
        location at = location::current())
      : lock_(std::addressof(lock)) {
    try_lock_until(t, at);
  }
  guard(guard &&other) noexcept : lock_(other.lock_), owns_(other.owns_) {
    other.lock_ = nullptr;
    other.owns_ = false;
  }
  guard &operator=(guard &&other) {
    guard(std::move(other)).swap(*this);
    return *this;
  }
  ~guard() {
    if (owns_)
      give();
  }

  void lock(location at = location::current()) {
    need(false);
    take(at);
    owns_ = true;
  }
  bool try_lock(location at = location::current()) {
    need(false);
    return owns_ = attempt(at);
  }
  template <class D>
  bool try_lock_for(const D &d, location at = location::current()) {
    need(false);
    return owns_ = attempt_for(d, at);
  }
  template <class T>
  bool try_lock_until(const T &t, location at = location::current()) {
    need(false);
    return owns_ = attempt_until(t, at);
  }
  void unlock() {
    need(true);
    give();
    owns_ = false;
  }
  void swap(guard &other) noexcept {
    std::swap(lock_, other.lock_);
    std::swap(owns_, other.owns_);
  }
  Lock *release() noexcept {
    Lock *lock = lock_;
    lock_ = nullptr;
    owns_ = false;
    return lock;
  }
  bool owns_lock() const noexcept { return owns_; }
  explicit operator bool() const noexcept { return owns_; }
  Lock *mutex() const noexcept { return lock_; }

private:
  template <bool S = Shared>
  typename std::enable_if<S, bool>::type attempt(location at) {
    return lock_->try_lock_shared(at);
  }
  template <bool S = Shared>
  typename std::enable_if<!S, bool>::type attempt(location at) {
    return lock_->try_lock(at);
  }
  template <class D, bool S = Shared>
  typename std::enable_if<S, bool>::type attempt_for(const D &d, location at) {
    return lock_->try_lock_shared_for(d, at);
  }
  template <class D, bool S = Shared>
  typename std::enable_if<!S, bool>::type attempt_for(const D &d, location at) {
    return lock_->try_lock_for(d, at);
  }
  template <class T, bool S = Shared>
  typename std::enable_if<S, bool>::type attempt_until(const T &t,
                                                       location at) {
    return lock_->try_lock_shared_until(t, at);
  }
  template <class T, bool S = Shared>
  typename std::enable_if<!S, bool>::type attempt_until(const T &t,
                                                        location at) {
    return lock_->try_lock_until(t, at);
  }
};

} /* namespace detail */
} /* namespace semtidy */

/* The standard guards for confirmed mutexes, so that a report names the line
   of the guard and not one of the standard library. */
namespace std {

template <class M> class lock_guard<semtidy::confirmed<M>> {
  semtidy::confirmed<M> &lock_;

public:
  using mutex_type = semtidy::confirmed<M>;
  explicit lock_guard(mutex_type &lock,
                      semtidy::location at = semtidy::location::current())
      : lock_(lock) {
    lock_.lock(at);
  }
  lock_guard(mutex_type &lock, std::adopt_lock_t) : lock_(lock) {}
  lock_guard(const lock_guard &) = delete;
  lock_guard &operator=(const lock_guard &) = delete;
  ~lock_guard() { lock_.unlock(); }
};

template <class M>
class unique_lock<semtidy::confirmed<M>>
    : public semtidy::detail::guard<semtidy::confirmed<M>, false> {
public:
  using semtidy::detail::guard<semtidy::confirmed<M>, false>::guard;
  unique_lock() noexcept = default;
  explicit unique_lock(semtidy::confirmed<M> &lock,
                       semtidy::location at = semtidy::location::current())
      : semtidy::detail::guard<semtidy::confirmed<M>, false>(lock, at) {}
};

#if __cplusplus >= 201402L
template <class M>
class shared_lock<semtidy::confirmed<M>>
    : public semtidy::detail::guard<semtidy::confirmed<M>, true> {
public:
  using semtidy::detail::guard<semtidy::confirmed<M>, true>::guard;
  shared_lock() noexcept = default;
  explicit shared_lock(semtidy::confirmed<M> &lock,
                       semtidy::location at = semtidy::location::current())
      : semtidy::detail::guard<semtidy::confirmed<M>, true>(lock, at) {}
};
#endif

#if __cplusplus >= 201703L
template <class M> class scoped_lock<semtidy::confirmed<M>> {
  semtidy::confirmed<M> &lock_;

public:
  using mutex_type = semtidy::confirmed<M>;
  explicit scoped_lock(mutex_type &lock,
                       semtidy::location at = semtidy::location::current())
      : lock_(lock) {
    lock_.lock(at);
  }
  scoped_lock(std::adopt_lock_t, mutex_type &lock) : lock_(lock) {}
  scoped_lock(const scoped_lock &) = delete;
  scoped_lock &operator=(const scoped_lock &) = delete;
  ~scoped_lock() { lock_.unlock(); }
};
#endif

} /* namespace std */

#endif
