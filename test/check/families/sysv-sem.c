// RUN: %check %s
struct sembuf { unsigned short sem_num; short sem_op, sem_flg; };
#define IPC_RMID 0
#define IPC_PRIVATE 0
int semget(int key, int n, int flags);
int semop(int id, struct sembuf *ops, unsigned long n);
int semctl(int id, int n, int cmd, ...);

void balanced(void) {
  struct sembuf take = {0, -1, 0}, give = {0, 1, 0};
  int id = semget(IPC_PRIVATE, 1, 0600);
  semop(id, &take, 1);
  semop(id, &give, 1);
  semctl(id, 0, IPC_RMID); // TN
}

void taken(void) {
  struct sembuf take = {0, -1, 0};
  int id = semget(IPC_PRIVATE, 1, 0600);
  semop(id, &take, 1);
  semctl(id, 0, IPC_RMID); // FN: the operations are in an array, which the model cannot read
}
