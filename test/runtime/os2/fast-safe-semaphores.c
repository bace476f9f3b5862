// RUN: %clang -std=gnu99 -Wall -Wextra -Werror -I %S/../Inputs %os2 %s %libos2 -o %t
// RUN: env SEMTIDY_OS2_DOMAIN=%domain-fast %t
// RUN: %if tsan %{ %clang -std=gnu99 -g -fsanitize=thread -I %S/../Inputs %os2 %s %runtime/os2/*.c -o %t %}
// RUN: env SEMTIDY_OS2_DOMAIN=%domain-fast %t
// RUN: rm -f /dev/shm/semtidy-os2-%domain-fast

#include <os2.h>

#include "expect.h"
#include <pthread.h>

static DOSFSRSEM sem = {14, 0, 0, 0, 0, 0};
static long counter;

static void *refused(void *at) {
  (void)at;
  EXPECT(DosFSRamSemRequest(&sem, SEM_IMMEDIATE_RETURN), ERROR_SEM_TIMEOUT);
  EXPECT(DosFSRamSemClear(&sem), ERROR_EXCL_SEM_ALREADY_OWNED);
  return NULL;
}

static void *count(void *at) {
  (void)at;
  for (int i = 0; i < 2000; i++) {
    DosFSRamSemRequest(&sem, SEM_INDEFINITE_WAIT);
    DosFSRamSemRequest(&sem, SEM_INDEFINITE_WAIT);
    counter++;
    DosFSRamSemClear(&sem);
    DosFSRamSemClear(&sem);
  }
  return NULL;
}

int main(void) {
  pthread_t t[4];
  DOSFSRSEM wrong = {3, 0, 0, 0, 0, 0};
  EXPECT(DosFSRamSemRequest(&wrong, 0), ERROR_INVALID_PARAMETER);
  EXPECT(DosFSRamSemRequest(&sem, SEM_INDEFINITE_WAIT), NO_ERROR);
  EXPECT(sem.cUsage, 1);
  EXPECT(sem.pid != 0 && sem.tid != 0, 1);
  sem.client = 7;
  EXPECT(DosFSRamSemRequest(&sem, SEM_INDEFINITE_WAIT), NO_ERROR);
  EXPECT(sem.cUsage, 2);
  EXPECT(sem.client, 7);
  pthread_create(&t[0], NULL, refused, NULL);
  pthread_join(t[0], NULL);
  EXPECT(DosFSRamSemClear(&sem), NO_ERROR);
  EXPECT(sem.cUsage, 1);
  EXPECT(DosFSRamSemClear(&sem), NO_ERROR);
  EXPECT(sem.cUsage, 0);
  EXPECT(sem.pid, 0);
  EXPECT(DosFSRamSemClear(&sem), ERROR_EXCL_SEM_ALREADY_OWNED);
  for (int i = 0; i < 4; i++)
    pthread_create(&t[i], NULL, count, NULL);
  for (int i = 0; i < 4; i++)
    pthread_join(t[i], NULL);
  EXPECT(counter, 4 * 2000);
  EXPECT(sem.sem, 0);
  return failures != 0;
}
