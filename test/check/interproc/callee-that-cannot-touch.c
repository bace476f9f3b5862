// RUN: %check %s
#include <pthread.h>
#include <string.h>

struct box {
  pthread_mutex_t lock;
  int count;
};

static pthread_mutex_t Own = PTHREAD_MUTEX_INITIALIZER;
void unseen(int);
void unseen_memory(void *);

static int length(const char *s) { return s && *s ? 1 + length(s + 1) : 0; }
static void log_number(int n) { unseen(n); }
static void release_own(void) { pthread_mutex_unlock(&Own); }
static void release_deeper(int n) {
  log_number(n);
  release_own();
}
static void overwrite(struct box *b) { *b = (struct box){0}; }
static void hand_over(struct box *b) { unseen_memory(b); }

// The callee only counts.
void counted(struct box *b, const char *s) {
  pthread_mutex_lock(&b->lock);
  b->count = length(s);
  pthread_mutex_destroy(&b->lock); // TP
}

// The callee calls what is not seen, and which cannot know this variable.
void logged(int n) {
  pthread_mutex_lock(&Own);
  log_number(n);
  pthread_mutex_destroy(&Own); // TP
}

void released_deeper(int n) {
  pthread_mutex_lock(&Own);
  release_deeper(n);
  pthread_mutex_destroy(&Own); // TN
}

void overwritten(struct box *b) {
  pthread_mutex_lock(&b->lock);
  overwrite(b);
  pthread_mutex_destroy(&b->lock); // TN
}

void handed_over(struct box *b) {
  pthread_mutex_lock(&b->lock);
  hand_over(b);
  pthread_mutex_destroy(&b->lock); // TN
}
