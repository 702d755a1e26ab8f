#include "web/compress.h"

#include <gtest/gtest.h>

namespace comity {
namespace {

constexpr std::size_t plenty = 1 << 24;

TEST(Compress, gives_back_what_it_took) {
  std::string bytes;
  for (unsigned i = 0; i < 300'000; ++i) bytes += static_cast<char>(i * i / 7);
  for (const auto& text : {std::string(), std::string("a"), std::string(100'000, 'x'), bytes}) {
    EXPECT_EQ(gunzip(gzip(text), plenty), text);
  }
}

TEST(Compress, the_same_text_gives_the_same_bytes) { EXPECT_EQ(gzip("abc"), gzip("abc")); }

TEST(Compress, what_repeats_becomes_small) { EXPECT_LT(gzip(std::string(100'000, 'x')).size(), 500U); }

TEST(Compress, more_than_the_limit_is_not_unpacked) {
  const auto packed = gzip(std::string(100'000, 'x'));
  EXPECT_FALSE(gunzip(packed, 99'999));
  EXPECT_TRUE(gunzip(packed, 100'000));
}

TEST(Compress, damaged_cut_or_continued_bytes_are_refused) {
  const auto packed = gzip("a text that is long enough to be packed");
  EXPECT_FALSE(gunzip("", plenty));
  EXPECT_FALSE(gunzip("no gzip", plenty));
  EXPECT_FALSE(gunzip(packed + "x", plenty));
  for (std::size_t length = 0; length < packed.size(); ++length) EXPECT_FALSE(gunzip(packed.substr(0, length), plenty));
  auto damaged = packed;
  damaged[packed.size() - 6] ^= 1;  // within the checksum
  EXPECT_FALSE(gunzip(damaged, plenty));
}

TEST(Compress, texts_are_worth_it_and_pictures_are_not) {
  for (const auto* type : {"text/html; charset=utf-8", "text/css", "application/json", "application/atom+xml",
                           "image/svg+xml", "text/calendar; charset=utf-8", "application/problem+json"}) {
    EXPECT_TRUE(compressible(type)) << type;
  }
  for (const auto* type : {"image/png", "application/octet-stream", "font/woff2", ""}) EXPECT_FALSE(compressible(type));
}

}  // namespace
}  // namespace comity
