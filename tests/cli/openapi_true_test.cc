// Whether openapi.json is true: the shipped record is loaded, its pages are walked along their own links, and every
// answer is held against what the document says of it.
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <libical/ical.h>

#include <deque>
#include <set>

#include "cli/loaded.h"
#include "web/openapi.h"
#include "web/schema_check.h"

namespace comity {
namespace {

constexpr int pages_of_each_route = 12;

Json document() {
  std::string bytes = openapi();
  for (auto at = bytes.find(":true"); at != std::string::npos; at = bytes.find(":true"))
    bytes.replace(at, 5, ":\"true\"");
  return *parse_json(bytes, {true, true, 64});
}

// A record behind the site, and what openapi.json says of it.
struct Described {
  Registry& registry;
  const TextsHeld* texts = nullptr;
  Site site{*registry, shipped(), assets(), {nullptr, texts}};
  SchemaCheck described{document()};

  Response ask(const std::string& target) { return get(site, target); }
  template <class F>
  auto read(F&& ask_world) {
    return registry->read([&](const World& world, const std::vector<Instant>&) { return ask_world(world); });
  }
  const Route* route_of(const std::string& path) {
    const auto address = *parse_address(path);
    return read([&](const World& world) -> const Route* {
      for (const auto& route : routes())
        if (match(route.pattern, address, world)) return &route;
      return nullptr;
    });
  }
  const Json& answer(const Route& route, const std::string& suffix, const char* status) const {
    const auto& paths = described.at("#/paths");
    const auto& operation = *member(*member(paths, openapi_path(route.pattern, suffix)), "get");
    return *member(*member(operation, "responses"), status);
  }
};

// The shipped data, and a report of it that is frozen, so that it has a version.
Described& real() {
  static const auto loaded = with_shipped_data();
  static Described made = [] {
    const auto report = (*loaded)->read([](const World& world, const std::vector<Instant>& instants) {
      return *example("/{body}/reports/{period}", world, static_cast<std::int64_t>(instants.size()));
    });
    const auto body = report.substr(1, report.find('/', 1) - 1), cycle = report.substr(report.rfind('/') + 1);
    const ReportFrozen frozen{{body}, cycle, ReportKind::procedural, Basis::actual, {}};
    check(loaded->enter({{frozen, confirmed("A/78/265", {})}}).refused.empty(), "a report is not frozen");
    return Described{*loaded};
  }();
  return made;
}

// "/oewg-ict/documents?kind=letter" with a face: "/es/oewg-ict/documents.json?kind=letter".
std::string target(const std::string& path, std::string_view suffix, std::string_view language = "es") {
  const auto query = std::min(path.find('?'), path.size());
  const auto plain = path.substr(0, query);
  return "/" + std::string(language) + (plain == "/" ? "" : plain) + std::string(suffix) + path.substr(query);
}

void gather_links(const Json& json, std::deque<std::string>& out) {
  if (const auto* items = list(json))
    for (const auto& item : *items) gather_links(item, out);
  if (const auto* members = object(json))
    for (const auto& [name, value] : *members) {
      if (const auto* said = name == "href" ? text(value) : nullptr) out.push_back(said->substr(0, said->find('#')));
      gather_links(value, out);
    }
}

// Whatever can be reached from the examples, a few of each route.
const std::vector<std::string>& walked() {
  static const std::vector<std::string> all = [] {
    std::deque<std::string> ahead;
    real().read([&](const World& world) {
      for (const auto& route : routes())
        if (const auto one = example(route.pattern, world, real().registry->size())) ahead.push_back(*one);
      return 0;
    });
    std::set<std::string> seen;
    std::map<std::string_view, int> of_route;
    std::vector<std::string> out;
    for (; !ahead.empty(); ahead.pop_front()) {
      const auto path = ahead.front();
      if (!seen.insert(path).second) continue;
      const auto* route = real().route_of(path);
      EXPECT_NE(route, nullptr) << path;
      if (!route || ++of_route[route->pattern] > pages_of_each_route) continue;
      out.push_back(path);
      if (const auto json = parse_json(real().ask(target(path, ".json")).body)) gather_links(*json, ahead);
    }
    return out;
  }();
  return all;
}

TEST(OpenapiTrue, every_route_is_walked) {
  std::set<std::string_view> patterns;
  for (const auto& path : walked()) patterns.insert(real().route_of(path)->pattern);
  for (const auto& route : routes()) EXPECT_TRUE(patterns.contains(route.pattern)) << route.pattern;
}

TEST(OpenapiTrue, every_twin_is_as_described) {
  for (const auto& path : walked()) {
    const auto& route = *real().route_of(path);
    const auto response = real().ask(target(path, ".json"));
    ASSERT_EQ(response.status, 200) << path;
    EXPECT_EQ(response.content_type, "application/json");
    const auto json = parse_json(response.body);
    ASSERT_TRUE(json) << path << " " << json.refusal().code;
    const auto& content = *member(real().answer(route, ".json", "200"), "content");
    EXPECT_EQ(real().described.wrong(*json, *member(*member(content, "application/json"), "schema")), "") << path;
    const auto own = "#/components/schemas/" + std::string(route.name);
    EXPECT_EQ(real().described.wrong(*json, real().described.at(own)), "") << path;
  }
}

TEST(OpenapiTrue, the_twin_of_a_text_is_as_described_and_the_same_under_every_language) {
  Registry registry;
  import_texts(registry, std::filesystem::path(COMITY_ROOT) / "tests/texts/documents");
  const TextShelf shelf(registry.blobs());
  Described described{registry, &shelf};
  const auto bytes = described.ask("/en/A/AC.999/2026/1.json").body;
  const auto json = parse_json(bytes);
  ASSERT_TRUE(json);
  EXPECT_EQ(object(*member(*json, "reading"))->size(), languages.size());
  EXPECT_EQ(described.described.wrong(*json, described.described.at("#/components/schemas/document")), "");
  for (const auto language : languages)
    EXPECT_EQ(described.ask("/" + std::string(code_of(language)) + "/A/AC.999/2026/1.json").body, bytes);
}

TEST(OpenapiTrue, a_twin_is_the_same_under_every_language) {
  std::set<std::string_view> asked;
  for (const auto& path : walked()) {
    if (!asked.insert(real().route_of(path)->pattern).second) continue;
    const auto spanish = real().ask(target(path, ".json")).body;
    for (const auto language : languages)
      EXPECT_EQ(real().ask(target(path, ".json", code_of(language))).body, spanish) << path;
  }
}

bool described_type(const Route& route, const std::string& suffix, const Response& response) {
  const auto& content = *object(*member(real().answer(route, suffix, "200"), "content"));
  return response.content_type.starts_with(content.begin()->first);
}

TEST(OpenapiTrue, tables_feeds_and_calendars_are_served_where_described_and_only_there) {
  std::set<std::string_view> asked;
  for (const auto& path : walked()) {
    const auto& route = *real().route_of(path);
    if (!asked.insert(route.pattern).second) continue;
    const auto has = [&](std::string_view suffix) {
      if (suffix == ".csv") return !route.faces.csv.empty();
      if (suffix == ".ics") return route.faces.calendar;
      return suffix == ".atom" ? !route.faces.feed.empty() : route.faces.document;
    };
    for (const std::string suffix : {".csv", ".atom", ".ics", ".bib", ".ris", ".csl"}) {
      const auto response = real().ask(target(path, suffix, "ar"));
      EXPECT_EQ(response.status, has(suffix) ? 200 : 404) << path << suffix;
      if (has(suffix)) {
        EXPECT_TRUE(described_type(route, suffix, response)) << path << suffix;
      }
    }
  }
}

TEST(OpenapiTrue, calendars_of_the_real_record_can_be_read_back) {
  for (const auto& path : walked()) {
    if (!real().route_of(path)->faces.calendar) continue;
    for (const std::string_view language : {"ar", "zh", "en"}) {
      const auto bytes = real().ask(target(path, ".ics", language)).body;
      const std::unique_ptr<icalcomponent, void (*)(icalcomponent*)> read(icalparser_parse_string(bytes.c_str()),
                                                                          icalcomponent_free);
      ASSERT_NE(read, nullptr) << path;
      icalrestriction_check(read.get());
      EXPECT_EQ(icalcomponent_count_errors(read.get()), 0) << path << "\n" << bytes;
    }
  }
}

TEST(OpenapiTrue, refusals_are_as_described) {
  const std::vector<std::pair<std::string, const char*>> asked{{"/es/today.json?as-of=never", "400"},
                                                               {"/es/today.json?on=2023-13-01", "400"},
                                                               {"/es/today.json?as-of=99999999", "404"},
                                                               {"/es/no-such-thing.json", "404"},
                                                               {"/es/A/77/99999.json", "404"}};
  for (const auto& [address, status] : asked) {
    const auto response = real().ask(address);
    EXPECT_EQ(std::to_string(response.status), status) << address;
    EXPECT_EQ(response.content_type, "application/json") << address;
    const auto json = parse_json(response.body);
    ASSERT_TRUE(json) << response.body;
    EXPECT_EQ(real().described.wrong(*json, real().described.at("#/components/schemas/refusal")), "") << response.body;
  }
}

TEST(OpenapiTrue, an_empty_record_answers_in_every_face) {
  Registry nothing;
  Described empty{nothing};
  for (const auto& route : routes()) {
    if (route.pattern.find('{') != std::string_view::npos) continue;
    const std::string path(route.pattern);
    const auto json = parse_json(empty.ask(target(path, ".json")).body);
    ASSERT_TRUE(json) << path;
    const auto own = "#/components/schemas/" + std::string(route.name);
    EXPECT_EQ(empty.described.wrong(*json, empty.described.at(own)), "") << path;
    if (!route.faces.csv.empty()) {
      EXPECT_EQ(empty.ask(target(path, ".csv")).status, 200) << path;
    }
    if (!route.faces.feed.empty()) {
      EXPECT_EQ(empty.ask(target(path, ".atom")).status, 200) << path;
    }
    if (route.faces.calendar) {
      EXPECT_EQ(empty.ask(target(path, ".ics")).status, 200) << path;
    }
  }
}

}  // namespace
}  // namespace comity
