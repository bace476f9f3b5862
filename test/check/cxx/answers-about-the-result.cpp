// What unseen code makes of the result of the call that sets a lock may say
// whether the lock is set: assertions of test frameworks do.
// RUN: %check %s -- -std=c++17
#include <pthread.h>
#include <set>
#include <string>

class Outcome {
  bool Good;
  std::string *Message;

public:
  explicit Outcome(bool Good);
  Outcome(const Outcome &);
  ~Outcome();
  operator bool() const { return Good; }
};
Outcome success();
Outcome failure(const char *Text, int Expected, int Actual);
void report(const Outcome &);

template <typename A, typename B>
Outcome compare(const char *Text, const A &Expected, const B &Actual) {
  if (Expected == Actual)
    return success();
  return failure(Text, Expected, Actual);
}

#define ASSERT_EQUAL(Expected, Actual)                                         \
  if (const Outcome Result = compare(#Actual, Expected, Actual))               \
    ;                                                                          \
  else                                                                         \
    return report(Result)

void assertedToBeTaken() {
  pthread_mutex_t M = PTHREAD_MUTEX_INITIALIZER;
  ASSERT_EQUAL(0, pthread_mutex_trylock(&M)); // TN
  pthread_mutex_unlock(&M);
  ASSERT_EQUAL(0, pthread_mutex_lock(&M)); // TN
  pthread_mutex_unlock(&M);
}

// What is compared in the open is known.
void comparedInTheOpen() {
  pthread_mutex_t M = PTHREAD_MUTEX_INITIALIZER;
  if (pthread_mutex_trylock(&M) != 0)
    return; // TN
  ASSERT_EQUAL(1, 1); // TP
  pthread_mutex_unlock(&M);
}

bool isGood(int Code);

void unseenPredicate(pthread_mutex_t *M) {
  if (!isGood(pthread_mutex_trylock(M)))
    pthread_mutex_destroy(M); // TN
}

static bool isZero(int Code) { return Code == 0; }

void seenPredicate(pthread_mutex_t *M) {
  if (isZero(pthread_mutex_trylock(M)))
    pthread_mutex_destroy(M); // TP
}

// Told to somebody who answers nothing.
void log(int Code);

void toldOnly(pthread_mutex_t *M) {
  log(pthread_mutex_lock(M));
  pthread_mutex_destroy(M); // TP
}

// A key that is a class is no iterator.
void erasedByKey(std::set<std::string> &Names, const std::string &Name,
                 pthread_mutex_t *M) {
  pthread_mutex_lock(M);
  Names.erase(Name);
  pthread_mutex_destroy(M); // TP
}
