// Documents for print at their addresses. The press is a function that marks what it is given: what is judged here is
// the site's part, and LibreOffice is tests/office's.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <future>

#include "cli/loaded.h"
#include "texts/file_name.h"

namespace comity {
namespace {

using testing::HasSubstr;
using testing::Not;

const std::string printed_document = "/A/AC.999/2026/1";

struct ForPrint : testing::Test {
  Registry registry{"2026-11-20T12:00:00Z"};
  TextShelf shelf{registry.blobs()};
  int made = 0;
  Press press{
      [this](const auto& flat_odt, const auto& format) { return mark(flat_odt, format); }, [] { return true; }, {}};
  Site site{*registry, shipped(), assets(), {nullptr, &shelf, nullptr, &press}};

  ForPrint() { import_texts(registry, std::filesystem::path(COMITY_ROOT) / "tests/texts/documents"); }

  Result<std::string> mark(const std::string& flat_odt, const std::string& format) {
    ++made;
    return format + ":" + flat_odt;
  }
  // As a server asks: what comes later is waited for.
  Response asked(const std::string& target, bool head = false, const std::string& held = {}) {
    Request request;
    request.target = target;
    request.address = *parse_address(target);
    request.head = head;
    if (!held.empty()) request.headers["if-none-match"] = held;
    auto response = site.answer(request);
    if (!response.later) return response;
    std::promise<Response::Finish> promise;
    response.later([&](Response::Finish finish) { promise.set_value(std::move(finish)); });
    return promise.get_future().get()();
  }
};

std::string disposition_of(const Response& response) {
  for (const auto& [name, value] : response.headers)
    if (name == "Content-Disposition") return value;
  return "";
}

TEST_F(ForPrint, IsMadeOfTheFlatOdtOfTheSameAddress) {
  for (const auto language : languages) {
    const auto page = "/" + std::string(code_of(language)) + printed_document;
    const auto flat = asked(page + ".fodt");
    ASSERT_EQ(flat.status, 200);
    EXPECT_EQ(asked(page + ".pdf").body, "pdf:" + flat.body);
    EXPECT_EQ(asked(page + ".docx").body, "docx:" + flat.body);
    EXPECT_EQ(asked(page + ".odt").body, "odt:" + flat.body);
    EXPECT_EQ(asked(page + ".fodt").body, flat.body) << "and the page cache holds each for itself";
  }
}

TEST_F(ForPrint, SaysWhatItIs) {
  const auto pdf = asked("/es" + printed_document + ".pdf");
  EXPECT_EQ(pdf.content_type, "application/pdf");
  EXPECT_EQ(disposition_of(pdf), "attachment; filename=\"A_AC.999_2026_1-ES.pdf\"");
  EXPECT_EQ(pdf.route, "document");
  const auto docx = asked("/ar" + printed_document + ".docx");
  EXPECT_THAT(docx.content_type, HasSubstr("wordprocessingml"));
  EXPECT_EQ(disposition_of(docx), "attachment; filename=\"A_AC.999_2026_1-AR.docx\"");
}

TEST_F(ForPrint, IsNotMadeForTheHeadNorForWhoHoldsIt) {
  const auto head = asked("/en" + printed_document + ".pdf", true);
  EXPECT_EQ(head.status, 200);
  EXPECT_TRUE(head.unmade);
  EXPECT_EQ(head.content_type, "application/pdf");
  EXPECT_TRUE(asked("/en" + printed_document + ".pdf", false, "W/\"" + head.etag + '"').unmade);
  EXPECT_EQ(made, 0);
  const auto pdf = asked("/en" + printed_document + ".pdf", false, "W/\"another\"");
  EXPECT_EQ(pdf.etag, head.etag);
  EXPECT_NE(asked("/en" + printed_document + ".docx").etag, pdf.etag);
  EXPECT_EQ(made, 2);
  asked("/en" + printed_document + ".pdf");
  EXPECT_EQ(made, 2) << "and once for all who ask";
}

TEST_F(ForPrint, DoesNotLieReadyAsSomethingElse) {
  asked("/en" + printed_document + ".fodt");
  Request request;
  request.address = *parse_address("/en" + printed_document + ".pdf");
  const auto ready = site.at_hand(request);
  EXPECT_FALSE(ready) << ready->content_type;
}

TEST_F(ForPrint, HasChangesTrackedAndSaysThemInTheLanguageOfTheTexts) {
  const auto own = "?before=A/AC.999/2026/1&before-language=fr&after=A/AC.999/2026/1&after-language=fr";
  const auto flat = asked(std::string("/en/compare.fodt") + own);
  ASSERT_EQ(flat.status, 200) << flat.body;
  EXPECT_THAT(flat.body, HasSubstr("Comparaison établie par Comity"));
  const auto docx = asked(std::string("/en/compare.docx") + own);
  EXPECT_EQ(docx.body, "docx:" + flat.body);
  EXPECT_EQ(disposition_of(docx), "attachment; filename=\"changes-A_AC.999_2026_1-A_AC.999_2026_1-FR.docx\"");
  EXPECT_FALSE(named_by_file("changes-A_AC.999_2026_1-A_AC.999_2026_1-FR.docx")) << "no text of a document";
  EXPECT_EQ(docx.route, "comparison");
}

TEST_F(ForPrint, SaysInWordsWhatCannotBe) {
  const auto two =
      asked("/en/compare.pdf?before=A/AC.999/2026/1&before-language=fr&after=A/AC.999/2026/1&after-language=en");
  EXPECT_EQ(two.status, 422);
  EXPECT_THAT(two.body, HasSubstr("two texts in the same language"));
  EXPECT_EQ(asked("/en/compare.pdf").status, 404);
  EXPECT_EQ(asked("/en/compare.txt").status, 404);
  EXPECT_EQ(asked("/en/A/1/1.pdf").status, 404);
  EXPECT_EQ(asked("/en/documents.pdf").status, 404);
  EXPECT_EQ(asked("/en.pdf").status, 404);
  EXPECT_EQ(made, 0);
}

TEST_F(ForPrint, SaysInSixLanguagesThatItCannotBeMadeNow) {
  Press gone{[](const auto&, const auto&) { return Refusal{"office-missing"}; }, [] { return false; }, {}};
  Site without{*registry, shipped(), assets(), {nullptr, &shelf, nullptr, &gone}};
  for (const auto language : languages) {
    Request request;
    request.address = *parse_address("/" + std::string(code_of(language)) + printed_document + ".pdf");
    std::promise<Response> promise;
    auto response = without.answer(request);
    ASSERT_TRUE(response.later);
    response.later([&](const Response::Finish& finish) { promise.set_value(finish()); });
    const auto page = promise.get_future().get();
    EXPECT_EQ(page.status, 503);
    EXPECT_EQ(page.keep, Keep::nowhere);
    const auto words = shipped().in(language).say("refusal.press-gone");
    EXPECT_THAT(page.body, HasSubstr(words)) << words;
    EXPECT_THAT(page.body, HasSubstr(shipped().in(language).say("error.print.title")));
    EXPECT_THAT(page.body, HasSubstr("<a href=\"/" + std::string(code_of(language)) + printed_document + "\">"));
  }
}

TEST_F(ForPrint, IsLinkedFromThePagesWithFormatAndLanguage) {
  const auto page = asked("/fr" + printed_document).body;
  EXPECT_THAT(page, HasSubstr("<a href=\"/ar" + printed_document + ".pdf\""));
  EXPECT_THAT(page, HasSubstr("aria-label=\"PDF, arabe\""));
  const auto compared = asked("/fr/compare?before=A/AC.999/2026/1&after=A/AC.999/2026/1&as-of=7").body;
  EXPECT_THAT(compared, HasSubstr("aria-label=\"DOCX, français\""));
  const auto from = compared.find("/fr/compare.docx?");
  ASSERT_NE(from, compared.npos);
  auto link = compared.substr(from, compared.find('"', from) - from);
  for (auto at = link.find("&amp;"); at != link.npos; at = link.find("&amp;")) link.erase(at + 1, 4);
  EXPECT_THAT(link, HasSubstr("as-of=7"));
  EXPECT_EQ(asked(link).status, 200) << link;
  const auto beside =
      asked("/fr/compare?before=A/AC.999/2026/1&before-language=fr&after=A/AC.999/2026/1&after-language=en");
  EXPECT_THAT(beside.body, Not(HasSubstr("compare.docx"))) << "two languages have no changes";
}

}  // namespace
}  // namespace comity
