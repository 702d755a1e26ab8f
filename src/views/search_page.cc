#include "views/search_page.h"

#include <algorithm>
#include <charconv>
#include <map>
#include <set>
#include <tuple>

#include "texts/citations.h"
#include "views/links.h"
#include "views/lists.h"
#include "views/passages.h"
#include "views/texts_held.h"

namespace comity {
namespace {

constexpr std::size_t longest_search = 500;  // bytes
constexpr std::size_t longest_wording = 4'000;
constexpr std::int64_t least_share = 60;    // of a wording, in per cent
constexpr std::size_t most_hits = 2'000;    // passages that are counted and can be paged to
constexpr std::size_t most_compared = 300;  // with a wording, sign for sign
constexpr std::size_t documents_of_page = 50;
constexpr std::size_t passages_of_document = 3;  // where others stand beside it
constexpr std::size_t passages_of_page = 100;    // of one document
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

// What an entry gave: the titles of a document, or its text in a language.
struct Given {
  Symbol symbol{};
  const Fact<DocumentRegistered>* registered = nullptr;
  const Fact<TextImported>* imported = nullptr;
};
using Scope = std::map<std::uint64_t, Given>;

Scope scope_of(const Lens& lens, const std::vector<DocumentRow>& documents, const std::string& only) {
  Scope out;
  for (const auto& row : documents) {
    if (!only.empty() && row.symbol.text != only) continue;
    const auto* registered = lens.world.one<DocumentRegistered>(row.symbol);
    out[registered->from.entry] = {row.symbol, registered, nullptr};
    for (const auto* fact : texts_of(lens, row.symbol)) out[fact->from.entry] = {row.symbol, nullptr, fact};
  }
  return out;
}

// --- what was found -----------------------------------------------------------------------------------------------

std::optional<PassageWords> words_at(const Lens& lens, const Given& given, const SearchHit& hit) {
  if (hit.place != "title") return passage_words(*lens.texts->text(given.imported->act), hit.place, hit.language);
  if (given.imported) return PassageWords{given.imported->act.title.value_or(""), "title", ""};
  const auto* title = find(given.registered->act.titles, hit.language);
  return title ? std::optional(PassageWords{*title, "title", ""}) : std::nullopt;
}

struct Place {
  SearchHit hit{};
  Likeness like{};
};

// One document and the places found in it, the best first.
struct Group {
  Symbol symbol{};
  std::optional<Date> date{};
  std::vector<Place> places{};
};

// A page of a list: which of its rows it has.
struct Window {
  std::size_t begin = 0;
  std::size_t end = 0;
};

class Found {
 public:
  Found(const Lens& lens, const Scope& scope, const TextSearch& search, const SearchFilter& filter,
        const std::string& looked_for)
      : lens_(lens), scope_(scope), search_(search), filter_(filter), looked_for_(looked_for) {}

  // In the order of the best passage of each document. The title of a text and of its document are one place.
  void add(const SearchHit& hit) {
    const auto& given = scope_.at(hit.entry);
    if (given.symbol.text == filter_.of && hit.place == filter_.paragraph) return;
    Likeness like;
    if (!filter_.how.empty()) {
      const auto words = words_at(lens_, given, hit);
      if (words) like = likeness(filter_.words, words->text, least_share);
      if (like.share < least_share) return;
    }
    if (!seen_.insert({given.symbol.text, hit.place, hit.language}).second) return;
    const auto [it, fresh] = places_.try_emplace(given.symbol.text, groups_.size());
    if (fresh) groups_.push_back({given.symbol, lens_.world.one<DocumentRegistered>(given.symbol)->act.date, {}});
    groups_[it->second].places.push_back({hit, std::move(like)});
  }
  // Of a wording, the earliest use first: what nobody dated comes last.
  void order() {
    if (filter_.how.empty()) return;
    std::stable_sort(groups_.begin(), groups_.end(), [](const Group& a, const Group& b) {
      return a.date && (!b.date || first_instant(*a.date) < first_instant(*b.date));
    });
  }
  std::size_t passages() const { return seen_.size(); }
  std::size_t documents() const { return groups_.size(); }

  // Of several documents each with its best places; of one, the places that the window has.
  std::vector<FoundDocument> documents_in(const Window& window) const {
    std::vector<FoundDocument> out;
    for (auto at = window.begin; at < std::min(window.end, groups_.size()); ++at)
      out.push_back(document(groups_[at], {0, passages_of_document}));
    return out;
  }
  std::vector<FoundDocument> passages_in(const Window& window) const {
    return groups_.empty() ? std::vector<FoundDocument>{} : std::vector{document(groups_.front(), window)};
  }

