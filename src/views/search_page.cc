#include "views/search_page.h"

#include <map>

#include "texts/citations.h"
#include "texts/compare.h"
#include "texts/structure_json.h"
#include "texts/tables.h"
#include "views/links.h"
#include "views/lists.h"
#include "views/texts_held.h"

namespace comity {
namespace {

constexpr std::size_t longest_search = 500;  // bytes
constexpr std::size_t longest_wording = 4'000;
constexpr std::int64_t least_share = 60;       // of a wording, in per cent
constexpr std::size_t most_hits = 300;         // looked at
constexpr std::size_t most_documents = 50;     // shown
constexpr std::size_t passages_shown = 3;      // of each
constexpr std::size_t longest_passage = 340;   // bytes, about
constexpr std::size_t before_first_hit = 110;  // bytes, about
constexpr std::size_t near_shown = 5;
constexpr std::size_t most_offered = 100;

struct PartChoice {
  std::string_view name;
  std::vector<std::string> kinds;
};
const std::vector<PartChoice>& part_choices() {
  static const std::vector<PartChoice> all{
      {"title", {"title"}},
      {"heading", {"heading"}},
      {"paragraph", {"numbered", "text", "preambular", "closing", "quotation", "column", "cell"}},
      {"item", {"item"}},
      {"note", {"note"}}};
  return all;
}

Say word_of(const std::string& kind) {
  for (const auto& choice : part_choices())
    if (contains(choice.kinds, kind)) return {"page.search.part." + std::string(choice.name), {}};
  return {"page.search.part.paragraph", {}};
}

// What an entry gave: the titles of a document, or its text in a language.
struct Given {
  Symbol symbol{};
  const Fact<DocumentRegistered>* registered = nullptr;
  const Fact<TextImported>* imported = nullptr;
};
using Scope = std::map<std::uint64_t, Given>;

Scope scope_of(const Lens& lens, const std::vector<DocumentRow>& documents) {
  Scope out;
  for (const auto& row : documents) {
    const auto* registered = lens.world.one<DocumentRegistered>(row.symbol);
    out[registered->from.entry] = {row.symbol, registered, nullptr};
    for (const auto* fact : texts_of(lens, row.symbol)) out[fact->from.entry] = {row.symbol, nullptr, fact};
  }
  return out;
}

// --- a passage ----------------------------------------------------------------------------------------------------

bool begins_sign(const std::string& text, std::size_t at) {
  return at >= text.size() || (static_cast<unsigned char>(text[at]) & 0xc0) != 0x80;
}

// The nearest place that cuts no sign in two, and no word where words have spaces; `by`: bytes to look for a space.
std::size_t cut(const std::string& text, std::size_t at, std::size_t by) {
  if (at == 0 || at >= text.size()) return std::min(at, text.size());
  for (std::size_t i = at; i < std::min(text.size(), at + by); ++i)
    if (text[i] == ' ') return i;
  while (!begins_sign(text, at)) ++at;
  return at;
}

Stretch window_of(const std::string& text, const std::vector<Stretch>& hits) {
  if (text.size() <= longest_passage) return {0, text.size()};
  const auto first = hits.empty() ? 0 : hits.front().begin;
  const auto begin = first <= before_first_hit ? 0 : std::min(cut(text, first - before_first_hit, 30), first);
  return {begin, cut(text, begin + longest_passage, 30)};
}

void show(const std::string& text, const std::vector<Stretch>& hits, PassageRow& row) {
  const auto window = window_of(text, hits);
  if (window.begin > 0) row.before.assign(1, '1');
  if (window.end < text.size()) row.after.assign(1, '1');
  auto at = window.begin;
  const auto add = [&](std::size_t end, const char* hit) {
    if (end > at) row.pieces.push_back({text.substr(at, end - at), hit});
    at = std::max(at, end);
  };
  for (const auto& hit : hits) {
    if (hit.begin < at || hit.end > window.end) continue;
    add(hit.begin, "");
    add(hit.end, "1");
  }
  add(window.end, "");
}

struct Words {
  std::string text{};
  std::string part{};
  std::string label{};
};

// The numbered paragraphs and items that a paragraph stands in, outermost first.
std::vector<const Paragraph*> holders(const TextStructure& text, const Paragraph& paragraph) {
  std::vector<const Paragraph*> out;
  for (const auto& other : text.paragraphs) {
    if (&other == &paragraph) break;
    if (!other.number.empty() && other.kind != Paragraph::Kind::heading && paragraph.id.starts_with(other.id + "-"))
      out.push_back(&other);
  }
  return out;
}

// With the numbers of what it stands in: "16 (a)"; of a cell or quotation, the label of what holds it.
std::string whole_label(const TextStructure& text, const Paragraph& paragraph, Language language) {
  using Kind = Paragraph::Kind;
  const bool apart = paragraph.kind == Kind::quotation || is_cell(paragraph);
  if (!apart && paragraph.kind != Kind::item) return paragraph_label(paragraph, language);
  const auto above = holders(text, paragraph);
  if (apart) return above.empty() ? "" : whole_label(text, *above.back(), language);
  std::string out;
  for (const auto* other : above)
    out += (other->kind == Kind::item ? paragraph_label(*other, language) : other->number) + " ";
  return out + paragraph_label(paragraph, language);
}

std::optional<Words> words_at(const Lens& lens, const Given& given, const SearchHit& hit) {
  if (hit.place == "title") {
    if (given.imported) return Words{given.imported->act.title.value_or(""), "title", ""};
    const auto* title = find(given.registered->act.titles, hit.language);
    return title ? std::optional(Words{*title, "title", ""}) : std::nullopt;
  }
  const auto text = lens.texts->text(given.imported->act);
  for (const auto& paragraph : text->paragraphs)
    if (paragraph.id == hit.place)
      return Words{paragraph.text, std::string(name_of(paragraph.kind)), whole_label(*text, paragraph, hit.language)};
  for (const auto& note : text->notes)
    if ("note-" + note.number == hit.place) return Words{note.text, "note", note.number};
  return std::nullopt;
}

// How much of a wording stands in a text, in per cent, and where.
struct Likeness {
  std::int64_t share = 0;
  std::vector<Stretch> same{};
};

Likeness likeness(const std::string& wording, const std::string& text) {
  Likeness out;
  if (text.size() * 100 < wording.size() * static_cast<std::size_t>(least_share)) return out;  // it has too few words
  std::size_t at = 0, same = 0;
  for (const auto& piece : compare_words(wording, text)) {
    if (piece.kind == ComparedWords::Kind::removed) continue;
    if (piece.kind == ComparedWords::Kind::same) {
      same += piece.text.size();
      out.same.push_back({at, at + piece.text.size()});
    }
    at += piece.text.size();
  }
  out.share = static_cast<std::int64_t>(same * 100 / std::max<std::size_t>(wording.size(), 1));
  return out;
}

class Found {
 public:
  Found(const Lens& lens, const Scope& scope, const TextSearch& search, const SearchFilter& filter,
        const std::string& words)
      : lens_(lens), scope_(scope), search_(search), wording_(filter.how.empty() ? "" : filter.words), words_(words) {}

