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
void *ExEnterCriticalRegionAndAcquireResourceExclusive(PERESOURCE r);
void ExReleaseResourceAndLeaveCriticalRegion(PERESOURCE r);
void ExConvertExclusiveToSharedLite(PERESOURCE r);
BOOLEAN ExIsResourceAcquiredExclusiveLite(PERESOURCE r);
BOOLEAN ExAcquireSharedStarveExclusive(PERESOURCE r, BOOLEAN wait);
void ExReleaseResourceForThreadLite(PERESOURCE r, unsigned long thread);
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

void entered(ERESOURCE *r) {
  ExEnterCriticalRegionAndAcquireResourceExclusive(r);
  ExDeleteResourceLite(r); // TP
  // CHECK: :[[@LINE-1]]:{{.*}}warning: closing semaphore 'r' while it is still set; potential ERROR_SEM_IS_SET (102)
}

void entered_and_left(ERESOURCE *r) {
  ExEnterCriticalRegionAndAcquireResourceExclusive(r);
  ExReleaseResourceAndLeaveCriticalRegion(r);
  ExDeleteResourceLite(r); // TN
}

void converted(ERESOURCE *r) {
  ExAcquireResourceExclusiveLite(r, TRUE);
  ExConvertExclusiveToSharedLite(r);
  ExDeleteResourceLite(r); // TP
  // CHECK: :[[@LINE-1]]:{{.*}}warning: closing semaphore 'r' while it is still set; potential ERROR_SEM_IS_SET (102)
}

void released_for_a_thread(ERESOURCE *r, unsigned long thread) {
  ExAcquireSharedStarveExclusive(r, TRUE);
  ExReleaseResourceForThreadLite(r, thread);
  ExDeleteResourceLite(r); // TN
}

void asked(ERESOURCE *r) {
  ExAcquireResourceExclusiveLite(r, TRUE);
  if (!ExIsResourceAcquiredExclusiveLite(r))
    ExDeleteResourceLite(r); // TN
}