 private:
  FoundDocument document(const Group& group, const Window& window) const {
    FoundDocument out{document_link(lens_, group.symbol), group.date, {}, {}, {}};
    const auto end = std::min(window.end, group.places.size());
    for (auto at = window.begin; at < end; ++at)
      if (auto row = passage(group.symbol, group.places[at])) out.passages.push_back(*std::move(row));
    if (filter_.document.empty() && end < group.places.size()) {
      out.more = static_cast<std::int64_t>(group.places.size() - end);
      auto narrowed = filter_;
      narrowed.document = group.symbol.text;
      out.further = search_href(narrowed, 1);
    }
    return out;
  }
  std::optional<PassageRow> passage(const Symbol& symbol, const Place& place) const {
    const auto& hit = place.hit;
    const auto words = words_at(lens_, scope_.at(hit.entry), hit);
    if (!words) return std::nullopt;
    PassageRow row{hit.place,    words->part,  part_word(words->part),
                   words->label, hit.language, {href_of(symbol).path, hit.language},
                   "",           "",           {}};
    if (hit.place != "title") row.path.path += "#" + hit.place;
    const bool wording = !filter_.how.empty();
    show(words->text, wording ? place.like.same : search_.marked(words->text, hit.language, looked_for_), row);
    if (wording) row.share = place.like.share;
    return row;
  }

