/*--- The operating system: Windows ------------------------------------------*/

#if SEMTIDY_BODIES && defined(_WIN32)

SEMTIDY_OUTLINE void *semtidy_map(size_t size) {
  return VirtualAlloc(NULL, size, MEM_RESERVE | MEM_COMMIT, PAGE_READWRITE);
}

/** A page that all modules of this process find: a section that is named
    after it. */
SEMTIDY_OUTLINE void *semtidy_rendezvous(int *alone) {
  char name[48] = "Local\\semtidy-" SEMTIDY_LAYOUT "-";
  DWORD pid = GetCurrentProcessId(), error = GetLastError();
  size_t end = sizeof "Local\\semtidy-" SEMTIDY_LAYOUT "-" - 1;
  HANDLE section;
  void *page = NULL;
  for (; pid; pid >>= 4)
    name[end++] = "0123456789abcdef"[pid & 15];
  section = CreateFileMappingA(INVALID_HANDLE_VALUE, NULL, PAGE_READWRITE, 0,
                               4096, name);
  if (section) /* stays open: the section lives as long as a handle does */
    page = MapViewOfFile(section, FILE_MAP_ALL_ACCESS, 0, 0, 4096);
  *alone = page == NULL;
  SetLastError(error);
  return page ? page : semtidy_map(4096);
}

SEMTIDY_OUTLINE uint32_t semtidy_pid(void) { return GetCurrentProcessId(); }
SEMTIDY_OUTLINE uint32_t semtidy_tid(void) { return GetCurrentThreadId(); }

SEMTIDY_OUTLINE int semtidy_thread_gone(uint32_t tid) {
  DWORD error = GetLastError();
  HANDLE thread = OpenThread(SYNCHRONIZE, FALSE, tid);
  int gone = !thread || (WaitForSingleObject)(thread, 0) == WAIT_OBJECT_0;
  if (thread)
    (CloseHandle)(thread);
  SetLastError(error);
  return gone;
}

SEMTIDY_OUTLINE void semtidy_output(const char *path, const char *text,
                                    size_t size) {
  DWORD written, error = GetLastError();
  HANDLE file = GetStdHandle(path[0] == '1' && !path[1] ? STD_OUTPUT_HANDLE
                                                        : STD_ERROR_HANDLE);
  HANDLE log = INVALID_HANDLE_VALUE;
  if (path[0] && path[1] == ':')
    log =
        CreateFileA(path, FILE_APPEND_DATA, FILE_SHARE_READ | FILE_SHARE_WRITE,
                    NULL, OPEN_ALWAYS, FILE_ATTRIBUTE_NORMAL, NULL);
  WriteFile(log == INVALID_HANDLE_VALUE ? file : log, text, (DWORD)size,
            &written, NULL);
  if (log != INVALID_HANDLE_VALUE)
    (CloseHandle)(log);
  SetLastError(error);
}

SEMTIDY_OUTLINE uint32_t semtidy_read_file(const char *path, char *to,
                                           uint32_t room) {
  DWORD got = 0;
  HANDLE file = CreateFileA(path, GENERIC_READ, FILE_SHARE_READ, NULL,
                            OPEN_EXISTING, FILE_ATTRIBUTE_NORMAL, NULL);
  if (file == INVALID_HANDLE_VALUE)
    return 0xffffffffu;
  if (!ReadFile(file, to, room, &got, NULL))
    got = 0;
  (CloseHandle)(file);
  return got;
}

SEMTIDY_OUTLINE void semtidy_environment(const char *name, char *to,
                                         uint32_t room) {
  DWORD got = GetEnvironmentVariableA(name, to, room);
  to[got < room ? got : 0] = '\0';
}

SEMTIDY_OUTLINE void semtidy_working_directory(char *to, uint32_t room) {
  DWORD got = GetCurrentDirectoryA(room, to);
  to[got < room ? got : 0] = '\0';
}

SEMTIDY_OUTLINE void semtidy_program_name(char *to, uint32_t room) {
  char path[MAX_PATH];
  DWORD got = GetModuleFileNameA(NULL, path, sizeof path), from = 0, i;
  if (got >= sizeof path)
    got = 0;
  for (i = 0; i < got; ++i)
    if (path[i] == '\\')
      from = i + 1;
  for (i = 0; from + i < got && i + 1 < room; ++i)
    to[i] = path[from + i];
  to[i] = '\0';
}

SEMTIDY_OUTLINE void semtidy_leave(int status, int abort_instead) {
  extern int semtidy_libc_fflush(void *) SEMTIDY_LIBC("fflush");
  extern void semtidy_libc_abort(void) SEMTIDY_LIBC("abort");
  semtidy_libc_fflush(NULL);
  if (abort_instead)
    semtidy_libc_abort();
  TerminateProcess(GetCurrentProcess(), (UINT)status);
}

SEMTIDY_OUTLINE void semtidy_pause(void) { (void)SwitchToThread(); }

#endif
