// RUN: %check %s
typedef unsigned char BOOLEAN;
typedef long NTSTATUS;
typedef struct _ERESOURCE { void *owner; short active; } ERESOURCE, *PERESOURCE;
#define TRUE 1
#define FALSE 0
NTSTATUS ExInitializeResourceLite(PERESOURCE r);
BOOLEAN ExAcquireResourceExclusiveLite(PERESOURCE r, BOOLEAN wait);
BOOLEAN ExAcquireResourceSharedLite(PERESOURCE r, BOOLEAN wait);
void ExReleaseResourceLite(PERESOURCE r);
NTSTATUS ExDeleteResourceLite(PERESOURCE r);

void acquired(PERESOURCE r) {
  ExAcquireResourceExclusiveLite(r, TRUE);
  ExDeleteResourceLite(r); // TP
  // CHECK: :[[@LINE-1]]:{{.*}}warning: closing semaphore 'r' while it is still set; potential ERROR_SEM_IS_SET (102)
}

void released(ERESOURCE *r) {
  ExAcquireResourceSharedLite(r, TRUE);
  ExReleaseResourceLite(r);
  ExDeleteResourceLite(r); // TN
}

void not_acquired(ERESOURCE *r) {
  if (!ExAcquireResourceExclusiveLite(r, FALSE))
    ExDeleteResourceLite(r); // TN
}