  const Lens& lens_;
  const Scope& scope_;
  const TextSearch& search_;
  const SearchFilter& filter_;
  const std::string& looked_for_;
  std::set<std::tuple<std::string, std::string, Language>> seen_{};
  std::map<std::string, std::size_t> places_{};
  std::vector<Group> groups_{};
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
  // One more than is shown, to know whether there is more.
  const auto most = (filter.how.empty() ? most_hits : most_compared) + 1;
  SearchQuery query{filter.words, wanted, {}, {}, most, !filter.how.empty()};
  for (const auto& [entry, given] : scope) query.within.push_back(entry);
  for (const auto& choice : part_choices())
    if (choice.name == filter.part) query.parts = choice.kinds;
  return query;
}

bool is_blank(const std::string& words) { return words.find_first_not_of(" \t\r\n") == std::string::npos; }

// --- the wording of a paragraph -----------------------------------------------------------------------------------

// The text that the document's page shows: in the language asked for, else the reader's own, else English, else any.
const Fact<TextImported>* text_shown(const Lens& lens, const Symbol& symbol, const SearchFilter& filter) {
  const auto texts = texts_of(lens, symbol);
  const auto asked = language_of(filter.language);
  for (const auto wanted : {asked.value_or(filter.own), Language::en})
    for (const auto* fact : texts)
      if (fact->act.language == wanted && (!asked || wanted == *asked)) return fact;
  return texts.empty() || asked ? nullptr : texts.front();
}

// By its id, else by the number that it bears: "16" is "p16", of a resolution "op16".
std::pair<std::string, std::optional<PassageWords>> paragraph_named(const TextStructure& text, const std::string& named,
                                                                    Language language) {
  for (const std::string before : {"", "p", "op"})
    if (auto words = passage_words(text, before + named, language)) return {before + named, std::move(words)};
  return {};
}

// Puts the words of the paragraph that is named in the place of words, and its language in that of none.
Verdict take_wording(const Lens& lens, SearchFilter& filter, SearchPage& page) {
  if (filter.of.empty() && filter.paragraph.empty()) return Granted{};
  if (filter.of.empty() || filter.paragraph.empty()) return Refusal{"search-of-missing", {}};
  if (!filter.words.empty()) return Refusal{"search-of-and-words", {}};
  if (!lens.texts) return Refusal{"search-absent", {}};
  const auto symbol = symbol_meant(lens, filter.of);
  if (!symbol) return Refusal{"no-such-symbol", {{"symbol", filter.of}}};
  const auto* fact = text_shown(lens, *symbol, filter);
  if (!fact) return Refusal{"search-of-not-held", {{"symbol", symbol->text}}};
  const auto language = fact->act.language;
  auto [place, words] = paragraph_named(*lens.texts->text(fact->act), filter.paragraph, language);
  if (!words) return Refusal{"search-no-paragraph", {{"symbol", symbol->text}, {"paragraph", filter.paragraph}}};
  WordingSource source{
      document_link(lens, *symbol), place, words->label, language, {href_of(*symbol).path + "#" + place, language}, ""};
  if (words->text.size() > longest_wording) {
    words->text.resize(cut_near(words->text, longest_wording - 40, 30));
    source.cut.assign(1, '1');
  }
  filter.of = symbol->text;
  filter.paragraph = place;
  filter.words = words->text;
  filter.how = "wording";
  if (filter.language.empty() && language != filter.own) filter.language = code_of(language);
  page.of = std::move(source);
  return Granted{};
}

// --- the page -----------------------------------------------------------------------------------------------------

Verdict is_well_asked(const SearchFilter& filter) {
  const auto limit = filter.how.empty() ? longest_search : longest_wording;
  if (filter.words.size() > limit) return Refusal{"search-too-long", {{"limit", std::to_string(limit)}}};
  const auto& parts = part_choices();
  if (!filter.part.empty() &&
      std::none_of(parts.begin(), parts.end(), [&](const auto& one) { return one.name == filter.part; }))
    return Refusal{"search-part", {{"value", filter.part}}};
  return Granted{};
}

void tell_choices(const Lens& lens, const SearchFilter& filter, DocumentsPage list, SearchPage& page) {
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
}

// Refuses a page that there is not.
Verdict tell_found(const SearchFilter& filter, const Found& found, SearchPage& page) {
  const bool one = !filter.document.empty();
  const auto rows = one ? found.passages() : found.documents();
  const auto of_page = one ? passages_of_page : documents_of_page;
  const auto pages = std::max<std::size_t>((rows + of_page - 1) / of_page, 1);
  std::size_t at = 1;
  if (!filter.page.empty()) {
    const auto* end = filter.page.data() + filter.page.size();
    const auto [last, error] = std::from_chars(filter.page.data(), end, at);
    if (error != std::errc() || last != end || at < 1 || at > pages)
      return Refusal{"search-page", {{"value", filter.page}, {"last", std::to_string(pages)}}};
  }
  const Window window{(at - 1) * of_page, at * of_page};
  page.documents = one ? found.passages_in(window) : found.documents_in(window);
  page.passages = static_cast<std::int64_t>(found.passages());
  page.found = static_cast<std::int64_t>(found.documents());
  if (pages > 1) {
    page.page = static_cast<std::int64_t>(at);
    page.pages = static_cast<std::int64_t>(pages);
  }
  if (at > 1) page.earlier = search_href(filter, at - 1);
  if (at < pages) page.later = search_href(filter, at + 1);
  return Granted{};
}

// Only this document, where one is named.
Verdict narrow(const Lens& lens, SearchFilter& filter, SearchPage& page) {
  if (filter.document.empty()) return Granted{};
  const auto symbol = symbol_meant(lens, filter.document);
  if (!symbol) return Refusal{"no-such-symbol", {{"symbol", filter.document}}};
  filter.document = symbol->text;
  auto everywhere = filter;
  everywhere.document.clear();
  page.only = document_link(lens, *symbol);
  page.everywhere = search_href(everywhere, 1);
  return Granted{};
}

}  // namespace

Say part_word(const std::string& kind) {
  for (const auto& choice : part_choices())
    if (contains(choice.kinds, kind)) return {"page.search.part." + std::string(choice.name), {}};
  return {"page.search.part.paragraph", {}};
}

Href search_href(const SearchFilter& filter, std::size_t page) {
  std::string path = "/search";
  const bool of = !filter.of.empty();
  for (const auto& [name, value] :
       {std::pair("of", filter.of), std::pair("paragraph", filter.paragraph),
        std::pair("q", of ? std::string() : filter.words), std::pair("how", of ? std::string() : filter.how),
        std::pair("language", filter.language), std::pair("body", filter.documents.body),
        std::pair("kind", filter.documents.type), std::pair("session", filter.documents.session),
        std::pair("year", filter.documents.year), std::pair("part", filter.part),
        std::pair("document", filter.document), std::pair("page", page > 1 ? std::to_string(page) : std::string())})
    add_query(path, name, value);
  return {std::move(path)};
}

Result<SearchPage> search_page(const Lens& lens, const SearchFilter& asked, const TextSearch* search) {
  SearchPage page;
  auto filter = asked;
  if (!filter.how.empty() && filter.how != "wording") return Refusal{"search-how", {{"value", filter.how}}};
  if (auto taken = take_wording(lens, filter, page); !taken) return taken.refusal();
  if (auto well = is_well_asked(filter); !well) return well.refusal();
  const auto wanted = languages_of(filter);
  if (!wanted) return wanted.refusal();
  if (auto narrowed = narrow(lens, filter, page); !narrowed) return narrowed.refusal();
  auto list = documents_page(lens, filter.documents);
  const auto scope = is_blank(filter.words) ? Scope{} : scope_of(lens, list.documents, filter.document);
  tell_choices(lens, filter, std::move(list), page);
  if (is_blank(filter.words)) return page;
  if (!search || !lens.texts) return Refusal{"search-absent", {}};
  page.asked.assign(1, '1');
  if (filter.of.empty()) page.near = near_symbols(lens, filter.words, near_shown);
  const auto query = query_of(filter, *wanted, scope);
  auto found = search->find(query);
  page.instead = found.instead;
  if (found.any) page.any.assign(1, '1');
  if (found.hits.size() == query.most) {
    page.most.assign(1, '1');
    found.hits.pop_back();
  }
  Found rows(lens, scope, *search, filter, found.looked_for);
  for (const auto& hit : found.hits) rows.add(hit);
  rows.order();
  if (auto told = tell_found(filter, rows, page); !told) return told.refusal();
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
