/*--- C++: lock types whose destructor looks ---------------------------------*/

#if defined(__cplusplus) && !defined(SEMTIDY_CONFIRM_CXX)
#define SEMTIDY_CONFIRM_CXX

#if !SEMTIDY_CONFIRM_ACTIVE

#define SEMTIDY_CONDITION_VARIABLE std::condition_variable
#if __cplusplus >= 201103L
namespace semtidy {
/** The lock type itself: nothing is recorded. */
template <class Mutex> using confirmed = Mutex;
} /* namespace semtidy */
#endif

#else

#include <cstdlib>
#include <new>
#include <system_error>
#include <utility>

/** The condition variable that goes with a confirmed mutex. */
#define SEMTIDY_CONDITION_VARIABLE std::condition_variable_any

namespace semtidy {

/** Where a call is, in the program. */
struct location {
  const char *file;
  unsigned line;
  const char *function;

  static constexpr location current(const char *file = __builtin_FILE(),
                                    unsigned line = __builtin_LINE(),
                                    const char *function =
                                        __builtin_FUNCTION()) noexcept {
    return location{file, line, function};
  }
};

namespace detail {

inline const semtidy_family *family() {
  static const semtidy_family of = {
      "std-mutex", "the destructor of a locked mutex is undefined", ""};
  return &of;
}

inline std::uint32_t place(location at, const char *api, const char *object) {
  semtidy_state *state = semtidy_active();
  return state ? semtidy_place_of(state, at.file, at.line, at.function, api,
                                  object)
               : SEMTIDY_SOMEWHERE;
}

/** The last place where an object was set. Written by who holds it alone. */
class last_place {
  const char *file_ = nullptr;
  unsigned line_ = 0;
  std::uint32_t id_ = 0;

public:
  constexpr last_place() noexcept {}
  std::uint32_t get(location at, const char *api) const {
    return id_ && file_ == at.file && line_ == at.line
               ? id_
               : place(at, api, "mutex");
  }
  std::uint32_t keep(location at, const char *api) {
    std::uint32_t id = get(at, api);
    file_ = at.file;
    line_ = at.line;
    return id_ = id;
  }
};

inline void end(const volatile void *object, semtidy_close &c, location born,
                const char *name) {
  std::uint32_t at = place(born, "the end of its storage", name);
  c.created = at;
  semtidy_close_end_at(&c, 0, 0, 1, 0, 0, SEMTIDY_BY_SCOPE, family(), at);
  (void)object;
}

} /* namespace detail */

/** A mutex that reports when it is destroyed while it is held. It can be used
   wherever `Mutex` can: `using Mutex = semtidy::confirmed<std::mutex>;` */
template <class Mutex> class confirmed {
  Mutex mutex_;
  location born_;
  detail::last_place last_;

  bool taken(bool done, location at, const char *api) {
    if (done)
      semtidy_push_at(this, 0, last_.keep(at, api));
    return done;
  }
  bool shared(bool done, location at, const char *api) {
    if (done)
      semtidy_push_at(this, SEMTIDY_SHARED, last_.get(at, api));
    return done;
  }
  void cleared() {
    if (!semtidy_pop(this, nullptr, ""))
      (void)semtidy_clear_foreign(this);
  }

public:
  constexpr confirmed(location at = location::current()) noexcept
      : mutex_(), born_(at), last_() {}
  confirmed(const confirmed &) = delete;
  confirmed &operator=(const confirmed &) = delete;
  ~confirmed() {
    semtidy_close c;
    semtidy_close_begin(&c, semtidy_address(this));
    detail::end(this, c, born_, "mutex");
  }

  /** The mutex inside. What is done to it directly is not seen. */
  Mutex &wrapped() { return mutex_; }

  void lock(location at = location::current()) {
    semtidy_wait_begin(this);
    mutex_.lock();
    semtidy_wait_end();
    taken(true, at, "lock");
  }
  bool try_lock(location at = location::current()) {
    return taken(mutex_.try_lock(), at, "try_lock");
  }
  template <class Duration>
  bool try_lock_for(const Duration &d, location at = location::current()) {
    return taken(mutex_.try_lock_for(d), at, "try_lock_for");
  }
  template <class Time>
  bool try_lock_until(const Time &t, location at = location::current()) {
    return taken(mutex_.try_lock_until(t), at, "try_lock_until");
  }
  void unlock() {
    cleared();
    mutex_.unlock();
  }
  void lock_shared(location at = location::current()) {
    semtidy_wait_begin(this);
    mutex_.lock_shared();
    semtidy_wait_end();
    shared(true, at, "lock_shared");
  }
  bool try_lock_shared(location at = location::current()) {
    return shared(mutex_.try_lock_shared(), at, "try_lock_shared");
  }
  template <class Duration>
  bool try_lock_shared_for(const Duration &d,
                           location at = location::current()) {
    return shared(mutex_.try_lock_shared_for(d), at, "try_lock_shared_for");
  }
  template <class Time>
  bool try_lock_shared_until(const Time &t, location at = location::current()) {
    return shared(mutex_.try_lock_shared_until(t), at, "try_lock_shared_until");
  }
  void unlock_shared() {
    cleared();
    mutex_.unlock_shared();
  }
};

#if defined(__cpp_lib_semaphore)
/** A semaphore that reports when it is destroyed while permits are taken, if
   it began with at least one. One that began with none is for signalling. */
template <std::ptrdiff_t Most> class confirmed<std::counting_semaphore<Most>> {
  std::counting_semaphore<Most> semaphore_;
  location born_;
  std::ptrdiff_t initial_;
  std::ptrdiff_t taken_ = 0;
  std::uint32_t set_ = 0, set_thread_ = 0;

  bool take(bool done, location at, const char *api) {
    if (done) {
      SEMTIDY_ADD(taken_, std::ptrdiff_t(1));
      SEMTIDY_STORE(set_, detail::place(at, api, "semaphore"));
      SEMTIDY_STORE(set_thread_, SEMTIDY_LOAD(semtidy_me()->tid));
    }
    return done;
  }

public:
  constexpr explicit confirmed(std::ptrdiff_t desired,
                               location at = location::current())
      : semaphore_(desired), born_(at), initial_(desired) {}
  confirmed(const confirmed &) = delete;
  confirmed &operator=(const confirmed &) = delete;
  ~confirmed() {
    semtidy_close c;
    std::ptrdiff_t taken = SEMTIDY_LOAD(taken_);
    semtidy_close_begin(&c, semtidy_address(this));
    c.kind = SEMTIDY_PERMIT;
    c.initial = static_cast<std::int32_t>(initial_);
    c.set = initial_ > 0 && taken > 0;
    c.depth = taken > 0 ? static_cast<std::uint32_t>(taken) : 0;
    c.set_place = SEMTIDY_LOAD(set_);
    c.set_tid = SEMTIDY_LOAD(set_thread_);
    detail::end(this, c, born_, "semaphore");
  }

  static constexpr std::ptrdiff_t max() noexcept {
    return std::counting_semaphore<Most>::max();
  }
  void acquire(location at = location::current()) {
    semtidy_wait_begin(this);
    semaphore_.acquire();
    semtidy_wait_end();
    take(true, at, "acquire");
  }
  bool try_acquire(location at = location::current()) {
    return take(semaphore_.try_acquire(), at, "try_acquire");
  }
  template <class Duration>
  bool try_acquire_for(const Duration &d, location at = location::current()) {
    return take(semaphore_.try_acquire_for(d), at, "try_acquire_for");
  }
  template <class Time>
  bool try_acquire_until(const Time &t, location at = location::current()) {
    return take(semaphore_.try_acquire_until(t), at, "try_acquire_until");
  }
  void release(std::ptrdiff_t update = 1) {
    SEMTIDY_ADD(taken_, -update);
    semaphore_.release(update);
  }
};
#endif

namespace detail {

/** std::unique_lock and std::shared_lock, but they pass on where they are used. */
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
  typename std::enable_if<S>::type take(location at) { lock_->lock_shared(at); }
  template <bool S = Shared>
  typename std::enable_if<!S>::type take(location at) { lock_->lock(at); }
  template <bool S = Shared>
  typename std::enable_if<S>::type give() { lock_->unlock_shared(); }
  template <bool S = Shared>
  typename std::enable_if<!S>::type give() { lock_->unlock(); }

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

/*--- C++: delete ------------------------------------------------------------*/

/* A program may replace these functions, and one that does so itself replaces
   ours. AddressSanitizer has its own, and would see new without its delete. */
#if defined(__has_feature)
#if __has_feature(address_sanitizer)
#define SEMTIDY_CONFIRM_NO_DELETE
#endif
#endif
#if defined(__SANITIZE_ADDRESS__) || !defined(__linux__)
#define SEMTIDY_CONFIRM_NO_DELETE
#endif

#if !defined(SEMTIDY_CONFIRM_NO_DELETE)
extern "C" void semtidy_libc_free_cxx(void *) SEMTIDY_LIBC("free");
extern "C" std::size_t semtidy_libc_usable_cxx(void *)
    SEMTIDY_LIBC("malloc_usable_size");
#define SEMTIDY_DELETE __attribute__((weak, visibility("default")))
SEMTIDY_DELETE void operator delete(void *block) noexcept {
  if (block) {
    semtidy_freeing(block, semtidy_libc_usable_cxx(block), SEMTIDY_SOMEWHERE);
    semtidy_libc_free_cxx(block);
  }
}
SEMTIDY_DELETE void operator delete[](void *block) noexcept {
  ::operator delete(block);
}
#if defined(__cpp_sized_deallocation)
SEMTIDY_DELETE void operator delete(void *block, std::size_t) noexcept {
  ::operator delete(block);
}
SEMTIDY_DELETE void operator delete[](void *block, std::size_t) noexcept {
  ::operator delete[](block);
}
#endif
#endif

#endif
#endif
