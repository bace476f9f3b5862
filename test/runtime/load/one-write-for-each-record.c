// A record is one write(2): a datagram socket keeps writes apart.
// RUN: %clang -std=gnu11 %confirm %s -o %t
// RUN: env SEMTIDY_OPTIONS=exitcode=0:report_all=1 %t | FileCheck %s
// CHECK: {{^}}16 datagrams, 16 whole{{$}}

#include <pthread.h>
#include <stdio.h>
#include <string.h>
#include <sys/socket.h>
#include <unistd.h>

static void *close_set(void *at) {
  // One report for each thread.
  pthread_mutex_t m;
  (void)at;
  pthread_mutex_init(&m, NULL);
  pthread_mutex_lock(&m);
  pthread_mutex_destroy(&m);
  pthread_mutex_unlock(&m);
  pthread_mutex_destroy(&m);
  return NULL;
}

int main(void) {
  static char text[16384];
  int ends[2], records = 0, whole = 0;
  pthread_t threads[16];
  ssize_t size;
  socketpair(AF_UNIX, SOCK_DGRAM, 0, ends);
  dup2(ends[1], 2);
  for (int i = 0; i < 16; i++)
    pthread_create(&threads[i], NULL, close_set, NULL);
  for (int i = 0; i < 16; i++)
    pthread_join(threads[i], NULL);
  while ((size = recv(ends[0], text, sizeof text - 1, MSG_DONTWAIT)) > 0) {
    text[size] = '\0';
    records++;
    // From the file name to the end of the JSON line.
    whole += strstr(text, "warning: closing") && text[size - 1] == '\n' &&
             text[size - 2] == '}' && strstr(text, "\n{\"semtidy\":1,");
  }
  printf("%d datagrams, %d whole\n", records, whole);
  return 0;
}
