// seccomp: the calls that a server of pages has no use for, and an intruder would. Each is refused with EPERM.
#include <sched.h>
#include <seccomp.h>
#include <sys/mman.h>
#include <sys/socket.h>

#include <cerrno>
#include <memory>

#include "cli/confine.h"

namespace comity {
namespace {

struct Release {
  void operator()(void* filter) const { seccomp_release(filter); }
};
using Filter = std::unique_ptr<void, Release>;

constexpr const char* beginning_programs[] = {"execve", "execveat"};

constexpr const char* needless[] = {
    // the memory of other programs
    "process_vm_readv",
    "process_vm_writev",
    "kcmp",
    "pidfd_getfd",
    "perf_event_open",
    "userfaultfd",
    "personality",
    // what the machine is made of
    "mount",
    "umount2",
    "move_mount",
    "open_tree",
    "fsopen",
    "fsmount",
    "fsconfig",
    "fspick",
    "mount_setattr",
    "pivot_root",
    "chroot",
    "swapon",
    "swapoff",
    "quotactl",
    "quotactl_fd",
    "acct",
    "mknod",
    "mknodat",
    "unshare",
    "setns",
    "reboot",
    "kexec_load",
    "kexec_file_load",
    "init_module",
    "finit_module",
    "delete_module",
    "iopl",
    "ioperm",
    "modify_ldt",
    "sethostname",
    "setdomainname",
    "settimeofday",
    "clock_settime",
    "clock_adjtime",
    "adjtimex",
    "syslog",
    "vhangup",
    "fanotify_init",
    "open_by_handle_at",
    "lookup_dcookie",
    // large and often broken parts of the kernel
    "bpf",
    "io_uring_setup",
    "io_uring_enter",
    "io_uring_register",
    "add_key",
    "request_key",
    "keyctl",
    "move_pages",
    "migrate_pages",
    "mbind",
    "set_mempolicy",
    // becoming somebody else
    "setuid",
    "setgid",
    "setreuid",
    "setregid",
    "setresuid",
    "setresgid",
    "setfsuid",
    "setfsgid",
    "setgroups",
    "capset",
#ifndef COMITY_ADDRESS_SANITIZER  // which looks for leaks by ptrace
    "ptrace",
#endif
};

bool bar(const Filter& filter, const char* name, std::vector<scmp_arg_cmp> where = {}, int error = EPERM) {
  const int number = seccomp_syscall_resolve_name(name);
  if (number == __NR_SCMP_ERROR) return true;  // a call that this machine does not know
  const auto count = static_cast<unsigned>(where.size());
  return seccomp_rule_add_array(filter.get(), SCMP_ACT_ERRNO(static_cast<std::uint32_t>(error)), number, count,
                                where.data()) == 0;
}

scmp_arg_cmp has(unsigned argument, std::uint64_t bits) { return {argument, SCMP_CMP_MASKED_EQ, bits, bits}; }
scmp_arg_cmp is(unsigned argument, std::uint64_t value) { return {argument, SCMP_CMP_MASKED_EQ, 0xffffffff, value}; }

// Of clone3 no filter sees the flags; the C library takes clone where the kernel has no clone3.
bool bar_spaces(const Filter& filter) {
  bool whole = bar(filter, "clone3", {}, ENOSYS);
  for (const auto space :
       {CLONE_NEWUSER, CLONE_NEWNS, CLONE_NEWPID, CLONE_NEWNET, CLONE_NEWIPC, CLONE_NEWUTS, CLONE_NEWCGROUP})
    whole &= bar(filter, "clone", {has(0, static_cast<std::uint64_t>(space))});
  return whole;
}

// Local, IPv4 and IPv6 sockets, and netlink for the resolver; never raw ones.
bool bar_sockets(const Filter& filter) {
  constexpr std::uint64_t kind = 0xf;
  bool whole = bar(filter, "socket", {{0, SCMP_CMP_GT, AF_NETLINK, 0}});
  for (std::uint64_t family = 0; family < AF_NETLINK; ++family)
    if (family != AF_UNIX && family != AF_INET && family != AF_INET6) whole &= bar(filter, "socket", {is(0, family)});
  for (const auto family : {AF_INET, AF_INET6})
    whole &=
        bar(filter, "socket", {is(0, static_cast<std::uint64_t>(family)), {1, SCMP_CMP_MASKED_EQ, kind, SOCK_RAW}});
  return whole;
}

// Memory that was written is never run.
bool bar_writing_code(const Filter& filter) {
  return bar(filter, "mmap", {has(2, PROT_WRITE | PROT_EXEC)}) && bar(filter, "mprotect", {has(2, PROT_EXEC)}) &&
         bar(filter, "pkey_mprotect", {has(2, PROT_EXEC)});
}

}  // namespace

bool confine_sockets() {
  const Filter filter(seccomp_init(SCMP_ACT_ALLOW));
  if (!filter) return false;
  const bool whole = bar(filter, "socket", {{0, SCMP_CMP_NE, AF_UNIX, 0}}) && bar(filter, "io_uring_setup");
  return whole && seccomp_load(filter.get()) == 0;
}

bool confine_calls(bool runs_programs) {
  const Filter filter(seccomp_init(SCMP_ACT_ALLOW));
  if (!filter) return false;
  bool whole = bar_spaces(filter) && bar_sockets(filter) && bar_writing_code(filter);
  for (const auto* name : beginning_programs) whole &= runs_programs || bar(filter, name);
  for (const auto* name : needless) whole &= bar(filter, name);
  return whole && seccomp_load(filter.get()) == 0;
}

}  // namespace comity
