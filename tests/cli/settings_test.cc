// The settings of `comity serve`: file, command line, defaults; and what cannot be one.
#include "cli/settings.h"

#include <fstream>
#include <set>

#include "said.h"
#include "support/registry.h"

namespace comity {
namespace {

using testing::HasSubstr;

ServeSettings read(std::string_view text) {
  ServeSettings settings;
  const auto verdict = read_settings(text, settings);
  EXPECT_TRUE(verdict) << text << (verdict ? "" : verdict.refusal().code);
  return settings;
}

Refusal refused(std::string_view text) {
  ServeSettings settings;
  const auto verdict = read_settings(text, settings);
  EXPECT_FALSE(verdict) << text;
  return verdict ? Refusal{} : verdict.refusal();
}

TEST(Settings, the_file_that_is_printed_says_the_defaults) {
  const auto file = default_settings_file();
  EXPECT_EQ(read(file), ServeSettings{});
  auto spoken = file;
  std::size_t found = 0;
  for (const auto& setting : settings()) {
    const auto at = spoken.find("\n#" + std::string(setting.name) + " =");
    ASSERT_NE(at, std::string::npos) << setting.name;
    spoken.erase(at + 1, 1);
    ++found;
  }
  EXPECT_EQ(found, settings().size());
  EXPECT_EQ(read(spoken), ServeSettings{}) << "with every comment sign before a setting taken away";
}

TEST(Settings, each_is_explained_once_and_within_its_own_range) {
  std::set<std::string_view> names;
  for (const auto& setting : settings()) {
    EXPECT_TRUE(names.insert(setting.name).second) << setting.name;
    EXPECT_TRUE(setting.meaning.ends_with(".")) << setting.name;
    ServeSettings into;
    EXPECT_TRUE(put_setting(into, setting.name, printed(ServeSettings{}, setting))) << setting.name;
    EXPECT_EQ(into, ServeSettings{}) << setting.name;
  }
}

TEST(Settings, a_file_is_read_line_by_line) {
  const auto settings = read(
      "# a comment\n\n  port=9090\r\n\tlog =  requests  \ndata = /var/lib/a folder = b#c\n#port = 1\n"
      "trusted-proxy = 127.0.0.1 ::1\npublic-address = https://record.example\nwitnesses =\nscrub-hours = 0");
  EXPECT_EQ(settings.port, 9090);
  EXPECT_EQ(settings.log, "requests");
  EXPECT_EQ(settings.data, "/var/lib/a folder = b#c");
  EXPECT_EQ(words_in(settings.trusted_proxy), (std::vector<std::string>{"127.0.0.1", "::1"}));
  EXPECT_EQ(settings.public_address, "https://record.example");
  EXPECT_EQ(settings.scrub_hours, 0);
}

TEST(Settings, what_cannot_be_one_is_refused_with_its_line_and_name) {
  const std::vector<std::pair<std::string, std::string>> wrong{
      {"prot = 1", "setting-unknown"},
      {"Port = 1", "setting-unknown"},
      {"port", "setting-line"},
      {"= 1", "setting-line"},
      {"po rt = 1", "setting-line"},
      {std::string("data = a\0b", 10), "setting-line"},
      {"data = a\x1b[2J", "setting-line"},
      {"[serve]", "setting-line"},
      {"port = 65536", "setting-number"},
      {"port = -1", "setting-number"},
      {"port = +1", "setting-number"},
      {"port = 0x10", "setting-number"},
      {"port = 8080 # the usual", "setting-number"},
      {"port =", "setting-number"},
      {"port = 99999999999999999999", "setting-number"},
      {"connections = 15", "setting-number"},
      {"disk-alarm-percent = 101", "setting-number"},
      {"data =", "setting-text"},
      {"host = example.org", "setting-address"},
      {"host = 300.0.0.1", "setting-address"},
      {"trusted-proxy = 127.0.0.1, ::1", "setting-addresses"},
      {"public-address = record.example", "setting-origin"},
      {"public-address = https://", "setting-origin"},
      {"public-address = https://record.example/en", "setting-origin"},
      {"log = all", "setting-telling"},
      {"confine = maybe", "setting-yes-no"}};
  for (const auto& [line, code] : wrong) {
    const auto why = refused("# first\n\n" + line + "\n");
    EXPECT_EQ(why.code, code) << line;
    EXPECT_EQ(why.values.at("line"), "3") << line;
    EXPECT_TRUE(code == "setting-line" || line.starts_with(why.values.at("key"))) << line;
  }
  const auto twice = refused("port = 1\nhost = ::1\nport = 1\n");
  EXPECT_EQ(twice.code, "setting-twice");
  EXPECT_EQ(twice.values.at("line"), "3");
}

struct SettingsFile : testing::Test {
  TestFolder folder{};
  std::string file = (folder.path() / "comity.conf").string();
  std::string data = (folder.path() / "none").string();

  Ran serve(const std::string& text, std::vector<std::string> more = {}, const std::string& language = "en") {
    std::ofstream(file) << text;
    std::vector<std::string> arguments{"serve", "--config", file};
    arguments.insert(arguments.end(), more.begin(), more.end());
    return comity_says(arguments, language);
  }
};

TEST_F(SettingsFile, NamesFileLineAndKeyInSixLanguages) {
  std::set<std::string> said;
  for (const auto language : languages) {
    const auto ran = serve("\nport = 70000\n", {}, std::string(code_of(language)));
    EXPECT_EQ(ran.exit, Exit::refused);
    EXPECT_THAT(ran.err, testing::StartsWith(file + ":2: "));
    EXPECT_THAT(ran.err, HasSubstr("port"));
    EXPECT_THAT(ran.err, HasSubstr("70000"));
    said.insert(ran.err);
  }
  EXPECT_EQ(said.size(), 6U);
}

TEST_F(SettingsFile, StandsBelowTheCommandLine) {
  const auto by_file = serve("data = " + data + "\n");
  EXPECT_EQ(by_file.exit, Exit::refused);
  EXPECT_THAT(by_file.err, HasSubstr(data));
  const auto by_line = serve("data = " + data + "\n", {"--data", data + "-other"});
  EXPECT_EQ(by_line.exit, Exit::refused);
  EXPECT_THAT(by_line.err, HasSubstr(data + "-other"));
}

TEST_F(SettingsFile, AndTheCommandLineAreJudgedAlike) {
  const auto ran = serve("", {"--port", "70000"});
  EXPECT_EQ(ran.exit, Exit::refused);
  EXPECT_THAT(ran.err, HasSubstr("--port"));
  EXPECT_EQ(comity_says({"serve", "--config", data}).exit, Exit::refused);
  const auto witnesses = serve("data = " + data + "\nwitnesses = " + data + "\n");
  EXPECT_THAT(witnesses.err, testing::StartsWith(data + ": "));
}

TEST(Settings, are_printed_by_a_command) {
  const auto ran = comity_says({"settings"});
  EXPECT_EQ(ran.exit, 0);
  EXPECT_EQ(ran.out, default_settings_file());
}

}  // namespace
}  // namespace comity
