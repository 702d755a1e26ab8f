// Landlock: the kernel's own rules on files and ports, which a process lays upon itself. The numbers of later versions
// stand here, for Debian 12's header ends with version 2. Source: Linux, Documentation/userspace-api/landlock.rst.
#include <fcntl.h>
#include <linux/landlock.h>
#include <sys/prctl.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <unistd.h>

#include "cli/confine.h"

namespace comity {
namespace {

using Rights = std::uint64_t;

constexpr Rights run_file = LANDLOCK_ACCESS_FS_EXECUTE;
constexpr Rights read_file_or_folder = LANDLOCK_ACCESS_FS_READ_FILE | LANDLOCK_ACCESS_FS_READ_DIR;
constexpr Rights truncate_file = 1U << 14;   // version 3
constexpr Rights control_device = 1U << 15;  // version 5
constexpr Rights bind_port = 1U << 0;        // version 4, as the next
constexpr Rights connect_to_port = 1U << 1;
constexpr Rights abstract_sockets = 1U << 0;  // version 6, as the next
constexpr Rights signals = 1U << 1;
constexpr int rule_of_port = 2;

// As the kernel has them; a version reads as many bytes as it knows.
struct Ruleset {
  Rights files;
  Rights ports;
  Rights scopes;
};
struct PortRule {
  Rights allowed;
  std::uint64_t port;
};

Rights all_on_files(int version) {
  Rights all = (Rights{LANDLOCK_ACCESS_FS_MAKE_SYM} << 1) - 1;
  if (version >= 2) all |= LANDLOCK_ACCESS_FS_REFER;
  if (version >= 3) all |= truncate_file;
  if (version >= 5) all |= control_device;
  return all;
}

Ruleset ruleset_for(int version, bool asks) {
  Ruleset rules{all_on_files(version), 0, 0};
  if (version >= 4) rules.ports = asks ? bind_port : bind_port | connect_to_port;
  if (version >= 6) rules.scopes = abstract_sockets | signals;
  return rules;
}

std::size_t bytes_of(int version) { return version >= 6 ? 24 : version >= 4 ? 16 : 8; }

// What is not there needs no rule. A file takes only the rights that a file can have.
void allow(int rules, const std::filesystem::path& path, Rights rights) {
  const int opened = ::open(path.c_str(), O_PATH | O_CLOEXEC);
  if (opened < 0) return;
  struct stat found {};
  if (::fstat(opened, &found) == 0 && !S_ISDIR(found.st_mode))
    rights &= LANDLOCK_ACCESS_FS_READ_FILE | LANDLOCK_ACCESS_FS_WRITE_FILE | truncate_file;
  landlock_path_beneath_attr rule{};
  rule.allowed_access = rights;
  rule.parent_fd = opened;
  ::syscall(SYS_landlock_add_rule, rules, LANDLOCK_RULE_PATH_BENEATH, &rule, 0);
  ::close(opened);
}

void allow(int rules, std::uint16_t port) {
  const PortRule rule{bind_port, port};
  ::syscall(SYS_landlock_add_rule, rules, rule_of_port, &rule, 0);
}

// What the C library, curl and the sanitizers read while a server runs.
void allow_reading(int rules, bool asks) {
  for (const auto* path : {"/proc/self", "/etc/localtime", "/usr/share/zoneinfo", "/sys/devices/system/cpu"})
    allow(rules, path, read_file_or_folder);
  if (!asks) return;
  for (const auto* path : {"/etc/resolv.conf", "/etc/hosts", "/etc/host.conf", "/etc/nsswitch.conf", "/etc/gai.conf",
                           "/etc/services", "/etc/ld.so.cache", "/etc/ssl", "/usr/share/ca-certificates",
                           "/usr/local/share/ca-certificates", "/usr/lib", "/lib", "/lib64", "/run/systemd/resolve"})
    allow(rules, path, read_file_or_folder);
}

int kernels_version() {
  return static_cast<int>(::syscall(SYS_landlock_create_ruleset, nullptr, 0, LANDLOCK_CREATE_RULESET_VERSION));
}

bool laid_upon_itself(int rules) {
  const bool holds =
      ::prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) == 0 && ::syscall(SYS_landlock_restrict_self, rules, 0) == 0;
  ::close(rules);
  return holds;
}

// LibreOffice makes its sockets in /tmp and nowhere else.
int confine_to_installed(const std::filesystem::path& program, const std::filesystem::path& folder, Rights in_folder,
                         Rights in_tmp) {
  const auto version = kernels_version();
  if (version < 1) return 0;
  const Ruleset ruleset{all_on_files(version), 0, 0};
  const auto rules = static_cast<int>(::syscall(SYS_landlock_create_ruleset, &ruleset, bytes_of(1), 0));
  if (rules < 0) return 0;
  // Where programs, libraries, fonts and their settings are; not where people and services keep their own.
  for (const auto* path : {"/usr", "/bin", "/sbin", "/lib", "/lib64", "/etc", "/opt", "/proc", "/sys", "/dev",
                           "/var/cache/fontconfig", "/var/lib/libreoffice", "/var/spool/libreoffice"})
    allow(rules, path, read_file_or_folder | run_file);
  if (!program.empty()) allow(rules, program.parent_path(), read_file_or_folder | run_file);
  allow(rules, folder, in_folder);
  allow(rules, "/tmp", in_tmp);
  allow(rules, "/dev/null", read_file_or_folder | LANDLOCK_ACCESS_FS_WRITE_FILE);
  return laid_upon_itself(rules) ? version : 0;
}

}  // namespace

int confine_files(const Confinement& wanted) {
  const auto version = kernels_version();
  if (version < 1) return 0;
  const auto ruleset = ruleset_for(version, wanted.asks);
  const auto rules = static_cast<int>(::syscall(SYS_landlock_create_ruleset, &ruleset, bytes_of(version), 0));
  if (rules < 0) return 0;
  allow(rules, wanted.data, ruleset.files & ~run_file);
  allow(rules, "/dev/null", read_file_or_folder | LANDLOCK_ACCESS_FS_WRITE_FILE);
  allow_reading(rules, wanted.asks);
  if (version >= 4)
    for (const auto port : wanted.ports) allow(rules, port);
  return laid_upon_itself(rules) ? version : 0;
}

int confine_to(const std::filesystem::path& folder, const std::filesystem::path& program) {
  return confine_to_installed(program, folder, all_on_files(kernels_version()), LANDLOCK_ACCESS_FS_MAKE_SOCK);
}

int confine_press_files(const std::filesystem::path& folder, const std::filesystem::path& program) {
  constexpr Rights sockets =
      LANDLOCK_ACCESS_FS_MAKE_SOCK | LANDLOCK_ACCESS_FS_REMOVE_FILE | LANDLOCK_ACCESS_FS_READ_DIR;
  return confine_to_installed(program, folder, all_on_files(kernels_version()) & ~run_file, sockets);
}

}  // namespace comity