  // In the order of the best passage of each document; the title tells what the link says already.
  void add(const SearchHit& hit) {
    const auto& given = scope_.at(hit.entry);
    Likeness like;
    if (!wording_.empty()) {
      const auto words = words_at(lens_, given, hit);
      if (words) like = likeness(wording_, words->text);
      if (like.share < least_share) return;
    }
    ++passages_;
    auto [it, fresh] = places_.try_emplace(given.symbol.text, rows_.size());
    if (fresh) rows_.push_back({document_link(lens_, given.symbol), date_of_document(given.symbol), {}, {}});
    auto& row = rows_[it->second];
    if (row.passages.size() == passages_shown || it->second >= most_documents) {
      row.more = row.more.value_or(0) + 1;
      return;
    }
    const auto words = words_at(lens_, given, hit);
    if (!words) return;
    PassageRow passage{hit.place,    words->part,  word_of(words->part),
                       words->label, hit.language, {href_of(given.symbol).path, hit.language},
                       "",           "",           {}};
    if (hit.place != "title") passage.path.path += "#" + hit.place;
    show(words->text, wording_.empty() ? search_.marked(words->text, hit.language, words_) : like.same, passage);
    if (!wording_.empty()) passage.share = like.share;
    const auto same = [&](const PassageRow& other) {
      return other.place == passage.place && other.language == passage.language;
    };
    if (std::none_of(row.passages.begin(), row.passages.end(), same)) row.passages.push_back(std::move(passage));
  }
  std::int64_t passages() const { return passages_; }
  // Of a wording, the earliest use first: what nobody dated comes last.
  std::vector<FoundDocument> take() {
    if (!wording_.empty())
      std::stable_sort(rows_.begin(), rows_.end(), [](const FoundDocument& a, const FoundDocument& b) {
        return a.date && (!b.date || first_instant(*a.date) < first_instant(*b.date));
      });
    if (rows_.size() > most_documents) rows_.resize(most_documents);
    return std::move(rows_);
  }

 private:
  std::optional<Date> date_of_document(const Symbol& symbol) const {
    return lens_.world.one<DocumentRegistered>(symbol)->act.date;
  }

