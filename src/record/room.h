// Room on the disk: a reserve that is given up only for the acts that close something, so that what must be attested
// passes a full disk; and how full the disk is. (Mammoth, 2024: a log died of a disk that nobody watched.)
#pragma once

#include <cstdint>
#include <filesystem>
#include <functional>

namespace comity {

struct Space {
  std::int64_t free = 0;  // bytes that this process may still write
  std::int64_t total = 0;
  bool operator==(const Space&) const = default;
};
Space space_of(const std::filesystem::path& folder);  // throws Fault disk

class Room {
 public:
  using Look = std::function<Space()>;

  // The file `reserve` in the folder holds `reserve` bytes; with less than `least` bytes free nothing more is entered.
  Room(const std::filesystem::path& folder, std::int64_t reserve, Look look);
  static constexpr std::int64_t least = 4 << 20;

  // Whether an act may be entered. A closing one gives up the reserve where it must.
  bool for_act(bool closing);
  // Takes the reserve where there is none and room for it. Throws Fault disk.
  void keep();
  double used() const;  // share of the disk, 0 to 1

 private:
  std::filesystem::path file_;
  std::int64_t reserve_;
  Look look_;
};

}  // namespace comity
