// RUN: %check %s -- -std=gnu89 -Wno-deprecated-non-prototype
// Old code declares the functions itself, without parameters.
typedef void *HSEM;
unsigned short DosSemSet();
unsigned short DosSemClear();
unsigned short DosCloseSem();

void use(h)
HSEM h;
{
  DosSemSet(h);
  DosCloseSem(h); // TP
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: closing semaphore 'h' while it is still set; potential ERROR_SEM_IS_SET (102)
}

void cleared(h)
HSEM h;
{
  DosSemSet(h);
  DosSemClear(h);
  DosCloseSem(h); // TN
}
