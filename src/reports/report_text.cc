#include "reports/report_text.h"

#include <algorithm>

#include "reports/said.h"
#include "views/links.h"
#include "words/numbers.h"

namespace comity {
namespace {

std::string source_said(const SourceRow& source, const Tongue& tongue) {
  if (!source.symbol.empty())
    return source.paragraph.empty()
               ? source.symbol
               : tongue.say("report.source", {{"symbol", source.symbol}, {"paragraph", source.paragraph}});
  return source.title.empty()
             ? source.publisher
             : tongue.say("report.publication", {{"publisher", source.publisher}, {"title", source.title}});
}

class TextMaker {
 public:
  TextMaker(const ReportView& report, const ShownParts& parts, const Tongue& tongue, bool notes)
      : report_(report), parts_(parts), tongue_(tongue), notes_(notes) {}

  Reading make() {
    masthead("reference").pieces = {{reference(), "", "", "", {}, "", ""}};
    if (report_.allotted) append(masthead("symbol").pieces, report_.allotted->sentence);
    heading("title", "", said(tongue_, report_.title), "1");
    for (const auto& part : parts_.before) add(part);
    for (const auto& section : report_.sections) {
      heading(section.id, said(tongue_, section.label), said(tongue_, section.title), section.level);
      for (const auto& paragraph : section.paragraphs) add(paragraph);
    }
    for (const auto& part : parts_.behind) add(part);
    return std::move(out_);
  }

 private:
  std::string reference() const {
    if (report_.kind != ReportKind::procedural)
      return tongue_.say("report.reference.paper", {{"reference", report_.reference}});
    const auto stands = tongue_.say("report.basis." + std::string(code_of(report_.basis)));
    return tongue_.say("report.reference", {{"reference", report_.reference}, {"basis", stands}});
  }

  ParagraphRow& masthead(const std::string& id) {
    auto& row = add(id, "masthead", "");
    row.masthead = "1";
    return row;
  }
  ParagraphRow& add(const std::string& id, const std::string& kind, const std::string& label) {
    ParagraphRow row;
    row.id = id;
    row.kind = kind;
    row.label = label;
    out_.paragraphs.push_back(std::move(row));
    return out_.paragraphs.back();
  }
  void heading(const std::string& id, const std::string& label, const std::string& text, const std::string& level) {
    auto& row = add(id, "heading", label);
    row.heading = level;
    row.pieces = {{text, "", "", "", {}, "", ""}};
    out_.contents.push_back({id, row.label, text});
  }

  void add(const ReportParagraph& paragraph) {
    const auto id = "p" + paragraph.number;
    auto& row = add(id, "numbered", paragraph.number + ".");
    std::vector<PieceRow> pieces;
    for (const auto& sentence : paragraph.sentences) append(pieces, sentence);
    for (const auto& missing : paragraph.missing) append(pieces, bracketed(missing.say));
    row.pieces = std::move(pieces);
    int count = 0;
    for (const auto& item : paragraph.items) {
      auto& below = add(id + "-" + std::to_string(++count), "item", said(tongue_, item.label));
      below.level = item.level;
      append(below.pieces, item);
    }
  }

  // Its heading, then which text it is, then the text; where none is held in the language, where the official one is.
  void add(const ShownPart& shown) {
    heading(shown.part.id, "", said(tongue_, shown.part.title), "1");
    auto& origin = add(shown.part.id + "-origin", "text", "").pieces;
    append(origin, shown.part.origin);
    if (shown.held) append(origin, shown.held->told);
    if (shown.held && !shown.held->later.empty()) append(origin, said(tongue_, shown.held->later));
    if (!shown.part.revised.empty()) append(origin, said(tongue_, shown.part.revised));
    if (shown.gap) {
      append(origin, bracketed(shown.gap->say));
      append(origin, shown.gap->official);
      origin.back().official = shown.gap->official;
    }
    if (!shown.text) return;
    auto text = *shown.text;
    note_count_ = count_notes_on(text, note_count_);
    for (auto& row : text.paragraphs) out_.paragraphs.push_back(std::move(row));
    for (auto& row : text.contents) out_.contents.push_back(std::move(row));
    for (auto& note : text.notes) out_.notes.push_back(std::move(note));
  }
  std::string bracketed(const Say& missing) const { return "[" + said(tongue_, missing) + "]"; }

  void append(std::vector<PieceRow>& pieces, const SentenceRow& sentence) {
    append(pieces, said(tongue_, sentence.say), symbols_in(sentence));
    if (!notes_) return;
    const auto number = std::to_string(++note_count_);
    pieces.push_back({"", number, "1", "", {}, "", ""});
    out_.notes.push_back({number, "1", {{evidence_said(sentence.evidence, tongue_), "", "", "", {}, "", ""}}});
  }

  // Symbols of documents that the sentence names, the longest first: the one may begin as the other.
  static std::vector<std::string> symbols_in(const SentenceRow& sentence) {
    std::vector<std::string> out;
    for (const auto& told : sentence.told)
      for (const auto& value : told.values)
        if (value.find('/') != std::string::npos && value.size() > 2 && value[0] >= 'A' && value[0] <= 'Z')
          out.push_back(value);
    std::sort(out.begin(), out.end(), [](const auto& a, const auto& b) { return a.size() > b.size(); });
    return out;
  }

  // The words, cut where a symbol stands, which leads to its document.
  void append(std::vector<PieceRow>& pieces, const std::string& words, const std::vector<std::string>& symbols = {}) {
    const auto wide = tongue_.language() == Language::zh ? "" : " ";
    std::string rest = (pieces.empty() ? "" : wide) + words;
    while (!rest.empty()) {
      const auto [at, symbol] = first_symbol(rest, symbols);
      if (at > 0) pieces.push_back({rest.substr(0, at), "", "", "", {}, "", ""});
      if (at == rest.size()) return;
      pieces.push_back(
          {symbol, "", "", "", href_of(Symbol{symbol}), official_address(Symbol{symbol}, tongue_.language()), ""});
      rest = rest.substr(at + symbol.size());
    }
  }
  static std::pair<std::size_t, std::string> first_symbol(const std::string& text,
                                                          const std::vector<std::string>& symbols) {
    std::pair<std::size_t, std::string> first{text.size(), ""};
    for (const auto& symbol : symbols)
      if (const auto at = text.find(symbol); at < first.first) first = {at, symbol};
    return first;
  }

  const ReportView& report_;
  const ShownParts& parts_;
  const Tongue& tongue_;
  const bool notes_;
  int note_count_ = 0;
  Reading out_{};
};

}  // namespace

Reading report_text(const ReportView& report, const ShownParts& parts, const Tongue& tongue, bool notes) {
  return TextMaker(report, parts, tongue, notes).make();
}

std::string evidence_said(const std::vector<EvidenceRow>& evidence, const Tongue& tongue) {
  std::string out;
  for (const auto& row : evidence) {
    std::vector<std::string> sources;
    for (const auto& source : row.mark.sources) sources.push_back(source_said(source, tongue));
    const auto key = std::string("report.evidence") + (row.otherwise.empty() ? "" : ".otherwise");
    const auto said_row =
        tongue.say(key, {{"entry", std::to_string(row.mark.entry)},
                         {"certainty", tongue.say("certainty." + std::string(code_of(row.mark.mark)))},
                         {"sources", sources}});
    out += (out.empty() ? "" : tongue.say("report.evidence.between")) + said_row;
  }
  return out;
}

}  // namespace comity
