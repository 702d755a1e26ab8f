// Cycles made by chance: with no session or a dozen, with facts missing, corrected, contradicted, with what was planned
// cancelled. A report of any of them is grammatical, tells nothing without evidence, and never fails.
#include <gtest/gtest.h>

#include <cstdlib>
#include <random>
#include <regex>

#include "reports/report_text.h"
#include "reports/said.h"
#include "support/given.h"
#include "views/report_kinds.h"
#include "views/report_pages.h"
#include "words/words_under_test.h"

namespace comity {
namespace {

class Chance {
 public:
  explicit Chance(unsigned seed) : engine_(seed) {}
  int upto(int most) { return std::uniform_int_distribution<int>(0, most)(engine_); }
  bool one_in(int n) { return upto(n - 1) == 0; }

 private:
  std::mt19937 engine_;
};

constexpr std::array certainties{Certainty::confirmed, Certainty::asserted, Certainty::reported, Certainty::unverified};

Said some_source(Chance& chance, const std::string& on = {}) {
  auto said = by_document(certainties[static_cast<std::size_t>(chance.upto(3))], "A/77/275", "2");
  return on.empty() ? said : said.on(on);
}

std::string day_text(int year, int month, int day) { return print(Date{year, month, day}); }

// The days of the n-th session: within a month, across months, across years.
Days some_days(Chance& chance, int n) {
  const int year = 2021 + n / 3, month = 1 + (n % 3) * 4 + chance.upto(1);
  if (chance.one_in(6)) return {Date{year, 12, 28}, Date{year + 1, 1, 4}};
  if (chance.one_in(6)) return {Date{year, month, 28}, Date{year, month + 1, 2}};
  const int from = 1 + chance.upto(20);
  return {Date{year, month, from}, Date{year, month, from + chance.upto(5)}};
}

// A world in the making: what the rules refuse is left out.
struct Maker {
  Given given{};
  Chance chance;
  explicit Maker(unsigned seed) : chance(seed) {}

  void enter(const Act& act, const Said& said) {
    if (given.outcome(act, said) == "granted") given.act(act, said);
  }

  void session(int n) {
    const auto id = "oewg-ict/s" + std::to_string(n);
    const bool organizational = n == 0 && chance.one_in(2);
    given.session(id, organizational ? std::nullopt : std::optional<std::int64_t>(n + 1));
    const auto days = some_days(chance, n);
    const auto first = print(days.from);
    if (!chance.one_in(4))
      enter(SessionPlanned{{id}, days, chance.one_in(2) ? in_six("place") : Texts{}}, some_source(chance));
    if (!chance.one_in(4))
      enter(SessionHeld{{id}, days, chance.one_in(2) ? in_six("place") : Texts{}}, some_source(chance, first));
    if (chance.one_in(5)) enter(SessionHeld{{id}, {days.from, days.from}, {}}, some_source(chance, first));
    if (chance.one_in(8)) enter(SessionCancelled{{id}, in_six("reason")}, some_source(chance, first));
    meetings(id, days);
    if (!chance.one_in(3)) enter(PlenariesCounted{{id}, 1 + chance.upto(11)}, some_source(chance, first));
    if (!chance.one_in(3)) enter(ItemsConsidered{{id}, some_items()}, some_source(chance, first));
    papers(id, n, first);
    if (chance.one_in(2))
      enter(SessionPresided{{id}, Office::chair, in_six("Chair"), {"sgp"}}, some_source(chance, first));
  }

  std::vector<ItemId> some_items() {
    std::vector<ItemId> out;
    for (int i = 1; i <= 8; ++i)
      if (chance.one_in(2)) out.push_back({"oewg-ict/item-" + std::to_string(i)});
    if (out.empty()) out.push_back({"oewg-ict/item-5"});
    return out;
  }

  void meetings(const std::string& session, const Days& days) {
    const int count = chance.upto(4);
    for (int i = 1; i <= count; ++i) {
      const auto id = session + "/m" + std::to_string(i);
      const auto when = chance.one_in(5) ? print(days.from).substr(0, 7) : print(days.from);
      if (chance.one_in(3))
        enter(MeetingPlanned{{id}, {session}, *parse_happened(print(days.from))}, some_source(chance));
      if (!chance.one_in(4)) enter(MeetingOpened{{id}, {session}, i}, some_source(chance, when));
      if (chance.one_in(6)) enter(MeetingCancelled{{id}, in_six("reason")}, some_source(chance, when));
      if (chance.one_in(4)) enter(SegmentHeld{{id}, Segment::stakeholders}, some_source(chance, when));
    }
  }

