// One state in the process, wherever a lock is taken, given back and closed: in
// the program, in a library it is linked with, in a plugin that it opens. The
// program exports nothing.
// RUN: %clang -std=gnu11 -O1 -fPIC -shared %confirm -DLIBRARY=1 %s -o %t.one.so
// RUN: %clang -std=gnu11 -O1 -fPIC -shared %confirm -DLIBRARY=2 -fvisibility=hidden %s -o %t.two.so
// RUN: %clang -std=gnu11 -O1 %confirm %s -o %t -ldl
// RUN: rm -f %t.log.*
// RUN: env SEMTIDY_OPTIONS=exitcode=0:log_path=%t.log %t %t.one.so %t.two.so
// RUN: %records %t.log | FileCheck %s
// RUN: cat %t.log.* | grep -c summary | FileCheck %s -check-prefix=ONCE
// ONCE: {{^}}1{{$}}
//
// And with everything exported, and bound early.
// RUN: %clang -std=gnu11 -O1 -rdynamic %confirm %s -o %t -ldl
// RUN: rm -f %t.log.*
// RUN: env LD_BIND_NOW=1 SEMTIDY_OPTIONS=exitcode=0:log_path=%t.log %t %t.one.so %t.two.so
// RUN: %records %t.log | FileCheck %s

#include <pthread.h>
#include <stddef.h>

#if LIBRARY
__attribute__((visibility("default"))) void make(pthread_mutex_t *m) {
  pthread_mutex_init(m, NULL);
}
__attribute__((visibility("default"))) void set(pthread_mutex_t *m) {
  pthread_mutex_lock(m);
}
__attribute__((visibility("default"))) void clear(pthread_mutex_t *m) {
  pthread_mutex_unlock(m);
}
__attribute__((visibility("default"))) void end(pthread_mutex_t *m) {
  pthread_mutex_destroy(m);
}
#else
#include <assert.h>
#include <dlfcn.h>
#include <stdio.h>

struct library {
  void *handle;
  void (*make)(pthread_mutex_t *), (*set)(pthread_mutex_t *);
  void (*clear)(pthread_mutex_t *), (*end)(pthread_mutex_t *);
};

static struct library open_it(const char *path) {
  struct library l;
  l.handle = dlopen(path, RTLD_NOW | RTLD_LOCAL);
  if (!l.handle)
    puts(dlerror());
  assert(l.handle);
  *(void **)&l.make = dlsym(l.handle, "make");
  *(void **)&l.set = dlsym(l.handle, "set");
  *(void **)&l.clear = dlsym(l.handle, "clear");
  *(void **)&l.end = dlsym(l.handle, "end");
  return l;
}

int main(int argc, char **argv) {
  static pthread_mutex_t m, unloaded;
  struct library one, two;
  assert(argc == 3);
  pthread_mutex_init(&unloaded, NULL);
  one = open_it(argv[1]);
  two = open_it(argv[2]);

  one.make(&m);
  two.set(&m);
  pthread_mutex_destroy(&m);
  // CHECK: REPORT close 'm' {{.*}}:[[@LINE-1]] in main, pthread_mutex_destroy returned 16; created shared-objects.c:[[#]] in make; set shared-objects.c:[[#]] in set; depth 1, {{.*}} same thread
  pthread_mutex_unlock(&m);
  pthread_mutex_lock(&m);
  one.clear(&m);
  two.end(&m); // clear, and gone

  one.make(&m);
  one.set(&m);
  two.end(&m);
  // CHECK: REPORT close 'm' {{.*}} in end, {{.*}} created {{.*}} in make; set {{.*}} in set;
  two.clear(&m);
  one.end(&m);

  // What a plugin did is still told when its text is gone.
  two.set(&unloaded);
  dlclose(two.handle);
  dlclose(one.handle);
  pthread_mutex_destroy(&unloaded);
  // CHECK: REPORT close 'unloaded' {{.*}}:[[@LINE-1]] in main, {{.*}} set shared-objects.c:[[#]] in set;
  // CHECK-NOT: REPORT
  // CHECK: SUMMARY closes 5, set 3, reports 3, suppressed 0, cleared_unseen 0, never_closed 1,
  return 0;
}
#endif
