// The sanitizers' options do what they do there.
// RUN: %clang -std=c99 %confirm %s -o %t
//
// RUN: not %t 2> %t.err
// RUN: %python -c "import subprocess, sys; sys.exit(subprocess.call([sys.argv[1]]) != 66)" %t
// RUN: env SEMTIDY_OPTIONS=exitcode=3 %python -c "import subprocess, sys; sys.exit(subprocess.call([sys.argv[1]]) != 3)" %t
// RUN: env SEMTIDY_OPTIONS=exitcode=0 %t > %t.out 2> %t.err
// RUN: FileCheck %s -check-prefix=ALL -input-file=%t.out
// ALL: first close
// ALL-NEXT: second close
//
// What the program printed is not lost when the exit status changes.
// RUN: not %t > %t.out
// RUN: FileCheck %s -check-prefix=ALL -input-file=%t.out
//
// RUN: env SEMTIDY_OPTIONS=halt_on_error=1 not %t > %t.out
// RUN: FileCheck %s -check-prefix=HALT -input-file=%t.out -implicit-check-not="second close"
// HALT: before
// RUN: env SEMTIDY_OPTIONS=halt_on_error=1:abort_on_error=1 not --crash %t
//
// RUN: env SEMTIDY_OPTIONS=exitcode=0:json=0 %t 2>&1 | FileCheck %s -check-prefix=TEXT -implicit-check-not="{"
// TEXT: warning: closing semaphore 'm'
// RUN: env SEMTIDY_OPTIONS=exitcode=0:text=0:print_summary=0 %t 2>&1 | FileCheck %s -check-prefix=JSON -implicit-check-not="warning"
// JSON: {"semtidy":1,
// RUN: env SEMTIDY_OPTIONS="exitcode=0 log_path=stdout print_summary=no" %t 2>/dev/null | FileCheck %s -check-prefix=TEXT
//
// RUN: rm -rf %t.d && mkdir %t.d && cd %t.d
// RUN: env SEMTIDY_OPTIONS=exitcode=0:log_path=run:log_exe_name=1 %t 2>&1 | count 3
// RUN: cat %t.d/run.options.c.tmp.* | FileCheck %s -check-prefix=LOG
// LOG: {"semtidy":1,"event":"run",
// LOG: {"semtidy":1,"event":"site",
// LOG: warning: closing
// LOG: {"semtidy":1,"event":"summary",
// RUN: env SEMTIDY_OPTIONS=exitcode=0:log_path=%t.d/no/such/place %t 2>&1 | FileCheck %s -check-prefix=LOST
// LOST: semtidy: cannot open the log; see log_path
// LOST: warning: closing
//
// RUN: env SEMTIDY_OPTIONS=exitcode=0:json=0:strip_path_prefix=%S/ %t 2>&1 | FileCheck %s -check-prefix=STRIP
// STRIP: {{^}}options.c:{{[0-9]+}}: warning:
//
// RUN: env SEMTIDY_OPTIONS=exitcode=0:print_summary=0 %t 2>&1 | FileCheck %s -check-prefix=NOSUM -implicit-check-not="SUMMARY"
// NOSUM: warning: closing
// RUN: env SEMTIDY_OPTIONS=enable=0:print_summary=2 %t 2>&1 | count 3
//
// RUN: env SEMTIDY_OPTIONS=exitcode=0:verbosity=1:json=0 %t 2>&1 | FileCheck %s -check-prefix=VERBOSE
// VERBOSE: semtidy: recording process {{[0-9]+}}; reports go to stderr
// VERBOSE: semtidy: tables used: threads 1 of 1024, places 6 of 8192, bytes of strings {{[0-9]+}} of 1048576
//
// RUN: env SEMTIDY_OPTIONS=exitcode=0:help=1 %t 2>&1 | FileCheck %s -check-prefix=HELP
// HELP: Options of SEMTIDY_OPTIONS
// HELP: exitcode
// HELP-NEXT: exit status if anything was reported
// HELP-SAME: (now 0)
// RUN: env SEMTIDY_OPTIONS=exitcode=0:halt_on_eror=1:json=maybe %t 2>&1 | FileCheck %s -check-prefix=BAD
// BAD: semtidy: SEMTIDY_OPTIONS: unknown option 'halt_on_eror='; help=1 lists all
// BAD: semtidy: SEMTIDY_OPTIONS: bad value in 'json='; help=1 lists all

#include <pthread.h>
#include <stddef.h>
#include <stdio.h>

int main(void) {
  pthread_mutex_t m;
  printf("before\n");
  fflush(stdout);
  pthread_mutex_init(&m, NULL);
  pthread_mutex_lock(&m);
  pthread_mutex_destroy(&m);
  printf("first close\n");
  pthread_mutex_destroy(&m);
  printf("second close\n");
  return 0;
}
