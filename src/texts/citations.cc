#include "texts/citations.h"

#include <algorithm>
#include <array>
#include <set>
#include <utility>

#include "texts/cited.h"
#include "texts/signs.h"

namespace comity {
namespace {

// What may stand between a symbol and a paragraph of it, in either order: nothing that says something of its own.
bool joins(std::string_view word, Language language) {
  using Words = std::vector<std::string_view>;
  static const std::array<Words, 6> six{{
      {"من", "القرار", "قرار", "قرارها", "المقرر", "الوثيقة", "التقرير", "تقرير", "الجمعية", "العامة"},
      {"号决议", "号决定", "号文件", "大会", "的"},
      {"of", "the", "its", "in", "General", "Assembly", "Council", "resolution", "decision", "document", "report"},
      {"de", "du", "la", "le", "sa", "l’Assemblée", "générale", "résolution", "décision", "document", "rapport"},
      {"резолюции", "резолюция", "решения", "документа", "доклада", "Генеральной", "Ассамблеи", "ее", "своей"},
      {"de", "del", "la", "el", "su", "en", "Asamblea", "General", "resolución", "decisión", "documento", "informe"},
  }};
  const auto& words = six[static_cast<std::size_t>(language)];
  return std::find(words.begin(), words.end(), word) != words.end();
}

constexpr std::size_t longest_joint = 80;  // bytes

bool is_joint(std::string_view gap, Language language) {
  if (gap.size() > longest_joint) return false;
  std::string word;
  const auto over = [&] { return word.empty() || joins(std::exchange(word, {}), language); };
  for (std::size_t at = 0; at < gap.size(); ++at) {
    const auto rest = gap.substr(at);
    const bool comma = rest.starts_with("，") || rest.starts_with("、");
    if (comma || rest.starts_with("،")) at += comma ? 2 : 1;
    if (comma || rest.starts_with("،") || std::string_view(" ,()").find(gap[at]) != std::string_view::npos) {
      if (!over()) return false;
    } else {
      word += gap[at];
    }
  }
  return over();
}

std::string id_of(const std::string& annex, const std::string& number) {
  if (number.empty()) return annex;
  return (annex.empty() ? "p" : annex + "-p") + number;
}

// Brings symbols and paragraphs together.
class Joining {
 public:
  Joining(std::string_view text, Language language) : text_(text), language_(language) {
    symbols_ = find_symbols(text);
    const auto resolutions = find_resolutions(text, language);
    symbols_.insert(symbols_.end(), resolutions.begin(), resolutions.end());
    std::sort(symbols_.begin(), symbols_.end(),
              [](const auto& a, const auto& b) { return a.place.begin < b.place.begin; });
    used_.resize(symbols_.size());
  }

  std::vector<Citation> all() {
    for (const auto& paragraph : find_paragraphs(text_, language_)) join(paragraph);
    for (std::size_t i = 0; i < symbols_.size(); ++i)
      if (!used_[i]) add(&symbols_[i], {symbols_[i].place, "", {}});
    std::stable_sort(out_.begin(), out_.end(), [](const auto& a, const auto& b) { return a.begin < b.begin; });
    return std::move(out_);
  }

