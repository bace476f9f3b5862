// RUN: %check %s
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
}

void binary(void) {
  SEM_ID s = semBCreate(SEM_Q_FIFO, SEM_FULL);
  if (semTake(s, WAIT_FOREVER) == OK)
    semDelete(s); // TN
}
