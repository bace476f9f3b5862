// RUN: %check %s
#include <pthread.h>
#include <stdlib.h>
#include <string.h>

struct conn {
  char *host;
  int fd;
  int users;
  pthread_mutex_t lock;
  struct conn *next;
};

struct cache {
  pthread_rwlock_t lock;
  struct conn *buckets[32];
};

int dial(const char *host);
void hang_up(int fd);
unsigned hash(const char *);

static struct conn **find(struct cache *c, const char *host) {
  struct conn **at = &c->buckets[hash(host) % 32];
  while (*at && strcmp((*at)->host, host) != 0)
    at = &(*at)->next;
  return at;
}

static void conn_free(struct conn *c) {
  hang_up(c->fd);
  pthread_mutex_destroy(&c->lock); // TN
  free(c->host);
  free(c); // TN
}

struct conn *cache_get(struct cache *cache, const char *host) {
  struct conn *c, **at;
  pthread_rwlock_rdlock(&cache->lock);
  c = *find(cache, host);
  if (c) {
    pthread_mutex_lock(&c->lock);
    c->users++;
    pthread_mutex_unlock(&c->lock);
    pthread_rwlock_unlock(&cache->lock);
    return c;
  }
  pthread_rwlock_unlock(&cache->lock);

  c = calloc(1, sizeof *c);
  if (!c)
    return NULL;
  c->host = strdup(host);
  c->fd = dial(host);
  if (!c->host || c->fd < 0) {
    free(c->host);
    free(c); // TN
    return NULL;
  }
  pthread_mutex_init(&c->lock, NULL);
  c->users = 1;
  pthread_rwlock_wrlock(&cache->lock);
  at = find(cache, host);
  if (*at) {
    // Somebody was faster.
    struct conn *other = *at;
    pthread_mutex_lock(&other->lock);
    other->users++;
    pthread_mutex_unlock(&other->lock);
    pthread_rwlock_unlock(&cache->lock);
    conn_free(c); // TN
    return other;
  }
  *at = c;
  pthread_rwlock_unlock(&cache->lock);
  return c;
}

void cache_put(struct cache *cache, struct conn *c) {
  struct conn **at;
  int last;
  pthread_rwlock_wrlock(&cache->lock);
  pthread_mutex_lock(&c->lock);
  last = --c->users == 0;
  pthread_mutex_unlock(&c->lock);
  if (last) {
    at = find(cache, c->host);
    *at = c->next;
    conn_free(c); // TN
  }
  pthread_rwlock_unlock(&cache->lock);
}

// The connection is locked while it is looked at, and freed that way.
void cache_evict(struct cache *cache, const char *host) {
  struct conn *c, **at;
  pthread_rwlock_wrlock(&cache->lock);
  at = find(cache, host);
  c = *at;
  if (c) {
    pthread_mutex_lock(&c->lock);
    if (c->users == 0) {
      *at = c->next;
      conn_free(c); // TP
      // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: closing semaphore 'c->lock' while it is still set; potential ERROR_SEM_IS_SET (102)
    } else {
      pthread_mutex_unlock(&c->lock);
    }
  }
  pthread_rwlock_unlock(&cache->lock);
}

void cache_clear(struct cache *cache) {
  int i;
  pthread_rwlock_wrlock(&cache->lock);
  for (i = 0; i < 32; i++) {
    struct conn *c = cache->buckets[i];
    while (c) {
      struct conn *next = c->next;
      conn_free(c); // TN
      c = next;
    }
    cache->buckets[i] = NULL;
  }
  pthread_rwlock_unlock(&cache->lock);
  pthread_rwlock_destroy(&cache->lock); // TN
}
