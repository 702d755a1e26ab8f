# Compiler and linker flags of every target: warnings are errors, release is hardened, tests are sanitized.
# Source of the hardening set: OpenSSF compiler guide (2025) as far as g++ 12 accepts it.
add_library(comity_flags INTERFACE)
target_compile_options(comity_flags INTERFACE
  -Wall -Wextra -Wpedantic -Wshadow -Wconversion -Wformat=2 -Werror)
if(COMITY_SANITIZE)
  target_compile_options(comity_flags INTERFACE -fsanitize=${COMITY_SANITIZE} -fno-omit-frame-pointer -g1
    -fno-sanitize-recover=all)
  target_link_options(comity_flags INTERFACE -fsanitize=${COMITY_SANITIZE})
endif()
if(COMITY_SANITIZE MATCHES "address")
  target_compile_definitions(comity_flags INTERFACE COMITY_ADDRESS_SANITIZER) # each compiler has a name of its own
endif()
if(CMAKE_CXX_COMPILER_ID STREQUAL "GNU")
  # g++ 12 sees members of a std::variant, and whatever the sanitizers have instrumented, as maybe uninitialized.
  target_compile_options(comity_flags INTERFACE -Wno-maybe-uninitialized)
endif()
if(COMITY_SANITIZE AND CMAKE_CXX_COMPILER_ID STREQUAL "Clang")
  target_link_options(comity_flags INTERFACE -fuse-ld=lld)
  # clang 14 cannot emit coroutines under this check.
  target_compile_options(comity_flags INTERFACE -fno-sanitize=function)
endif()
if(CMAKE_BUILD_TYPE STREQUAL "Release")
  target_compile_options(comity_flags INTERFACE
    -U_FORTIFY_SOURCE -D_FORTIFY_SOURCE=3 -D_GLIBCXX_ASSERTIONS -fstack-protector-strong
    -fstack-clash-protection -fcf-protection=full -ftrivial-auto-var-init=zero -fPIE)
  target_link_options(comity_flags INTERFACE -pie -Wl,-z,relro,-z,now,-z,noexecstack -Wl,--as-needed)
endif()
target_compile_definitions(comity_flags INTERFACE COMITY_VERSION="${PROJECT_VERSION}")