  void papers(const std::string& session, int n, const std::string& day) {
    const auto symbol = [&](const std::string& end) { return "A/AC.292/" + std::to_string(2021 + n) + "/" + end; };
    for (const auto& [end, kind] : {std::pair("1", DocumentKind::organization_of_work),
                                    {"INF/1", DocumentKind::list_of_participants},
                                    {"INF/2", DocumentKind::list_of_organizations},
                                    {"L.1", DocumentKind::draft_report},
                                    {"CRP.1", DocumentKind::conference_room_paper},
                                    {"INF/4", DocumentKind::compendium}}) {
      DocumentRegistered act;
      act.id = {symbol(end)};
      act.body = BodyId{"oewg-ict"};
      act.sessions = {{session}};
      act.type = kind;
      act.titles = in_six("Paper");
      if (!chance.one_in(3)) enter(act, some_source(chance));
    }
    const MeetingId first{session + "/m1"};
    const auto at = chance.one_in(2) ? std::optional(first) : std::nullopt;
    if (chance.one_in(2)) enter(ProgrammeAgreed{{session}, {symbol("1")}, at}, some_source(chance, day));
    if (chance.one_in(3))
      enter(ProgrammeConsidered{{session}, {symbol("1")}, {first, {session + "/m2"}}}, some_source(chance, day));
    if (chance.one_in(2)) enter(StakeholdersApproved{{session}, {symbol("INF/2")}, at}, some_source(chance, day));
    if (chance.one_in(2)) enter(ParticipantsListed{{{session}}, {{symbol("INF/1")}}}, some_source(chance));
    decision(session + "-adopts", session, symbol("L.1"), day);
    decision(session + "-includes", session, symbol("CRP.1"), day);
  }

  void decision(const std::string& id, const std::string& session, const std::string& symbol, const std::string& day) {
    if (!chance.one_in(3)) return;
    DecisionTaken act;
    act.id = {id};
    act.body = {"oewg-ict"};
    act.titles = in_six("Decision");
    act.manner = static_cast<Manner>(chance.upto(4));
    act.session = SessionId{session};
    if (!chance.one_in(4)) act.documents = {{symbol}};
    enter(act, some_source(chance, day));
    if (chance.one_in(2)) enter(DecisionUnderItem{{id}, {"oewg-ict/item-7"}}, some_source(chance, day));
  }

  void informals() {
    const int count = chance.upto(5);
    for (int i = 0; i < count; ++i) {
      InformalHeld act;
      act.id = {"oewg-ict/informal-" + std::to_string(i)};
      act.body = {"oewg-ict"};
      act.type = static_cast<InformalType>(chance.upto(4));
      act.days = some_days(chance, chance.upto(11));
      if (chance.one_in(2)) act.topics = some_items();
      if (chance.one_in(2)) act.basis = {{"A/RES/75/240 (oewg-ict)"}};
      if (chance.one_in(2)) act.partners = {{"unidir"}};
      enter(act, some_source(chance, print(act.days.from)));
    }
  }

