#include "record/room.h"

#include <sys/statvfs.h>

#include <cerrno>
#include <cstring>

#include "base/result.h"
#include "record/files.h"

namespace comity {

Space space_of(const std::filesystem::path& folder) {
  struct statvfs said {};
  if (::statvfs(folder.c_str(), &said) != 0) throw Fault("disk", folder.string() + ": " + std::strerror(errno));
  const auto block = static_cast<std::int64_t>(said.f_frsize);
  return {static_cast<std::int64_t>(said.f_bavail) * block, static_cast<std::int64_t>(said.f_blocks) * block};
}

Room::Room(const std::filesystem::path& folder, std::int64_t reserve, Look look)
    : file_(folder / "reserve"), reserve_(reserve), look_(std::move(look)) {
  keep();
}

bool Room::for_act(bool closing) {
  if (look_().free >= least) return true;
  if (!closing) return false;
  std::error_code error;
  std::filesystem::remove(file_, error);
  return look_().free > 0;
}

void Room::keep() {
  std::error_code error;
  const auto kept = std::filesystem::file_size(file_, error);
  if (reserve_ == 0 || (!error && kept == static_cast<std::uintmax_t>(reserve_))) return;
  if (look_().free >= reserve_ + 2 * least) allocate_durably(file_, reserve_);
}

double Room::used() const {
  const auto [free, total] = look_();
  return total > 0 ? 1.0 - static_cast<double>(free) / static_cast<double>(total) : 0.0;
}

}  // namespace comity
