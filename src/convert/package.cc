#include "convert/package.h"

#include <zip.h>

#include <memory>

#include "base/check.h"

namespace comity {
namespace {

constexpr zip_uint16_t first_time = 0;           // midnight
constexpr zip_uint16_t first_date = 1 << 5 | 1;  // 1 January 1980

std::string bytes_of(zip_source_t* source) {
  zip_stat_t stat;
  check(zip_source_stat(source, &stat) == 0 && zip_source_open(source) == 0, "a package in memory can be read");
  std::string out(stat.size, '\0');
  const auto read = zip_source_read(source, out.data(), out.size());
  zip_source_close(source);
  check(read == static_cast<zip_int64_t>(out.size()), "a package in memory is read whole");
  return out;
}

}  // namespace

std::string zip_of(const Files& files) {
  zip_error_t error;
  zip_error_init(&error);
  const std::unique_ptr<zip_source_t, decltype(&zip_source_free)> held(zip_source_buffer_create(nullptr, 0, 0, &error),
                                                                       zip_source_free);
  auto* archive = held ? zip_open_from_source(held.get(), ZIP_CREATE | ZIP_TRUNCATE, &error) : nullptr;
  check(archive != nullptr, "a package in memory can be begun");
  zip_source_keep(held.get());  // the archive gives its own share back when it closes
  for (const auto& [path, bytes] : files) {
    auto* source = zip_source_buffer(archive, bytes.data(), bytes.size(), 0);
    const auto at = zip_file_add(archive, path.c_str(), source, ZIP_FL_ENC_UTF_8);
    check(at >= 0, "a file enters a package");
    zip_file_set_dostime(archive, static_cast<zip_uint64_t>(at), first_time, first_date, 0);
  }
  check(zip_close(archive) == 0, "a package in memory can be ended");
  return bytes_of(held.get());
}

}  // namespace comity
