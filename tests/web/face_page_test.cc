// What the faces of a page say beyond the words of its view: addresses that keep the language and the moment.
#include "web/face_page.h"

#include <gtest/gtest.h>

namespace comity {
namespace {

struct Addresses : testing::Test {
  const Catalogue catalogue = *Catalogue::from_folder(std::string(COMITY_ROOT) + "/words");
  Voice voice{catalogue.in(Language::es)};
};

TEST_F(Addresses, HaveTheLanguageOfThePageOrTheirOwn) {
  EXPECT_EQ(address(voice, Href{"/A/77/275", {}}), "/es/A/77/275");
  EXPECT_EQ(address(voice, Href{"/A/77/275", Language::ar}), "/ar/A/77/275");
}

TEST_F(Addresses, KeepTheMomentInWhateverLanguageTheyLead) {
  voice.carried = "as-of=12&on=2022-07-29";
  EXPECT_EQ(address(voice, Href{"/A/77/275", {}}), "/es/A/77/275?as-of=12&on=2022-07-29");
  EXPECT_EQ(address(voice, Href{"/A/77/275", Language::ar}), "/ar/A/77/275?as-of=12&on=2022-07-29");
  EXPECT_EQ(address(voice, Href{"/A/77/275#p16", Language::fr}), "/fr/A/77/275?as-of=12&on=2022-07-29#p16");
  EXPECT_EQ(address(voice, Href{"/search?of=A/77/275", Language::ru}), "/ru/search?of=A/77/275&as-of=12&on=2022-07-29");
}

}  // namespace
}  // namespace comity
