#include "cli/house.h"

#include <chrono>

#include "base/assets.h"
#include "web/local.h"

namespace comity {
namespace {

Instant wall_clock() {
  const auto now = std::chrono::system_clock::now().time_since_epoch();
  return {std::chrono::duration_cast<std::chrono::microseconds>(now).count()};
}

}  // namespace

Result<std::unique_ptr<House>> House::open(const std::filesystem::path& data, const Catalogue& catalogue) {
  auto directory = open_directory(data);
  if (!directory) return directory.refusal();
  return std::unique_ptr<House>(new House(*std::move(directory), data, catalogue));
}

House::House(OpenDirectory directory, const std::filesystem::path& data, const Catalogue& catalogue)
    : directory_(std::move(directory)),
      registrar_(*directory_.record, *directory_.key, *directory_.signer, wall_clock),
      cosigned_(data / "cosigned-public"),
      site_(registrar_, catalogue, assets(), &cosigned_) {}

Response House::answer(const Request& request) {
  if (auto local = answer_local(registrar_, request)) return *std::move(local);
  return site_.answer(request);
}

}  // namespace comity