  Given make() {
    given.body("oewg-ict", chance.one_in(4) ? "" : "2021", chance.one_in(3) ? "" : "2025").state("sgp", "State");
    for (int i = 1; i <= 8; ++i) given.item("oewg-ict/item-" + std::to_string(i), std::to_string(i));
    if (chance.one_in(2))
      enter(EntityDesignated{{"oewg-ict"}, {"unidir"}, in_six("Institute"), SupportRole::substantive},
            some_source(chance));
    if (chance.one_in(2))
      enter(EntityDesignated{{"oewg-ict"}, {"dgacm"}, in_six("Department"), SupportRole::secretariat},
            some_source(chance));
    const int count = chance.upto(12);
    for (int n = 0; n < count; ++n) session(n);
    if (chance.one_in(2))
      enter(OfficerElected{{"oewg-ict"}, Office::chair, in_six("Chair"), {"sgp"}, {}, {}, {}, {}},
            some_source(chance, "2021-06-01"));
    if (chance.one_in(2)) enter(MandateGiven{{"oewg-ict"}, "a", in_six("Clause")}, some_source(chance));
    if (chance.one_in(2)) enter(RulesChosen{{"oewg-ict"}, in_six("Rules.")}, some_source(chance, day_text(2021, 6, 1)));
    if (chance.one_in(2)) enter(WebsitePublished{{"oewg-ict"}, "https://example.org"}, some_source(chance));
    informals();
    return std::move(given);
  }
};

// What no sentence in any language may look like.
std::string fault_in(Language language, const std::string& text) {
  for (const auto* wrong : {"  ", "{", "}", "()", " ,", " .", ",,", "..", "report.", "（）", "、、", "，，", "،،"})
    if (text.find(wrong) != std::string::npos) return std::string("“") + wrong + "”";
  const auto ends = [&text](std::string_view with) { return text.ends_with(with); };
  if (!ends(".") && !ends("。") && !ends(":") && !ends("：") && !ends("-")) return "its end";
  const bool small = text[0] >= 'a' && text[0] <= 'z';
  if (small && language != Language::zh && language != Language::ar) return "its beginning";
  if (language == Language::ru) {
    // A small Cyrillic letter: D0 B0…D0 BF, D1 80…D1 8F.
    const auto one = static_cast<unsigned char>(text[0]), two = static_cast<unsigned char>(text[1]);
    if ((one == 0xD0 && two >= 0xB0) || one == 0xD1) return "its beginning";
  }
  return {};
}

void expect_sound(const Lens& lens, const ReportView& report, Language language, unsigned seed, std::size_t& looked) {
  const auto tongue = shipped().in(language);
  for (const auto& section : report.sections)
    for (const auto& paragraph : section.paragraphs) {
      EXPECT_FALSE(paragraph.sentences.empty() && paragraph.missing.empty() && paragraph.items.empty()) << seed;
      for (const auto& sentence : paragraph.sentences) {
        ASSERT_FALSE(sentence.evidence.empty()) << seed << " " << sentence.id;
        const auto text = said(tongue, sentence.say);
        EXPECT_EQ(fault_in(language, text), "")
            << seed << " " << code_of(language) << " " << sentence.id << ": " << text;
        ++looked;
      }
      for (const auto& item : paragraph.items) {
        ASSERT_FALSE(item.evidence.empty()) << seed << " " << item.id;
        EXPECT_FALSE(said(tongue, item.say).empty());
      }
      for (const auto& missing : paragraph.missing)
        EXPECT_EQ(fault_in(language, said(tongue, missing.say)), "") << seed << " " << said(tongue, missing.say);
    }
  for (const auto* gaps : {&report.missing, &report.contradicted})
    for (const auto& gap : *gaps) EXPECT_NE(said(tongue, gap.say), "") << seed;
  const auto parts = parts_in(lens, report, language);
  for (const auto& shown : parts.behind) {
    ASSERT_FALSE(shown.part.origin.evidence.empty()) << seed;
    EXPECT_EQ(fault_in(language, said(tongue, shown.part.origin.say)), "") << seed;
    EXPECT_EQ(shown.gap.has_value(), shown.part.document.has_value()) << seed;  // no text is held
    ++looked;
  }
  EXPECT_FALSE(report_text(report, parts, tongue, true).paragraphs.empty());
}

// On a day in the middle of the cycle too: then a session may be ahead.
void expect_papers(const Lens& lens, const Cycle& cycle, Language language, unsigned seed, std::size_t& looked) {
  Lens earlier = lens;
  earlier.on = dated(lens, cycle.sessions.front()).days()->from;
  for (const auto& [at, of] :
       {std::pair(lens, std::optional(cycle)), std::pair(earlier, cycle_of(earlier, cycle.body, cycle.year))})
    for (std::size_t i = 1; of && i < Codes<ReportKind>::all.size(); ++i) {
      const auto kind = static_cast<ReportKind>(i);
      if (refused(at, *of, kind, Basis::actual)) continue;
      const auto paper = report_of(at, *of, kind, Basis::actual);
      EXPECT_NE(said(shipped().in(language), paper.title), "") << seed;
      expect_sound(at, paper, language, seed, looked);
    }
}

#ifdef COMITY_ADDRESS_SANITIZER
constexpr int usual_cycles = 50;  // tests/whole has more, without sanitizers
#else
constexpr int usual_cycles = 1000;
#endif

TEST(GeneratedCycles, AreReportedGrammaticallyAndWithEvidence) {
  const auto* asked = std::getenv("COMITY_CYCLES");
  const auto enough = static_cast<std::size_t>(asked ? std::atoi(asked) : usual_cycles);
  std::size_t looked = 0, papers = 0, cycles = 0;
  for (unsigned seed = 1; cycles < enough; ++seed) {
    const auto given = Maker(seed).make();
    const auto lens = given.lens();
    auto all = cycles_of(lens, {"oewg-ict"});
    if (const auto whole = whole_mandate(lens, {"oewg-ict"})) all.push_back(*whole);
    cycles += all.empty() ? 1 : 0;  // a body without a session: there is nothing to report, which is told
    for (const auto& cycle : all) {
      const auto language = languages[cycles % languages.size()];
      const auto report = report_of(lens, cycle, ReportKind::procedural, Basis::actual);
      const auto draft = report_of(lens, cycle, ReportKind::procedural, Basis::planned);
      expect_sound(lens, report, language, seed, looked);
      expect_sound(lens, draft, language, seed, looked);
      differences(draft, report);
      // The other papers of every fourth cycle.
      if (cycles % 4 == 0) expect_papers(lens, cycle, language, seed, papers);
      ++cycles;
    }
  }
  EXPECT_GT(looked, enough * 5);
  EXPECT_GT(papers, enough / 4 * 5);
}

}  // namespace
}  // namespace comity
