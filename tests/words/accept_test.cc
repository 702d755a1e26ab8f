#include "words/accept.h"

#include <gtest/gtest.h>

#include <vector>

namespace comity {
namespace {

TEST(Accept, TheHeaviestOfTheSixLanguagesWins) {
  struct Row {
    std::string_view header;
    Language expected;
  };
  const std::vector<Row> rows{{"fr", Language::fr},
                              {"es-MX,es;q=0.9,en;q=0.8", Language::es},
                              {"zh-Hans", Language::zh},
                              {"zh-Hant-TW, en;q=0.5", Language::zh},
                              {"ZH-cn", Language::zh},
                              {"en;q=0.1, ru;q=0.2", Language::ru},
                              {"de, ar;q=0.3, en;q=0.2", Language::ar},
                              {"ru;q=0.5, fr;q=0.5", Language::ru},
                              {"fr ; q=0.5 , es ; Q=0.7", Language::es},
                              {"en;q=0, *", Language::ar},
                              {"*;q=0.4, ar;q=0.1", Language::en},
                              {"*", Language::en},
                              {"fr;q=0.000, ru;q=0.001", Language::ru},
                              {"fr;q=1.000", Language::fr},
                              {"es-419", Language::es}};
  for (const auto& row : rows) EXPECT_EQ(negotiate(row.header), row.expected) << row.header;
}

TEST(Accept, WhereNothingFitsItIsEnglish) {
  for (const auto* header : {"", "de", "de, it;q=0.5", ",,,", "fr;q=0", "frr", "fr;q=2", "fr;q=0.1234", "fr;q=x",
                             "fr;q=", "fr;level=1", ";q=1", "*;q=0", "french", "\xff\xfe", "fr;q=1.5"})
    EXPECT_EQ(negotiate(header), Language::en) << header;
}

TEST(Accept, AMalformedMemberDoesNotSpoilTheOthers) {
  EXPECT_EQ(negotiate("fr;q=nonsense, ru"), Language::ru);
  EXPECT_EQ(negotiate(";;;,es;q=0.2"), Language::es);
}

}  // namespace
}  // namespace comity
