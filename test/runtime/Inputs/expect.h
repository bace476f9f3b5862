// A call and the result that OS/2's documentation promises.
#ifndef EXPECT_H
#define EXPECT_H

#include <stdio.h>

static int failures;

#define EXPECT(call, result)                                              \
  do {                                                                    \
    unsigned long expect_got = (unsigned long)(call);                     \
    if (expect_got != (unsigned long)(result)) {                          \
      printf("%s:%d: %s is %lu, not %s\n", __FILE__, __LINE__, #call,     \
             expect_got, #result);                                        \
      failures++;                                                         \
    }                                                                     \
  } while (0)

#endif
