#include "views/report_maker.h"

#include "base/check.h"
#include "views/in_sentences.h"

namespace comity {
namespace {

bool lacks(const ReportMaker::Values& values) {
  return std::any_of(values.begin(), values.end(), [](const auto& value) { return value.second.absent(); });
}
bool holds_any(const ReportMaker::Values& values) {
  return std::any_of(values.begin(), values.end(), [](const auto& value) { return !value.second.absent(); });
}

// Chapters and their sections are counted; how that is written is the languages'.
void put_labels(std::vector<ReportSection>& sections) {
  int chapter = 0, section = 0;
  for (auto& one : sections) {
    const bool begins = one.level == "1";
    section = begins ? 0 : section + 1;
    chapter += begins ? 1 : 0;
    one.label = {begins ? "report.label.chapter" : "report.label.section",
                 {{"n", std::to_string(begins ? chapter : section)}}};
  }
}

// "a" is "(a)" or "a)", "5" is "5.", "5.a" is sub-item (a) of item 5, "-" a bullet; as each language writes it.
Say label_of(const std::string& label) {
  if (label == "-") return {"report.label.bullet", {}};
  const auto dot = label.find('.');
  const auto last = dot == std::string::npos ? label : label.substr(dot + 1);
  if (last.find_first_not_of("0123456789") == std::string::npos) return {"report.label.number", {{"n", last}}};
  return {"report.letter", {{"letter", last}}};
}

// Languages in which the sentence has to say a text in the words of another one.
struct LackingLanguages {
  std::set<Language>& lacking;
  void operator()(const Texts& texts) const {
    if (texts.empty()) return;
    for (const auto language : languages)
      if (!find(texts, language)) lacking.insert(language);
  }
  void operator()(const std::vector<Say>& says) const {
    for (const auto& say : says) (*this)(say);
  }
  void operator()(const Say& say) const {
    for (const auto& [name, value] : say.values) std::visit(*this, value);
  }
  void operator()(const auto&) const {}
};

std::set<Language> languages_lacking(const ReportParagraph& paragraph) {
  std::set<Language> out;
  const LackingLanguages look{out};
  for (const auto* some : {&paragraph.sentences, &paragraph.items})
    for (const auto& row : *some) look(row.say);
  for (const auto& gap : paragraph.missing) look(gap.say);
  return out;
}

// Symbols that the paragraph's evidence cites and that are no document's here, in the order of the evidence.
std::vector<std::string> unregistered_in(const ReportParagraph& paragraph) {
  std::vector<std::string> out;
  for (const auto* some : {&paragraph.sentences, &paragraph.items})
    for (const auto& row : *some)
      for (const auto& evidence : row.evidence)
        for (const auto& source : evidence.mark.sources)
          if (!source.symbol.empty() && !source.href && std::find(out.begin(), out.end(), source.symbol) == out.end())
            out.push_back(source.symbol);
  return out;
}

bool is_empty_chapter(const std::vector<ReportSection>& sections, std::size_t at) {
  const bool followed = at + 1 < sections.size() && sections[at + 1].level > sections[at].level;
  return sections[at].paragraphs.empty() && !followed;
}

}  // namespace

ReportMaker::ReportMaker(const Lens& lens, const Cycle& cycle, Basis basis)
    : lens_(lens),
      cycle_(cycle),
      basis_(basis),
      names_(std::make_shared<const Say::Names>(names_of_body(lens, cycle.body))) {
  report_.body = named(lens, cycle.body);
  report_.year = cycle.year;
  report_.basis = basis;
}

void ReportMaker::section(const std::string& id, int level, Say title) {
  report_.sections.push_back({id, {}, std::to_string(level), std::move(title), {}});
  begun_ = false;
}

ReportParagraph& ReportMaker::here() {
  auto& paragraphs = report_.sections.back().paragraphs;
  if (!begun_) paragraphs.push_back({std::to_string(++number_), {}, {}, {}});
  begun_ = true;
  return paragraphs.back();
}

void ReportMaker::put_names(Say& say) const {
  say.around = names_;
  for (auto& [name, value] : say.values)
    if (auto* nested_says = std::get_if<std::vector<Say>>(&value))
      for (auto& one : *nested_says) put_names(one);
}

SentenceRow ReportMaker::made(const std::string& id, const std::string& key, const Values& values,
                              const std::vector<Spoken>& also) {
  auto whole = nested(key, values);
  auto say = std::get<std::vector<Say>>(whole.value).front();
  std::vector<Spoken> all{std::move(whole)};
  all.insert(all.end(), also.begin(), also.end());
  put_names(say);
  auto sentence = nested(std::move(say), all);
  check(!sentence.absent(), "a sentence without evidence: " + key);
  SentenceRow row{id,
                  {},
                  {},
                  std::get<std::vector<Say>>(sentence.value).front(),
                  sentence.weakest,
                  std::move(sentence.told),
                  std::move(sentence.evidence)};
  look_for_contradictions(row);
  for (const auto& one : row.evidence) told_.insert(one.mark.entry);
  return row;
}

// Each is told beside the report, with the things that it is about.
void ReportMaker::look_for_contradictions(const SentenceRow& row) {
  for (const auto& told : row.told)
    if (!told.contradicted.empty())
      report_.contradicted.push_back(
          {std::to_string(number_),
           {"report.told-in-ways", {{"about", told.about}, {"aspect", told.aspect}, {"values", told.values}}}});
}

bool ReportMaker::sentence(const std::string& id, const std::string& key, const Values& values,
                           const std::string& missing_key, const std::vector<Spoken>& also) {
  const bool lacking = lacks(values);
  const bool based =
      holds_any(values) || std::any_of(also.begin(), also.end(), [](const auto& told) { return bool(told); });
  if (!based || (lacking && basis_ == Basis::actual)) {
    if (lacking && !missing_key.empty()) missing(missing_key, values);
    return false;
  }
  Values whole = values;
  for (auto& [name, told] : whole)
    if (told.absent()) told = blank(id, name);
  auto& paragraph = here();
  paragraph.sentences.push_back(made(id, key, whole, also));
  if (lacking && !missing_key.empty()) {
    // The bracket stands in the sentence itself; the list of what is missing names it once more.
    Say say{missing_key, {}};
    for (const auto& [name, told] : values)
      if (!told.absent()) say.values.emplace(name, told.value);
    put_names(say);
    report_.missing.push_back({paragraph.number, std::move(say)});
  }
  return true;
}

void ReportMaker::item(const std::string& id, const std::string& label, const std::string& key, const Values& values) {
  auto row = made(id, key, values, {});
  row.label = label_of(label);
  row.level = label.find('.') == std::string::npos ? "1" : "2";
  here().items.push_back(std::move(row));
}

void ReportMaker::missing(const std::string& key, const Values& values) {
  Say say{key, {}};
  for (const auto& [name, told] : values)
    if (!told.absent()) say.values.emplace(name, told.value);
  put_names(say);
  auto& paragraph = here();
  paragraph.missing.push_back({paragraph.number, say});
  report_.missing.push_back({paragraph.number, std::move(say)});
}

// Told of each paragraph once, beside the report.
void ReportMaker::look_for_languages() {
  for (const auto& section : report_.sections)
    for (const auto& paragraph : section.paragraphs) {
      std::vector<Say> names;
      for (const auto language : languages_lacking(paragraph))
        names.push_back({"language." + std::string(code_of(language)), {}});
      if (!names.empty())
        report_.untranslated.push_back({paragraph.number, {"report.untranslated", {{"languages", std::move(names)}}}});
    }
}

// The same.
void ReportMaker::look_for_documents() {
  for (const auto& section : report_.sections)
    for (const auto& paragraph : section.paragraphs)
      if (auto symbols = unregistered_in(paragraph); !symbols.empty())
        report_.unregistered.push_back(
            {paragraph.number, {"report.unregistered", {{"documents", std::move(symbols)}}}});
}

ReportView ReportMaker::done() && {
  auto& sections = report_.sections;
  for (std::size_t i = sections.size(); i-- > 0;)
    if (is_empty_chapter(sections, i)) sections.erase(sections.begin() + static_cast<std::ptrdiff_t>(i));
  put_labels(sections);
  look_for_languages();
  look_for_documents();
  return std::move(report_);
}

}  // namespace comity