 private:
  void join(const ParagraphFound& paragraph) {
    const auto& [begin, end] = paragraph.place;
    if (last_ && goes_on(begin)) return take(*last_, paragraph);
    for (auto i = first_near(begin); i < symbols_.size(); ++i) {
      const auto& place = symbols_[i].place;
      if (place.begin > end + longest_joint) break;
      if (place.begin <= begin && end <= place.end) return;  // inside a symbol
      const bool follows = place.end <= begin && joint(place.end, begin);
      const bool leads = place.begin >= end && joint(end, place.begin);
      if (follows || leads) return take(i, paragraph);
    }
    last_.reset();
    add(nullptr, paragraph);
  }
  // The first symbol that ends so near before a place that it may be joined to it.
  std::size_t first_near(std::size_t place) const {
    const auto near = std::partition_point(symbols_.begin(), symbols_.end(), [&](const SymbolFound& symbol) {
      return symbol.place.end + longest_joint < place;
    });
    return static_cast<std::size_t>(near - symbols_.begin());
  }
  // Behind another paragraph of the same symbol ("A/75/816, annex I, para. 29; annex II").
  bool goes_on(std::size_t begin) const {
    if (last_end_ > begin) return false;
    return joint(last_end_ + (text_.substr(last_end_).starts_with(';') ? 1 : 0), begin);
  }
  bool joint(std::size_t from, std::size_t to) const { return is_joint(text_.substr(from, to - from), language_); }
  void take(std::size_t symbol, const ParagraphFound& paragraph) {
    used_[symbol] = true;
    last_ = symbol;
    last_end_ = paragraph.place.end;
    add(&symbols_[symbol], paragraph);
  }
  void add(const SymbolFound* symbol, const ParagraphFound& paragraph) {
    Citation made;
    made.begin = symbol == nullptr ? paragraph.place.begin : std::min(symbol->place.begin, paragraph.place.begin);
    made.end = symbol == nullptr ? paragraph.place.end : std::max(symbol->place.end, paragraph.place.end);
    if (symbol != nullptr) made.symbol = symbol->symbol;
    made.paragraph = id_of(paragraph.annex, "");
    if (paragraph.numbers.empty()) out_.push_back(made);
    for (const auto& number : paragraph.numbers) {
      made.paragraph = id_of(paragraph.annex, number);
      out_.push_back(made);
    }
  }

  std::string_view text_;
  Language language_;
  std::vector<SymbolFound> symbols_{};
  std::vector<bool> used_{};
  std::optional<std::size_t> last_{};  // the symbol that the last paragraph was of
  std::size_t last_end_ = 0;
  std::vector<Citation> out_{};
};

// "annex-1" of "annex-1-p16-b"; empty for the body.
std::string container_of(const std::string& id) {
  if (!id.starts_with("annex")) return "";
  const auto begin = std::string_view("annex-").size();
  auto end = begin;
  while (end < id.size() && is_digit(id[end])) ++end;
  return end > begin && (end == id.size() || id[end] == '-') ? id.substr(0, end) : "annex";
}

class WithinItself {
 public:
  WithinItself(const TextStructure& text, Language language) : language_(language) {
    for (const auto& paragraph : text.paragraphs) ids_.insert(paragraph.id);
  }

  void take(const std::string& in, const std::string& container, std::string_view text, CitedText& out) const {
    for (auto& citation : citations(text, language_)) {
      if (citation.symbol.empty()) {
        const auto wanted = citation.paragraph;
        citation.paragraph = own(container, wanted);
        if (citation.paragraph.empty())
          out.findings.push_back({"own-paragraph-missing", {{"paragraph", wanted}, {"in", in}}});
      }
      out.citations.push_back({in, std::move(citation)});
    }
  }

 private:
  std::string own(const std::string& container, const std::string& id) const {
    for (const auto& candidate : {container.empty() ? id : container + "-" + id, id, "o" + id})
      if (ids_.contains(candidate)) return candidate;
    return "";
  }

  Language language_;
  std::set<std::string> ids_;
};

}  // namespace

std::vector<Citation> citations(std::string_view text, Language language) { return Joining(text, language).all(); }

CitedText citations(const TextStructure& text, Language language) {
  CitedText out;
  const WithinItself itself(text, language);
  std::map<std::string, std::string> container_of_note;
  for (const auto& paragraph : text.paragraphs) {
    const auto container = container_of(paragraph.id);
    itself.take(paragraph.id, container, paragraph.text, out);
    for (const auto& mark : paragraph.marks) container_of_note[mark.number] = container;
  }
  for (const auto& note : text.notes)
    itself.take("note-" + note.number, container_of_note[note.number], note.text, out);
  return out;
}

}  // namespace comity
