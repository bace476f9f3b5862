// Declarations in the shape of afxmt.h; the members are in a library.
// RUN: %check %s -- -std=c++17
typedef int BOOL;
typedef long LONG;
typedef unsigned long DWORD;
typedef const char *LPCTSTR;
struct SECURITY_ATTRIBUTES;

class CSyncObject {
public:
  explicit CSyncObject(LPCTSTR Name);
  virtual BOOL Lock(DWORD Timeout = 0xFFFFFFFF);
  virtual BOOL Unlock() = 0;
  virtual BOOL Unlock(LONG Count, LONG *Previous = nullptr);
  virtual ~CSyncObject();
  void *m_hObject;
};
class CMutex : public CSyncObject {
public:
  explicit CMutex(BOOL Owned = 0, LPCTSTR Name = nullptr,
                  SECURITY_ATTRIBUTES *Security = nullptr);
  ~CMutex() override;
  BOOL Unlock() override;
};
class CSemaphore : public CSyncObject {
public:
  explicit CSemaphore(LONG Initial = 1, LONG Max = 1, LPCTSTR Name = nullptr,
                      SECURITY_ATTRIBUTES *Security = nullptr);
  ~CSemaphore() override;
  BOOL Unlock() override;
};
class CEvent : public CSyncObject {
public:
  explicit CEvent(BOOL Set = 0, BOOL Manual = 0, LPCTSTR Name = nullptr,
                  SECURITY_ATTRIBUTES *Security = nullptr);
  ~CEvent() override;
  BOOL SetEvent();
  BOOL Unlock() override;
};
class CCriticalSection : public CSyncObject {
public:
  CCriticalSection();
  ~CCriticalSection() override;
  BOOL Lock();
  BOOL Lock(DWORD Timeout) override;
  BOOL Unlock() override;
};
class CSingleLock {
public:
  explicit CSingleLock(CSyncObject *Object, BOOL InitialLock = 0);
  ~CSingleLock();
  BOOL Lock(DWORD Timeout = 0xFFFFFFFF);
  BOOL Unlock();
  BOOL IsLocked();

private:
  CSyncObject *m_pObject;
  BOOL m_bAcquired;
};

struct Item {
  CCriticalSection Section;
};

void locked(Item *I) {
  I->Section.Lock();
  delete I; // TP
}

void unlocked(Item *I) {
  I->Section.Lock();
  I->Section.Unlock();
  delete I; // TN
}

void guardOutlives(Item *I) {
  CSingleLock Guard(&I->Section, 1);
  delete I; // TP
}

void guardEnds(Item *I) {
  {
    CSingleLock Guard(&I->Section, 1);
  }
  delete I; // TN
}

void guardGivesBack(Item *I) {
  CSingleLock Guard(&I->Section, 1);
  Guard.Unlock();
  delete I; // TN
}

void guardDoesNotLock(Item *I) {
  CSingleLock Guard(&I->Section);
  delete I; // TN
}

void guardLocksLater(Item *I) {
  CSingleLock Guard(&I->Section);
  Guard.Lock();
  delete I; // TP
}

void guardCannotLock(Item *I) {
  CSingleLock Guard(&I->Section);
  if (!Guard.Lock(0))
    delete I; // TN
}

void section() {
  CCriticalSection Section;
  Section.Lock();
} // TP

void mutexOwnedAtBirth() {
  CMutex Mutex(1);
} // TP

void mutexGivenBack() {
  CMutex Mutex(1);
  Mutex.Unlock();
} // TN

void mutexLocked() {
  CMutex Mutex;
  Mutex.Lock();
} // TP

void namedMutex(LPCTSTR Name) {
  CMutex Mutex(1, Name);
} // TN

// Waiting for an event owns nothing.
void event() {
  CEvent Event;
  Event.Lock();
} // TN

// Of which kind it is, only the caller knows.
void unknownKind(CSyncObject *Object) {
  Object->Lock();
  delete Object; // TN
}
