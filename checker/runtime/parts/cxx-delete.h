/*--- C++: delete ------------------------------------------------------------*/

#if defined(__cplusplus) && SEMTIDY_CONFIRM_ACTIVE &&                          \
    !defined(SEMTIDY_CONFIRM_DELETE)
#define SEMTIDY_CONFIRM_DELETE

/* A program may replace these functions, and one that does so itself replaces
   ours. AddressSanitizer has its own, and would see new without its delete. */
#if defined(__has_feature)
#if __has_feature(address_sanitizer)
#define SEMTIDY_CONFIRM_NO_DELETE
#endif
#endif
#if defined(__SANITIZE_ADDRESS__) || !defined(__linux__)
#define SEMTIDY_CONFIRM_NO_DELETE
#endif

#if !defined(SEMTIDY_CONFIRM_NO_DELETE)
extern "C" void semtidy_libc_free_cxx(void *) SEMTIDY_LIBC("free");
extern "C" std::size_t semtidy_libc_usable_cxx(void *)
    SEMTIDY_LIBC("malloc_usable_size");
#define SEMTIDY_DELETE __attribute__((weak, visibility("default")))
SEMTIDY_DELETE void operator delete(void *block) noexcept {
  if (block) {
    semtidy_freeing(block, semtidy_libc_usable_cxx(block), SEMTIDY_SOMEWHERE);
    semtidy_libc_free_cxx(block);
  }
}
SEMTIDY_DELETE void operator delete[](void *block) noexcept {
  ::operator delete(block);
}
#if defined(__cpp_sized_deallocation)
SEMTIDY_DELETE void operator delete(void *block, std::size_t) noexcept {
  ::operator delete(block);
}
SEMTIDY_DELETE void operator delete[](void *block, std::size_t) noexcept {
  ::operator delete[](block);
}
#endif
#endif

#endif
