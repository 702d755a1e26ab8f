#include "web/feed.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <array>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <fstream>

#include "views/record_pages.h"
#include "words/words_under_test.h"

namespace comity {
namespace {

using testing::HasSubstr;
using testing::Not;

Instant instant_of(std::int64_t entry) { return {(1'795'000'000 + entry) * 1'000'000}; }

struct Documents {
  std::vector<DocumentRow> documents{};
  template <class Self, class Visit>
  static void fields(Self& view, Visit&& visit) {
    visit("documents", view.documents);
  }
};

DocumentRow document(std::string symbol, Texts titles, std::int64_t entry) {
  DocumentRow row;
  row.symbol = {symbol};
  row.href = {"/" + symbol};
  row.titles = std::move(titles);
  row.date = Date{2023, 8, 1};
  row.mark.mark = MarkKind::confirmed;
  row.mark.entry = entry;
  return row;
}

Texts official(Language language, std::string text) { return {{{language, std::move(text)}}, {}}; }

template <class V>
std::string feed_of(Language language, const V& view, std::string list, std::string target,
                    std::string origin = "comity.invalid/0123456789abcdef") {
  const Voice voice{shipped().in(language)};
  const Made made{"Documents & decisions", faced(voice, view), twin(view), {}, {}};
  return feed({voice, made, std::move(list), std::move(origin), std::move(target), at});
}

// What libxml2 says of it; where xmllint is not installed, nothing is asked.
bool well_formed(const std::string& xml) {
  if (std::system("command -v xmllint >/dev/null 2>&1") != 0) return true;
  const auto path = std::filesystem::temp_directory_path() / ("comity-feed-" + std::to_string(::getpid()) + ".xml");
  std::ofstream(path) << xml;
  const int told = std::system(("xmllint --noout --nonet " + path.string()).c_str());
  std::filesystem::remove(path);
  return told == 0;
}

TEST(Feed, tells_each_row_with_the_instant_at_which_the_record_took_it_in) {
  const Documents view{
      {document("A/77/275", official(Language::en, "Report <2022> & \"annex\""), 7), document("A/78/265", {}, 9)}};
  const auto xml = feed_of(Language::en, view, "documents", "/en/oewg-ict/documents.atom");
  EXPECT_TRUE(well_formed(xml)) << xml;
  EXPECT_THAT(xml, HasSubstr("<feed xmlns=\"http://www.w3.org/2005/Atom\" xml:lang=\"en\">"));
  EXPECT_THAT(xml, HasSubstr("<title>Documents &amp; decisions</title>"));
  EXPECT_THAT(xml, HasSubstr("<title>Report &lt;2022&gt; &amp; &quot;annex&quot;</title>"));
  EXPECT_THAT(xml, HasSubstr("<title>A/78/265</title>"));
  EXPECT_THAT(xml, HasSubstr("<updated>" + print(instant_of(7)) + "</updated>"));
  EXPECT_THAT(xml, HasSubstr("<id>tag:comity.invalid,2026:0123456789abcdef/A/77/275</id>"));
  EXPECT_THAT(xml, HasSubstr("<link rel=\"alternate\" type=\"text/html\" hreflang=\"en\" href=\"/en/A/77/275\"/>"));
  const auto head = xml.substr(0, xml.find("<entry>"));
  EXPECT_THAT(head, HasSubstr("<updated>" + print(instant_of(9)) + "</updated>"));
  EXPECT_THAT(head, HasSubstr("<author><name>"));
}

TEST(Feed, names_itself_its_page_and_its_other_languages) {
  const auto xml = feed_of(Language::ar, Documents{}, "documents", "/ar/documents.atom?as-of=12&kind=report");
  EXPECT_TRUE(well_formed(xml)) << xml;
  EXPECT_THAT(xml, HasSubstr("<link rel=\"self\" type=\"application/atom+xml\" hreflang=\"ar\" "
                             "href=\"/ar/documents.atom?as-of=12&amp;kind=report\"/>"));
  EXPECT_THAT(xml, HasSubstr("<link rel=\"alternate\" type=\"text/html\" hreflang=\"ar\" "
                             "href=\"/ar/documents?as-of=12&amp;kind=report\"/>"));
  EXPECT_THAT(xml, HasSubstr("hreflang=\"zh\" href=\"/zh/documents.atom?as-of=12&amp;kind=report\"/>"));
}

TEST(Feed, ids_are_the_same_in_every_language) {
  const Documents view{{document("A/RES/43/78 H", official(Language::en, "Resolution"), 3)}};
  const auto ids = [&view](Language language) {
    const auto xml =
        feed_of(language, view, "documents", "/" + std::string(code_of(language)) + "/oewg-ict/documents.atom");
    EXPECT_TRUE(well_formed(xml)) << xml;
    std::string out;
    for (auto from = xml.find("<id>"); from != std::string::npos; from = xml.find("<id>", from + 1))
      out += xml.substr(from, xml.find("</id>", from) - from) + "\n";
    return out;
  };
  EXPECT_THAT(ids(Language::en), HasSubstr("A/RES/43/78%20H"));
  for (const auto language : languages) EXPECT_EQ(ids(language), ids(Language::en));
}

TEST(Feed, a_text_in_another_language_says_which_and_a_working_translation_says_so) {
  const auto fallback = feed_of(Language::ar, Documents{{document("A/1", official(Language::es, "Informe"), 1)}},
                                "documents", "/ar/documents.atom");
  EXPECT_THAT(fallback, HasSubstr("<title xml:lang=\"es\">Informe</title>"));
  const Texts working{{}, {{Language::ar, "تقرير الفريق"}}};
  const auto own = feed_of(Language::ar, Documents{{document("A/1", working, 1)}}, "documents", "/ar/documents.atom");
  EXPECT_TRUE(well_formed(own)) << own;
  EXPECT_THAT(own, HasSubstr("<title>تقرير الفريق</title>"));
  EXPECT_THAT(own, HasSubstr(shipped().say(Language::ar, "translation.working")));
}

TEST(Feed, entries_of_the_record_carry_their_own_instant) {
  RecordPage view;
  view.entries.push_back({12, {"/record/12"}, instant_of(99), {"kind.decision-taken", {}}, {}, "oewg-ict/report", {}});
  const auto xml = feed_of(Language::fr, view, "entries", "/fr/record.atom");
  EXPECT_TRUE(well_formed(xml)) << xml;
  EXPECT_THAT(xml, HasSubstr("0123456789abcdef/record/12</id>"));
  EXPECT_THAT(xml, HasSubstr("<updated>" + print(instant_of(99)) + "</updated>"));
  EXPECT_THAT(xml, HasSubstr(shipped().say(Language::fr, "kind.decision-taken")));
}

TEST(Feed, an_empty_list_has_never_been_updated) {
  const auto xml = feed_of(Language::zh, Documents{}, "documents", "/zh.atom");
  EXPECT_TRUE(well_formed(xml)) << xml;
  EXPECT_THAT(xml, HasSubstr("<updated>1970-01-01T00:00:00.000000Z</updated>"));
  EXPECT_THAT(xml, HasSubstr("href=\"/zh\"/>"));
  EXPECT_THAT(xml, Not(HasSubstr("<entry>")));
}

TEST(Feed, characters_that_no_xml_may_hold_are_replaced) {
  const Documents view{{document("A/1", official(Language::en, "bell\x07 and \xEF\xBF\xBE end"), 1)}};
  const auto xml = feed_of(Language::en, view, "documents", "/en/documents.atom");
  EXPECT_TRUE(well_formed(xml)) << xml;
  EXPECT_THAT(xml, HasSubstr("<title>bell\xEF\xBF\xBD and \xEF\xBF\xBD end</title>"));
}

TEST(TagUri, stands_behind_the_host_of_the_origin_if_it_has_one) {
  EXPECT_EQ(tag_uri("log.example.org/oewg", "oewg-ict/s4"), "tag:log.example.org,2026:oewg/oewg-ict/s4");
  EXPECT_EQ(tag_uri("log.example.org", "A/77/275"), "tag:log.example.org,2026:A/77/275");
  EXPECT_EQ(tag_uri("My_Log", "x"), "tag:comity.invalid,2026:My_Log/x");
  EXPECT_EQ(tag_uri("", "x"), "tag:comity.invalid,2026:x");
}

}  // namespace
}  // namespace comity
