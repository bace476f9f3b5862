// A member or a function in a namespace is not the C function of that name.
// RUN: %check %s -- -std=c++17
struct pthread_spin { int Value; };
namespace mine {
int pthread_mutex_lock(pthread_spin *S);
int pthread_mutex_destroy(pthread_spin *S);
struct Pool {
  int sem_wait(pthread_spin *S);
  int mtx_lock(pthread_spin *S);
  int mtx_destroy(pthread_spin *S);
};
} // namespace mine

void in_a_namespace(pthread_spin *S) {
  mine::pthread_mutex_lock(S);
  mine::pthread_mutex_destroy(S); // TN
}

void of_a_class(mine::Pool &P, pthread_spin *S) {
  P.mtx_lock(S);
  P.mtx_destroy(S); // TN
}
