// RUN: %check %s
class ACE_Thread_Mutex {
  int M[10];

public:
  ACE_Thread_Mutex();
  ~ACE_Thread_Mutex();
  int remove();
  int acquire();
  int tryacquire();
  int release();
};
class ACE_RW_Mutex {
  int L[14];

public:
  ACE_RW_Mutex();
  ~ACE_RW_Mutex();
  int remove();
  int acquire_read();
  int release();
};
class ACE_RW_Thread_Mutex : public ACE_RW_Mutex {};
class ACE_Semaphore {
  int S[10];

public:
  ACE_Semaphore(unsigned Count = 1);
  ~ACE_Semaphore();
  int acquire();
  int release();
};

// That a result is 0 or -1 and nothing else, the model cannot say.
void acquired(ACE_Thread_Mutex &M) {
  if (M.acquire() == -1)
    return;
  M.remove(); // TP
  // CHECK: :[[@LINE-1]]:{{.*}}warning: closing semaphore 'M' while it {{(is still|may still be)}} set; potential ERROR_SEM_IS_SET (102)
}

void released(ACE_Thread_Mutex &M) {
  M.acquire();
  M.release();
  M.remove(); // TN
}

void busy(ACE_Thread_Mutex &M) {
  if (M.tryacquire() == -1)
    M.remove(); // TN
}

void scope_ends() {
  ACE_Thread_Mutex M;
  M.acquire();
} // TP
// CHECK: :[[@LINE-1]]:{{.*}}warning: semaphore 'M' goes out of scope while it is still set; potential ERROR_SEM_IS_SET (102)

void reading(ACE_RW_Thread_Mutex *L) {
  L->acquire_read();
  delete L; // TP
  // CHECK: :[[@LINE-1]]:{{.*}}warning: freeing semaphore 'L' while it is still set; potential ERROR_SEM_IS_SET (102)
}

void read_and_left(ACE_RW_Thread_Mutex *L) {
  L->acquire_read();
  L->release();
  delete L; // TN
}

// The default is one permit.
void permit() {
  ACE_Semaphore S;
  S.acquire();
} // TP
// CHECK: :[[@LINE-1]]:{{.*}}warning: semaphore 'S' goes out of scope while it may still be set; potential ERROR_SEM_IS_SET (102)

void signal(void (*Start)(ACE_Semaphore *)) {
  ACE_Semaphore S(0);
  Start(&S);
  S.acquire();
} // TN
