// A property: what is shown as of an entry is what was shown when the record went no further. No later entry changes
// it.
#include <gtest/gtest.h>

#include <random>

#include "cli/loaded.h"

namespace comity {
namespace {

const auto golden_record = std::filesystem::path(COMITY_ROOT) / "tests/golden/record";
constexpr std::uint64_t as_of_seed = 20220725;
constexpr int moments = 8;

// What speaks of its own proof differs: the entry's page, its receipt, the checkpoint.
bool of_the_record(const std::string& path) { return path.starts_with("/record"); }

std::vector<std::string> pages_of(Registry& registry) {
  return registry->read([](const World& world, const std::vector<Instant>& instants) {
    std::vector<std::string> out;
    for (const auto& route : routes())
      if (const auto path = example(route.pattern, world, static_cast<std::int64_t>(instants.size())))
        if (!of_the_record(*path)) out.push_back(escaped_path(*path));
    return out;
  });
}

TEST(AsOf, ShowsWhatWasShownWhenTheRecordWentNoFurther) {
  Registry whole;
  load(whole, golden_record);
  Site now(*whole, shipped(), assets());
  std::mt19937_64 random(as_of_seed);
  std::size_t compared = 0;
  std::size_t changed_since = 0;
  for (int i = 0; i < moments; ++i) {
    const auto size = 1 + random() % static_cast<std::uint64_t>(whole->size() - 1);
    Registry part;
    load(part, golden_record, size);
    Site then(*part, shipped(), assets());
    for (const auto& path : pages_of(part)) {
      const auto shown_then = get(then, "/en" + path + ".json");
      const auto shown_now = get(now, "/en" + path + ".json?as-of=" + std::to_string(size));
      ASSERT_EQ(shown_then.status, 200) << path;
      EXPECT_EQ(shown_now.body, shown_then.body) << path << " as of " << size;
      changed_since += get(now, "/en" + path + ".json").body != shown_then.body;
      ++compared;
    }
  }
  EXPECT_GT(compared, 40U) << "the test was idle";
  EXPECT_GT(changed_since, 20U) << "the test was idle: nothing changed after those moments";
}

}  // namespace
}  // namespace comity