  const Lens& lens_;
  const Scope& scope_;
  const TextSearch& search_;
  std::string wording_;
  const std::string& words_;
  std::int64_t passages_ = 0;
  std::map<std::string, std::size_t> places_{};
  std::vector<FoundDocument> rows_{};
};

// --- choices ------------------------------------------------------------------------------------------------------

std::vector<FilterRow> language_choices(const SearchFilter& filter) {
  std::vector<FilterRow> out;
  const auto offer = [&](const std::string& value, const std::string& key) {
    out.push_back({"language", value, {key, {}}, {}, 0, filter.language == value ? "1" : ""});
  };
  for (const auto language : languages)
    offer(std::string(code_of(language)), "language." + std::string(code_of(language)));
  offer("all", "page.search.all-languages");
  return out;
}

std::vector<FilterRow> choices_of_parts(const SearchFilter& filter) {
  return each(part_choices(), [&filter](const PartChoice& choice) {
    const std::string name(choice.name);
    return FilterRow{"part", name, {"page.search.part." + name, {}}, {}, 0, filter.part == name ? "1" : ""};
  });
}

Result<std::vector<Language>> languages_of(const SearchFilter& filter) {
  if (filter.language == "all") return std::vector<Language>(languages.begin(), languages.end());
  if (filter.language.empty()) return std::vector{filter.own};
  const auto language = language_of(filter.language);
  if (!language) return Refusal{"language-unknown", {{"value", filter.language}}};
  return std::vector{*language};
}

SearchQuery query_of(const SearchFilter& filter, const std::vector<Language>& wanted, const Scope& scope) {
  SearchQuery query{filter.words, wanted, {}, {}, most_hits, !filter.how.empty()};
  for (const auto& [entry, given] : scope) query.within.push_back(entry);
  for (const auto& choice : part_choices())
    if (choice.name == filter.part) query.parts = choice.kinds;
  return query;
}

bool is_blank(const std::string& words) { return words.find_first_not_of(" \t\r\n") == std::string::npos; }

}  // namespace

Result<SearchPage> search_page(const Lens& lens, const SearchFilter& filter, const TextSearch* search) {
  if (!filter.how.empty() && filter.how != "wording") return Refusal{"search-how", {{"value", filter.how}}};
  const auto limit = filter.how.empty() ? longest_search : longest_wording;
  if (filter.words.size() > limit) return Refusal{"search-too-long", {{"limit", std::to_string(limit)}}};
  const auto wanted = languages_of(filter);
  if (!wanted) return wanted.refusal();
  const auto parts = part_choices();
  if (!filter.part.empty() &&
      std::none_of(parts.begin(), parts.end(), [&](const auto& one) { return one.name == filter.part; }))
    return Refusal{"search-part", {{"value", filter.part}}};
  auto list = documents_page(lens, filter.documents);
  SearchPage page;
  page.words = filter.words;
  if (!filter.how.empty()) page.wording.assign(1, '1');
  page.languages = language_choices(filter);
  page.parts = choices_of_parts(filter);
  page.kinds = std::move(list.kinds);
  page.sessions = std::move(list.sessions);
  page.years = std::move(list.years);
  page.body = std::move(list.body);
  for (const auto& row : list.documents)
    if (page.offered.size() < most_offered) page.offered.push_back(document_link(lens, row.symbol));
  if (is_blank(filter.words)) return page;
  if (!search || !lens.texts) return Refusal{"search-absent", {}};
  page.asked.assign(1, '1');
  page.near = near_symbols(lens, filter.words, near_shown);
  const auto scope = scope_of(lens, list.documents);
  const auto found = search->find(query_of(filter, *wanted, scope));
  page.instead = found.instead;
  if (found.any) page.any.assign(1, '1');
  if (found.hits.size() == most_hits) page.most.assign(1, '1');
  Found rows(lens, scope, *search, filter, found.looked_for);
  for (const auto& hit : found.hits) rows.add(hit);
  page.passages = rows.passages();
  page.documents = rows.take();
  return page;
}

std::optional<Href> named_page(const Lens& lens, const std::string& words, Language language) {
  if (const auto symbol = symbol_meant(lens, words)) return href_of(*symbol);
  const auto cited = citations(words, language);
  if (cited.empty() || cited.front().symbol.empty() || cited.front().begin != 0 || cited.front().end != words.size())
    return std::nullopt;
  const Symbol symbol{cited.front().symbol};
  if (!lens.world.one<DocumentRegistered>(symbol)) return std::nullopt;
  auto href = href_of(symbol);
  const auto paragraph = paragraph_held(lens, symbol, language, cited.front().paragraph);
  if (!paragraph.empty()) href.path += "#" + paragraph;
  return href;
}

}  // namespace comity
