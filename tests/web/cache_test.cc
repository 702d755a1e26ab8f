// The page cache: what it holds, how long, and how much.
#include <gtest/gtest.h>

#include <thread>
#include <vector>

#include "web/compress.h"
#include "web/page_cache.h"

namespace comity {
namespace {

constexpr Instant now{1'000'000};
constexpr Instant later{2'000'000};

Response page(std::string body) {
  Response response;
  response.body = std::move(body);
  response.cacheable = true;
  return response;
}

PageKey key(std::string address, std::uint64_t record_size = 1) { return {std::move(address), "en", "", record_size}; }

TEST(PageCache, gives_back_the_page_with_its_gzip_and_tag) {
  PageCache cache(100'000);
  const auto kept = cache.keep(key("/en"), page(std::string(2000, 'x')), now);
  const auto found = cache.find(key("/en"), now);
  ASSERT_TRUE(found);
  EXPECT_EQ(found, kept);
  EXPECT_EQ(gunzip(found->gzip, 10'000), found->body);
  EXPECT_FALSE(found->etag.empty());
}

TEST(PageCache, every_part_of_the_key_tells_pages_apart) {
  PageCache cache(100'000);
  cache.keep({"/en", "en", "public", 5}, page("x"), now);
  EXPECT_TRUE(cache.find({"/en", "en", "public", 5}, now));
  EXPECT_FALSE(cache.find({"/fr", "en", "public", 5}, now));
  EXPECT_FALSE(cache.find({"/en", "fr", "public", 5}, now));
  EXPECT_FALSE(cache.find({"/en", "en", "chair", 5}, now));
  EXPECT_FALSE(cache.find({"/en", "en", "public", 6}, now));
}

TEST(PageCache, a_page_ends_when_it_is_no_longer_true) {
  PageCache cache(100'000);
  auto until = page("due tomorrow");
  until.valid_until = later;
  cache.keep(key("/en"), until, now);
  EXPECT_TRUE(cache.find(key("/en"), Instant{later.us - 1}));
  EXPECT_FALSE(cache.find(key("/en"), later));
  EXPECT_EQ(cache.pages(), 0U);
  EXPECT_EQ(cache.bytes(), 0U);
}

TEST(PageCache, what_is_already_over_never_enters) {
  PageCache cache(100'000);
  auto over = page("due yesterday");
  over.valid_until = now;
  EXPECT_EQ(cache.keep(key("/en"), over, now)->body, "due yesterday");
  EXPECT_EQ(cache.pages(), 0U);
}

TEST(PageCache, only_good_pages_that_may_be_kept_enter) {
  PageCache cache(100'000);
  auto private_page = page("mine");
  private_page.cacheable = false;
  auto missing = page("not found");
  missing.status = 404;
  cache.keep(key("/a"), private_page, now);
  cache.keep(key("/b"), missing, now);
  EXPECT_EQ(cache.pages(), 0U);
}

TEST(PageCache, the_bound_holds_and_the_least_used_goes_first) {
  PageCache cache(20'000);
  auto incompressible = page(std::string(2'000, 'x'));
  incompressible.content_type = "image/png";
  for (int i = 0; i < 5; ++i) cache.keep(key("/" + std::to_string(i)), incompressible, now);
  EXPECT_TRUE(cache.find(key("/0"), now));
  for (int i = 5; i < 100; ++i) {
    cache.keep(key("/" + std::to_string(i)), incompressible, now);
    EXPECT_LE(cache.bytes(), 20'000U);
    EXPECT_TRUE(cache.find(key("/0"), now)) << "used all the time, dropped at " << i;
  }
  EXPECT_FALSE(cache.find(key("/1"), now));
  EXPECT_TRUE(cache.find(key("/99"), now));
}

TEST(PageCache, one_page_does_not_drive_out_all_others) {
  PageCache cache(20'000);
  auto huge = page(std::string(6'000, 'x'));
  huge.content_type = "image/png";
  cache.keep(key("/small"), page("x"), now);
  EXPECT_EQ(cache.keep(key("/huge"), huge, now)->body.size(), 6'000U);
  EXPECT_FALSE(cache.find(key("/huge"), now));
  EXPECT_TRUE(cache.find(key("/small"), now));
}

TEST(PageCache, a_page_kept_again_replaces_the_first) {
  PageCache cache(100'000);
  cache.keep(key("/en"), page("old"), now);
  const auto bytes = cache.bytes();
  cache.keep(key("/en"), page("new"), now);
  EXPECT_EQ(cache.find(key("/en"), now)->body, "new");
  EXPECT_EQ(cache.pages(), 1U);
  EXPECT_EQ(cache.bytes(), bytes);
}

TEST(PageCache, a_grown_record_drops_all_and_takes_no_page_of_before) {
  PageCache cache(100'000);
  cache.keep(key("/en", 7), page("seven"), now);
  cache.grown(8);
  EXPECT_EQ(cache.pages(), 0U);
  EXPECT_EQ(cache.bytes(), 0U);
  cache.keep(key("/en", 7), page("seven, rendered late"), now);
  EXPECT_FALSE(cache.find(key("/en", 7), now));
  cache.keep(key("/en", 8), page("eight"), now);
  cache.grown(8);
  cache.grown(7);
  EXPECT_TRUE(cache.find(key("/en", 8), now));
}

TEST(PageCache, many_threads_may_use_it) {
  PageCache cache(50'000);
  std::vector<std::thread> threads;
  for (int t = 0; t < 4; ++t) {
    threads.emplace_back([&cache, t] {
      for (int i = 0; i < 500; ++i) {
        const auto at = key("/" + std::to_string(i % 40), static_cast<std::uint64_t>(i / 100));
        if (const auto found = cache.find(at, now); !found) cache.keep(at, page(std::string(500, 'x')), now);
        if (t == 0 && i % 100 == 0) cache.grown(static_cast<std::uint64_t>(i / 100));
      }
    });
  }
  for (auto& thread : threads) thread.join();
  EXPECT_LE(cache.bytes(), 50'000U);
}

}  // namespace
}  // namespace comity
