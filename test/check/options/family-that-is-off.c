// A family whose strength is "off" reports only where `Families` has its very
// name, and then whatever the least strength is.
// RUN: %check %s -config="{CheckOptions: {semaphore-close-while-set.Families: 'vxworks'}}"
// RUN: %check %s -config="{CheckOptions: {semaphore-close-while-set.Families: '*;vxworks', semaphore-close-while-set.MinStrength: error}}"
// RUN: %check -prefix=NONE %s -config="{CheckOptions: {semaphore-close-while-set.Families: 'vx*', semaphore-close-while-set.MinStrength: note}}"
// RUN: %check -prefix=NONE %s -config="{CheckOptions: {semaphore-close-while-set.MinStrength: note}}"
// NONE-NOT: warning:
typedef struct semaphore *SEM_ID;
typedef int STATUS;
SEM_ID semMCreate(int options);
STATUS semTake(SEM_ID s, int timeout);
STATUS semGive(SEM_ID s);
STATUS semDelete(SEM_ID s);

void taken_then_deleted(void) {
  SEM_ID m = semMCreate(0);
  semTake(m, -1);
  semDelete(m); // TP
  // CHECK: :[[@LINE-1]]:3: warning: closing semaphore 'm' while it is still set
}

void given_then_deleted(void) {
  SEM_ID m = semMCreate(0);
  semTake(m, -1);
  semGive(m);
  semDelete(m); // TN
}
