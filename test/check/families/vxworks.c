// RUN: %check %s
// Reported only if it is asked for by its name.
// RUN: %check -prefix=ASKED %s -config="{CheckOptions: {semaphore-close-while-set.Families: 'vxworks'}}"
// RUN: %check -silent %s -config="{CheckOptions: {semaphore-close-while-set.Families: '*', semaphore-close-while-set.MinStrength: note}}"
typedef struct semaphore *SEM_ID;
typedef int STATUS;
typedef enum { SEM_EMPTY, SEM_FULL } SEM_B_STATE;
#define OK 0
#define WAIT_FOREVER (-1)
#define SEM_Q_FIFO 0
SEM_ID semMCreate(int options);
SEM_ID semBCreate(int options, SEM_B_STATE state);
STATUS semTake(SEM_ID s, int timeout);
STATUS semGive(SEM_ID s);
STATUS semDelete(SEM_ID s);

// The manual's way to delete: take it first, so that nobody else has it.
void taken_then_deleted(void) {
  SEM_ID m = semMCreate(SEM_Q_FIFO);
  semTake(m, WAIT_FOREVER);
  semDelete(m); // TN
  // ASKED: :[[@LINE-1]]:3: warning: closing semaphore 'm' while it {{(is still|may still be)}} set
}

void binary(void) {
  SEM_ID s = semBCreate(SEM_Q_FIFO, SEM_FULL);
  if (semTake(s, WAIT_FOREVER) == OK)
    semDelete(s); // TN
  // ASKED: :[[@LINE-1]]:5: warning: closing semaphore 's' while it may still be set
}
