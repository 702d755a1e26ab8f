// What the shells are told to offer.
#include "said.h"

namespace comity {
namespace {

using testing::HasSubstr;

TEST(Completions, NameEveryCommandAndEveryOptionInEachShell) {
  for (const std::string shell : {"bash", "zsh", "fish"}) {
    const auto ran = comity_says({"completions", shell});
    EXPECT_EQ(ran.exit, 0);
    int options = 0;
    for (const auto& command : all_commands()) {
      EXPECT_THAT(ran.out, HasSubstr(command.name));
      for (const auto& option : command.options)
        if (option.name.starts_with("--")) {
          EXPECT_THAT(ran.out, HasSubstr(shell == "fish" ? "-l " + option.name.substr(2) : option.name));
          ++options;
        }
    }
    EXPECT_GT(options, 20);
  }
}

TEST(Completions, OfAnotherShellAreRefused) {
  const auto ran = comity_says({"completions", "csh"});
  EXPECT_EQ(ran.exit, Exit::refused);
  EXPECT_THAT(ran.err, HasSubstr("csh"));
}

}  // namespace
}  // namespace comity
