// RUN: %check %s
// RUN: %check %s -- -fopenmp
typedef struct { unsigned char x[4]; } omp_lock_t;
typedef struct { unsigned char x[16]; } omp_nest_lock_t;
void omp_init_lock(omp_lock_t *l);
void omp_destroy_lock(omp_lock_t *l);
void omp_set_lock(omp_lock_t *l);
void omp_unset_lock(omp_lock_t *l);
int omp_test_lock(omp_lock_t *l);
void omp_init_lock_with_hint(omp_lock_t *l, int hint);
int omp_test_nest_lock(omp_nest_lock_t *l);
void omp_init_nest_lock(omp_nest_lock_t *l);
void omp_destroy_nest_lock(omp_nest_lock_t *l);
void omp_set_nest_lock(omp_nest_lock_t *l);
void omp_unset_nest_lock(omp_nest_lock_t *l);

void set(void) {
  omp_lock_t l;
  omp_init_lock(&l);
  omp_set_lock(&l);
  omp_destroy_lock(&l); // TP
  // CHECK: :[[@LINE-1]]:{{.*}}warning: closing semaphore 'l' while it is still set; potential ERROR_SEM_IS_SET (102)
}

void unset(void) {
  omp_lock_t l;
  omp_init_lock(&l);
  omp_set_lock(&l);
  omp_unset_lock(&l);
  omp_destroy_lock(&l); // TN
}

void busy(omp_lock_t *l) {
  if (!omp_test_lock(l))
    omp_destroy_lock(l); // TN
}

void nested(omp_nest_lock_t *l) {
  omp_set_nest_lock(l);
  omp_set_nest_lock(l);
  omp_unset_nest_lock(l);
  omp_destroy_nest_lock(l); // TP
  // CHECK: :[[@LINE-1]]:{{.*}}warning: closing semaphore 'l' while it is still set; potential ERROR_SEM_IS_SET (102)
}

void nested_balanced(omp_nest_lock_t *l) {
  omp_set_nest_lock(l);
  omp_set_nest_lock(l);
  omp_unset_nest_lock(l);
  omp_unset_nest_lock(l);
  omp_destroy_nest_lock(l); // TN
}

void with_a_hint(void) {
  omp_lock_t l;
  omp_init_lock_with_hint(&l, 1);
  omp_set_lock(&l);
  omp_destroy_lock(&l); // TP
  // CHECK: :[[@LINE-1]]:{{.*}}warning: closing semaphore 'l' while it is still set; potential ERROR_SEM_IS_SET (102)
}

// The result is how deep it is held.
void nested_test(omp_nest_lock_t *l) {
  if (omp_test_nest_lock(l) == 0) {
    omp_destroy_nest_lock(l); // TN
    return;
  }
  omp_destroy_nest_lock(l); // TP
  // CHECK: :[[@LINE-1]]:{{.*}}warning: closing semaphore 'l' while it is still set; potential ERROR_SEM_IS_SET (102)
}

void nested_test_unset(omp_nest_lock_t *l) {
  if (omp_test_nest_lock(l))
    omp_unset_nest_lock(l);
  omp_destroy_nest_lock(l); // TN
}

void around_a_parallel_region(int n, int *sum) {
  omp_lock_t l;
  omp_init_lock(&l);
#pragma omp parallel for
  for (int i = 0; i < n; ++i) {
    omp_set_lock(&l);
    *sum += i;
    omp_unset_lock(&l);
  }
  omp_destroy_lock(&l); // TN
}

// What is done in a parallel region is done by the function, in line.
void set_in_a_parallel_region(int n) {
  omp_lock_t l;
  omp_init_lock(&l);
#pragma omp parallel
  {
    omp_set_lock(&l);
    if (n > 3)
      omp_unset_lock(&l);
  }
  omp_destroy_lock(&l); // TP
  // CHECK: :[[@LINE-1]]:{{.*}}warning: closing semaphore 'l' while it may still be set; potential ERROR_SEM_IS_SET (102)
}

void destroyed_in_a_region(omp_lock_t *l) {
  omp_set_lock(l);
#pragma omp master
  omp_destroy_lock(l); // TP
  // CHECK: :[[@LINE-1]]:{{.*}}warning: closing semaphore 'l' while it is still set; potential ERROR_SEM_IS_SET (102)
}

void unset_in_a_region(omp_lock_t *l, int *sum) {
  omp_set_lock(l);
#pragma omp parallel
  {
#pragma omp single
    {
      ++*sum;
      omp_unset_lock(l);
    }
  }
  omp_destroy_lock(l); // TN
}

void in_sections(int *sum) {
  omp_lock_t l;
  omp_init_lock(&l);
#pragma omp parallel sections
  {
#pragma omp section
    {
      omp_set_lock(&l);
      ++*sum;
      omp_unset_lock(&l);
    }
#pragma omp section
    {
      omp_set_lock(&l);
      --*sum;
      omp_unset_lock(&l);
    }
  }
  omp_destroy_lock(&l); // TN
}
