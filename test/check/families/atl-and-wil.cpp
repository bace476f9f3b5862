// Declarations in the shape of ATL's, WTL's and WIL's headers: inline over the Windows
// calls, so they need no model.
// RUN: %check %s -- -std=c++17
#include "win32.h"

typedef long HRESULT;

namespace ATL {
class CComCriticalSection {
public:
  HRESULT Lock() throw() {
    EnterCriticalSection(&m_sec);
    return 0;
  }
  HRESULT Unlock() throw() {
    LeaveCriticalSection(&m_sec);
    return 0;
  }
  HRESULT Init() throw() {
    InitializeCriticalSection(&m_sec);
    return 0;
  }
  HRESULT Term() throw() {
    DeleteCriticalSection(&m_sec);
    return 0;
  }
  CRITICAL_SECTION m_sec;
};
class CComAutoCriticalSection : public CComCriticalSection {
public:
  CComAutoCriticalSection() { CComCriticalSection::Init(); }
  ~CComAutoCriticalSection() throw() { CComCriticalSection::Term(); }
};
template <class TLock> class CComCritSecLock {
public:
  CComCritSecLock(TLock &Lock, bool Initial = true)
      : m_cs(Lock), m_bLocked(false) {
    if (Initial)
      this->Lock();
  }
  ~CComCritSecLock() throw() {
    if (m_bLocked)
      Unlock();
  }
  HRESULT Lock() throw() {
    HRESULT Result = m_cs.Lock();
    if (Result >= 0)
      m_bLocked = true;
    return Result;
  }
  void Unlock() throw() {
    m_bLocked = false;
    m_cs.Unlock();
  }

private:
  TLock &m_cs;
  bool m_bLocked;
};
} // namespace ATL
using ATL::CComAutoCriticalSection;
typedef ATL::CComCritSecLock<CComAutoCriticalSection> CGuard;

struct Server {
  CComAutoCriticalSection Section;
};

void locked(Server *S) {
  S->Section.Lock();
  delete S; // TP
}

void unlocked(Server *S) {
  S->Section.Lock();
  S->Section.Unlock();
  delete S; // TN
}

void guardOutlives(Server *S) {
  CGuard Guard(S->Section);
  delete S; // TP
}

void guardEnds(Server *S) {
  {
    CGuard Guard(S->Section);
  }
  delete S; // TN
}

void guardDoesNotLock(Server *S) {
  CGuard Guard(S->Section, false);
  delete S; // TN
}

void guardGivesBack(Server *S) {
  CGuard Guard(S->Section);
  Guard.Unlock();
  delete S; // TN
}

void ended() {
  ATL::CComCriticalSection Section;
  Section.Init();
  Section.Lock();
  Section.Term(); // TP
}

namespace wil {
template <typename Pointer, void (*Close)(Pointer)> class unique_any {
public:
  explicit unique_any(Pointer P = nullptr) : m_ptr(P) {}
  unique_any(unique_any &&Other) : m_ptr(Other.release()) {}
  ~unique_any() {
    if (m_ptr)
      Close(m_ptr);
  }
  Pointer get() const { return m_ptr; }
  Pointer release() {
    Pointer P = m_ptr;
    m_ptr = nullptr;
    return P;
  }
  void reset(Pointer P = nullptr) {
    if (m_ptr)
      Close(m_ptr);
    m_ptr = P;
  }

private:
  Pointer m_ptr;
};
inline void leave(CRITICAL_SECTION *P) { ::LeaveCriticalSection(P); }
inline void closeHandle(HANDLE H) { ::CloseHandle(H); }
inline void releaseMutex(HANDLE H) { ::ReleaseMutex(H); }
using cs_leave_scope_exit = unique_any<CRITICAL_SECTION *, leave>;
using mutex_release_scope_exit = unique_any<HANDLE, releaseMutex>;
using unique_handle = unique_any<HANDLE, closeHandle>;

class critical_section {
public:
  critical_section() { ::InitializeCriticalSection(&m_cs); }
  ~critical_section() { ::DeleteCriticalSection(&m_cs); }
  cs_leave_scope_exit lock() {
    ::EnterCriticalSection(&m_cs);
    return cs_leave_scope_exit(&m_cs);
  }
  cs_leave_scope_exit try_lock() {
    return cs_leave_scope_exit(::TryEnterCriticalSection(&m_cs) ? &m_cs
                                                                : nullptr);
  }

private:
  CRITICAL_SECTION m_cs;
};
} // namespace wil

