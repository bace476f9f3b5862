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

  static constexpr location
  current(const char *file = __builtin_FILE(), unsigned line = __builtin_LINE(),
          const char *function = __builtin_FUNCTION()) noexcept {
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

} /* namespace semtidy */

#endif
#endif
