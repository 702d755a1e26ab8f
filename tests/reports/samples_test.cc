// docs/samples holds the report of 2023 in full, in each language, for review: as the program writes it now.
// COMITY_ACCEPT=1 writes them anew.
#include <gtest/gtest.h>

#include <cstdlib>
#include <fstream>
#include <sstream>

#include "cli/loaded.h"
#include "convert/exported.h"
#include "reports/report_text.h"
#include "reports/said.h"
#include "views/report_kinds.h"

namespace comity {
namespace {

std::string sample_in(Language language) {
  const auto tongue = shipped().in(language);
  return shipped_record()->read([&](const World& world, const auto&) {
    const Lens lens{world, instant("2026-11-20T12:00:00Z"), {}};
    const auto report = report_of(lens, *cycle_of(lens, {"oewg-ict"}, 2023), ReportKind::procedural, Basis::actual);
    ExportedDocument document;
    document.symbol = {report.reference};
    document.language = language;
    document.title = said(tongue, report.title);
    document.official = official_address({"A/78/265"}, language);
    document.caution = tongue.say("page.report.lead");
    document.text = report_text(report, parts_in(lens, report, language), tongue, false);
    return as_plain_text(document);
  });
}

TEST(Samples, AreWhatTheProgramWrites) {
  const auto folder = std::filesystem::path(COMITY_ROOT) / "docs/samples";
  const bool accept = std::getenv("COMITY_ACCEPT") != nullptr;
  for (const auto language : languages) {
    const auto file = folder / ("procedural-2023." + std::string(code_of(language)) + ".txt");
    const auto now = sample_in(language);
    if (accept) std::ofstream(file) << now;
    std::ostringstream held;
    held << std::ifstream(file).rdbuf();
    EXPECT_EQ(held.str(), now) << file << ": COMITY_ACCEPT=1 test_reports writes it anew";
  }
}

}  // namespace
}  // namespace comity
