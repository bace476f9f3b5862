// Locks that no wrapper can know are recorded by hand; switched off, it is
// nothing.
// RUN: %clang -std=c99 -Wall -Wextra -Werror %confirm %s -o %t
// RUN: env SEMTIDY_OPTIONS=exitcode=0 %t 2>&1 | %records | FileCheck %s
// RUN: %clang -std=c99 -Wall -Wextra -Werror %inert %s -o %t
// RUN: %t 2>&1 | count 0

struct ticket_lock {
  unsigned next, now;
};

int main(void) {
  struct ticket_lock l = {0, 0};
  SEMTIDY_RECORD_CREATE(&l);
  l.next++;
  SEMTIDY_RECORD_SET(&l);
  SEMTIDY_RECORD_CLEAR(&l);
  SEMTIDY_RECORD_SET(&l);
  SEMTIDY_RECORD_CLOSE(&l);
  // CHECK: REPORT close 'l' (project) at {{.*}}:[[@LINE-1]] in main, SEMTIDY_RECORD_CLOSE returned None; created {{.*}}:[[@LINE-6]] in main; set {{.*}}:[[@LINE-2]] in main;
  SEMTIDY_RECORD_CREATE(&l);
  SEMTIDY_RECORD_SET(&l);
  SEMTIDY_RECORD_CLEAR(&l);
  SEMTIDY_RECORD_CLOSE(&l);
  // CHECK-NOT: REPORT
  return l.next != 1;
}