struct Item {
  wil::critical_section Section;
};

void scopeExitOutlives(Item *I) {
  auto Leave = I->Section.lock();
  delete I; // TP
}

void scopeExitEnds(Item *I) {
  {
    auto Leave = I->Section.lock();
  }
  delete I; // TN
}

void scopeExitReset(Item *I) {
  auto Leave = I->Section.lock();
  Leave.reset();
  delete I; // TN
}

void scopeExitReleased(Item *I) {
  {
    auto Leave = I->Section.lock();
    Leave.release();
  }
  delete I; // TP
}

void handleOfOwnedMutex() {
  wil::unique_handle Mutex(CreateMutexA(nullptr, TRUE, nullptr));
} // TP

void handleGivenBack() {
  wil::unique_handle Mutex(CreateMutexA(nullptr, TRUE, nullptr));
  ReleaseMutex(Mutex.get());
} // TN

void resetWhileOwned() {
  wil::unique_handle Mutex(CreateMutexA(nullptr, FALSE, nullptr));
  WaitForSingleObject(Mutex.get(), INFINITE);
  Mutex.reset(); // TP
}

void mutexWithScopeExit() {
  wil::unique_handle Mutex(CreateMutexA(nullptr, TRUE, nullptr));
  wil::mutex_release_scope_exit Release(Mutex.get());
} // TN

void handleOfEvent() {
  wil::unique_handle Event(CreateEventA(nullptr, FALSE, FALSE, nullptr));
  WaitForSingleObject(Event.get(), INFINITE);
} // TN

// As wil::unique_mutex: a handle that can be created, acquired and given back.
namespace wil {
class unique_mutex : public unique_handle {
public:
  bool try_create(const char *Name) {
    reset(::CreateMutexA(nullptr, FALSE, Name));
    return get() != nullptr;
  }
  void ReleaseMutex() const { ::ReleaseMutex(get()); }
  mutex_release_scope_exit acquire() const {
    ::WaitForSingleObject(get(), INFINITE);
    return mutex_release_scope_exit(get());
  }
};
} // namespace wil

void uniqueMutexAcquired() {
  wil::unique_mutex Mutex;
  if (!Mutex.try_create(nullptr))
    return;
  auto Release = Mutex.acquire();
  Mutex.reset(); // TP
}

void uniqueMutexGivenBack() {
  wil::unique_mutex Mutex;
  if (!Mutex.try_create(nullptr))
    return;
  {
    auto Release = Mutex.acquire();
  }
  Mutex.reset(); // TN
}

void uniqueMutexKept() {
  wil::unique_mutex Mutex;
  if (!Mutex.try_create(nullptr))
    return;
  Mutex.acquire().release();
} // TP

void uniqueMutexReleased() {
  wil::unique_mutex Mutex;
  if (!Mutex.try_create(nullptr))
    return;
  Mutex.acquire().release();
  Mutex.ReleaseMutex();
} // TN

// WTL's lock is a guard of one of two sections of ATL's module.
namespace ATL {
struct CAtlModule {
  CComCriticalSection m_csStaticDataInitAndTypeInfo;
  CComCriticalSection m_csWindowCreate;
};
} // namespace ATL
namespace WTL {
class CStaticDataInitCriticalSectionLock {
public:
  ATL::CComCritSecLock<ATL::CComCriticalSection> m_cslock;
  explicit CStaticDataInitCriticalSectionLock(ATL::CAtlModule *Module)
      : m_cslock(Module->m_csStaticDataInitAndTypeInfo, false) {}
  HRESULT Lock() { return m_cslock.Lock(); }
  void Unlock() { m_cslock.Unlock(); }
};
} // namespace WTL

void wtlLockOutlives(ATL::CAtlModule *Module) {
  WTL::CStaticDataInitCriticalSectionLock Lock(Module);
  if (Lock.Lock() < 0)
    return;
  Module->m_csStaticDataInitAndTypeInfo.Term(); // TP
}

void wtlLockUnlocks(ATL::CAtlModule *Module) {
  WTL::CStaticDataInitCriticalSectionLock Lock(Module);
  if (Lock.Lock() < 0)
    return;
  Lock.Unlock();
  Module->m_csStaticDataInitAndTypeInfo.Term(); // TN
}

void wtlLockOfAnotherSection(ATL::CAtlModule *Module) {
  WTL::CStaticDataInitCriticalSectionLock Lock(Module);
  Lock.Lock();
  Module->m_csWindowCreate.Term(); // TN
}
