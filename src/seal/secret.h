// Key bytes that are overwritten in memory when they go, so that a later core dump or swap file does not hold them.
#pragma once

#include <string>
#include <string_view>
#include <utility>

namespace comity {

class Secret {
 public:
  explicit Secret(std::string bytes) : bytes_(std::move(bytes)) {}
  Secret(Secret&& other) noexcept { bytes_.swap(other.bytes_); }
  Secret& operator=(Secret&& other) noexcept {
    bytes_.swap(other.bytes_);
    return *this;
  }
  ~Secret() { wipe(bytes_); }

  std::string_view bytes() const { return bytes_; }

 private:
  static void wipe(std::string& bytes);
  std::string bytes_;
};

}  // namespace comity
