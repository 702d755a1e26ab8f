// Golden pages: one page of every route in six languages, its twin, and its other faces, from a small record of real
// facts (tests/golden/record). `./test --accept` writes them anew; the difference is reviewed like code.
#include <gtest/gtest.h>

#include <fstream>
#include <regex>

#include "cli/loaded.h"
#include "tables.h"

namespace comity {
namespace {

namespace fs = std::filesystem;

const fs::path goldens = fs::path(COMITY_ROOT) / "tests/golden";

struct GoldenPages : testing::Test {
  Registry registry{"2026-11-20T12:00:00Z"};
  Site site{(load(registry, goldens / "record"), *registry), shipped(), assets()};

  // One address of every route, "/states/chn", and the name of its golden files.
  std::map<std::string, std::string> examples() {
    return registry->read([](const World& world, const std::vector<Instant>& instants) {
      std::map<std::string, std::string> out;
      for (const auto& route : routes())
        if (const auto path = example(route.pattern, world, static_cast<std::int64_t>(instants.size())))
          out.emplace(std::string(route.name) + (route.pattern.starts_with("/{body}") ? "-of-body" : ""),
                      escaped_path(*path));
      return out;
    });
  }
};

// What a page says of its own proof changes with every entry: masked, so that a difference is one of the page itself.
std::string masked(std::string text) {
  static const std::vector<std::pair<std::regex, std::string>> masks{
      {std::regex("[0-9a-f]{16,}"), "HASH"},
      {std::regex("[A-Za-z0-9+/]{40,}=*"), "BASE64"},
      {std::regex("(/record/)[0-9]+"), "$1N"},
      {std::regex("(<a href=\"[^\"]*/record/N[^\"]*\">)[^<]*</a>"), "$1ENTRY</a>"},
      {std::regex("(\"(?:entry|number|size|entries)\":)[0-9]+"), "$1N"},
      {std::regex("(\"entries\":\\[)[0-9,\\s]+"), "$1N"},
  };
  for (const auto& [pattern, mask] : masks) text = std::regex_replace(text, pattern, mask);
  return text;
}

// The part of a page that is its own; the frame around it is the same on every page, and kept whole once.
std::string own_part(const std::string& page) {
  const auto from = page.find("<main");
  const auto to = page.find("</main>");
  return from == page.npos || to == page.npos ? page : page.substr(from, to + 7 - from);
}

std::string without_empty_lines(const std::string& text) {
  std::string out;
  std::istringstream in(text);
  for (std::string line; std::getline(in, line);)
    if (line.find_first_not_of(" \r") != line.npos) out += line + "\n";
  return out;
}

std::string kept(const fs::path& file) {
  std::ostringstream out;
  out << std::ifstream(file, std::ios::binary).rdbuf();
  return out.str();
}

// Compares line by line, so that a failure names the first line that differs.
void compare(const std::string& name, const std::string& answer) {
  const auto file = goldens / "pages" / name;
  const auto now = without_empty_lines(masked(answer));
  if (std::getenv("COMITY_ACCEPT")) std::ofstream(file, std::ios::binary) << now;
  std::istringstream golden(kept(file));
  std::istringstream said(now);
  int line = 1;
  for (std::string one, other;; ++line) {
    const bool more = bool(std::getline(golden, one));
    const bool there = bool(std::getline(said, other));
    if (!more && !there) return;
    ASSERT_TRUE(more == there && one == other) << name << ":" << line << "\n- " << one << "\n+ " << other;
  }
}

TEST_F(GoldenPages, say_what_was_accepted_in_six_languages) {
  std::size_t compared = 0;
  for (const auto& [name, path] : examples()) {
    for (const auto language : languages) {
      const std::string code(code_of(language));
      const auto page = get(site, "/" + code + path);
      ASSERT_EQ(page.status, 200) << code << path;
      compare(name + "-" + code + ".html", name == "about" ? page.body : own_part(page.body));
      ++compared;
    }
    compare(name + ".json", std::regex_replace(get(site, "/en" + path + ".json").body, std::regex("([,{])"), "$1\n"));
  }
  EXPECT_GE(compared, 6U * 20U);
}

TEST_F(GoldenPages, have_other_faces_as_accepted) {
  std::size_t compared = 0;
  for (const auto& [name, path] : examples())
    for (const char* face : {".csv", ".atom", ".ics"})
      for (const char* language : {"ar", "en"}) {
        const auto answer = get(site, "/" + std::string(language) + path + face);
        if (answer.status != 200) continue;
        compare(name + "-" + language + face, answer.body);
        ++compared;
      }
  EXPECT_GE(compared, 10U);
}

// A document with its text, in six languages; cited and citing: what the texts lead to is known in part.
TEST(GoldenTexts, say_what_was_accepted_in_six_languages) {
  Registry registry{"2026-11-20T12:00:00Z"};
  registry.enter({{a_document("A/77/275"), confirmed()}, {a_document("A/RES/75/240"), confirmed()}});
  import_texts(registry, fs::path(COMITY_ROOT) / "tests/texts/documents");
  const TextShelf shelf(registry.blobs());
  Site site{*registry, shipped(), assets(), {nullptr, &shelf}};
  for (const auto language : languages) {
    const std::string code(code_of(language));
    const auto page = get(site, "/" + code + "/A/AC.999/2026/1");
    ASSERT_EQ(page.status, 200) << code;
    compare("text-" + code + ".html", own_part(page.body));
  }
  const auto twin = get(site, "/en/A/AC.999/2026/1.json").body;
  compare("text.json", std::regex_replace(twin, std::regex("([,{])"), "$1\n"));
  compare("text-cited.json", std::regex_replace(get(site, "/en/A/77/275.json").body, std::regex("([,{])"), "$1\n"));
}

// How its six versions stand: held, on their way, overdue, issued elsewhere, never to come, unknown; and in the list.
TEST(GoldenVersions, say_what_was_accepted_in_six_languages) {
  Registry registry{"2026-11-20T12:00:00Z"};
  auto document = a_document("A/AC.999/2026/1");
  document.original = Language::en;
  registry.enter({{document, confirmed()}});
  const auto said = [&](Language language, VersionStage stage, const char* expected = "") {
    VersionReported act;
    act.document = document.id;
    act.language = language;
    act.stage = stage;
    if (*expected) act.expected = parse_date(expected);
    if (stage == VersionStage::not_to_be_issued) act.reason = in_six("Reason");
    check(registry.enter({{act, confirmed().on("2026-11-02")}}).refused.empty(), "a status refused");
  };
  said(Language::ar, VersionStage::in_translation, "2026-11-27");
  said(Language::zh, VersionStage::awaited, "2026-11-13");
  said(Language::fr, VersionStage::issued);
  said(Language::ru, VersionStage::not_to_be_issued);
  const TestFolder folder;
  fs::copy(fs::path(COMITY_ROOT) / "tests/texts/documents/A_AC.999_2026_1-EN.txt", folder.path());
  import_texts(registry, folder.path());
  const TextShelf shelf(registry.blobs());
  Site site{*registry, shipped(), assets(), {nullptr, &shelf}};
  for (const auto language : languages) {
    const std::string code(code_of(language));
    compare("versions-" + code + ".html", own_part(get(site, "/" + code + "/A/AC.999/2026/1").body));
  }
  const auto twin = get(site, "/en/A/AC.999/2026/1.json").body;
  compare("versions.json", std::regex_replace(twin, std::regex("([,{])"), "$1\n"));
  compare("versions-en.csv", get(site, "/en/documents.csv").body);
}

// Quotations and tables: as they are read, what changed in them, and two languages beside each other.
TEST(GoldenTables, say_what_was_accepted) {
  TablesEntered tables;
  for (const std::string code : {"ar", "en"}) {
    compare("table-" + code + ".html", own_part(tables.body("/" + code + "/A/AC.999/2026/8")));
    compare("table-changed-" + code + ".html",
            own_part(tables.body("/" + code + "/compare?before=A/AC.999/2026/8&after=A/AC.999/2026/9")));
    compare("table-beside-" + code + ".html", own_part(tables.body("/" + code +
                                                                   "/compare?before=A/AC.999/2026/8&before-language=en"
                                                                   "&after=A/AC.999/2026/8&after-language=ar")));
  }
  const auto twin = tables.body("/en/A/AC.999/2026/8.json");
  compare("table.json", std::regex_replace(twin, std::regex("([,{])"), "$1\n"));
}

// A golden file that no page is compared with any more would lie in the tree for ever.
TEST_F(GoldenPages, are_of_pages_that_exist) {
  auto known = examples();
  for (const char* text : {"text", "text-cited", "table", "table-changed", "table-beside", "versions"})
    known.emplace(text, "");
  for (const auto& entry : fs::directory_iterator(goldens / "pages")) {
    const auto file = entry.path().stem().string();
    const bool page = known.contains(file) || (file.size() > 3 && known.contains(file.substr(0, file.size() - 3)));
    EXPECT_TRUE(page) << entry.path();
  }
}

}  // namespace
}  // namespace comity
