#include "search/index.h"

#include <algorithm>
#include <unordered_map>

#include "base/check.h"
#include "search/terms.h"
#include "texts/structure_json.h"

namespace comity {
namespace {

namespace fs = std::filesystem;

constexpr const char* form = "1";  // of the index; another one is made anew
constexpr unsigned title_weight = 4;

[[noreturn]] void failed(const Xapian::Error& error) { throw Fault("search-failed", error.get_description()); }

// What is taken in at once: a title, a paragraph or a note.
struct Passage {
  std::uint64_t entry = 0;
  Language language{};
  std::string place{};
  std::string part{};
  std::string_view text{};
};

class Writers {
 public:
  explicit Writers(const std::function<fs::path(Language)>& folder_of) {
    for (const auto language : languages)
      databases_.emplace_back(folder_of(language).string(), Xapian::DB_CREATE_OR_OPEN);
  }

  void add(const Passage& passage) {
    Xapian::Document document;
    const auto unique = place_term(passage.entry, passage.place).substr(0, longest_term);
    document.add_boolean_term(unique);
    document.add_boolean_term(part_term(passage.part));
    document.add_value(entry_slot, std::to_string(passage.entry));
    document.add_value(place_slot, passage.place);
    auto& database = of(passage.language);
    const auto weight = passage.part == "title" ? title_weight : 1;
    Xapian::termpos position = 0;
    for (const auto& word : reader_of(passage.language).read(passage.text)) {
      if (word.folded.size() > longest_term || word.stem.size() > longest_term) continue;
      document.add_posting(word.folded, ++position, weight);
      document.add_term(stem_term(word.stem), weight);
      ++spellings_[static_cast<std::size_t>(passage.language)][word.folded];
    }
    database.replace_document(unique, document);
  }
  void commit(const std::string& origin, std::int64_t size) {
    for (const auto language : languages) {
      auto& database = of(language);
      for (const auto& [word, count] : spellings_[static_cast<std::size_t>(language)])
        database.add_spelling(word, count);
      database.set_metadata("form", form);
      database.set_metadata("record", origin);
      database.set_metadata("size", std::to_string(size));
      database.commit();
    }
  }

 private:
  Xapian::WritableDatabase& of(Language language) { return databases_[static_cast<std::size_t>(language)]; }
  std::vector<Xapian::WritableDatabase> databases_{};
  std::array<std::unordered_map<std::string, Xapian::termcount>, languages.size()> spellings_{};
};

void add_titles(Writers& writers, std::uint64_t entry, const Texts& titles) {
  for (const auto* some : {&titles.official, &titles.working})
    for (const auto& [language, title] : *some) writers.add({entry, language, "title", "title", title});
}

void add_text(Writers& writers, std::uint64_t entry, const TextImported& act, const TextStructure& text) {
  if (act.title) writers.add({entry, act.language, "title", "title", *act.title});
  for (const auto& paragraph : text.paragraphs)
    if (paragraph.kind != Paragraph::Kind::masthead)
      writers.add({entry, act.language, paragraph.id, std::string(name_of(paragraph.kind)), paragraph.text});
  for (const auto& note : text.notes) writers.add({entry, act.language, "note-" + note.number, "note", note.text});
}

template <class A>
Facts<A> facts_from(const World& world, std::int64_t from) {
  return world.facts<A>().where(
      [from](const Fact<A>& fact) { return static_cast<std::int64_t>(fact.from.entry) >= from; });
}

// Whether a passage may be found: of an entry asked for, in its first place of those that are equal.
class Within : public Xapian::MatchDecider {
 public:
  explicit Within(const std::vector<std::uint64_t>& entries) : entries_(entries) {}
  bool operator()(const Xapian::Document& document) const override {
    return std::binary_search(entries_.begin(), entries_.end(), std::stoull(document.get_value(entry_slot)));
  }

 private:
  const std::vector<std::uint64_t>& entries_;
};

struct Weighed {
  double weight = 0;
  SearchHit hit{};
};

std::vector<Weighed> hits_in(const Xapian::Database& database, const SearchQuery& query, Language language, bool any) {
  const auto asked = query_of(database, query, language, any);
  std::vector<Weighed> out;
  if (asked.empty()) return out;
  Xapian::Enquire enquire(database);
  enquire.set_query(asked);
  const Within within(query.within);
  const auto found = enquire.get_mset(0, static_cast<Xapian::doccount>(query.most), 0, nullptr, &within);
  for (auto it = found.begin(); it != found.end(); ++it) {
    const auto document = it.get_document();
    out.push_back(
        {it.get_weight(), {std::stoull(document.get_value(entry_slot)), language, document.get_value(place_slot)}});
  }
  return out;
}

SearchFound found_in(const std::function<fs::path(Language)>& folder_of, const SearchQuery& query) {
  SearchFound out;
  std::vector<Weighed> all;
  const auto look = [&](const SearchQuery& asked, bool any) {
    for (const auto language : asked.languages) {
      const Xapian::Database database(folder_of(language).string());
      const auto hits = hits_in(database, asked, language, any);
      if (!hits.empty()) out.looked_for += demanded_words(database, asked, language);
      all.insert(all.end(), hits.begin(), hits.end());
    }
  };
  look(query, false);
  for (std::size_t i = 0; all.empty() && !query.resembling && i < query.languages.size(); ++i) {
    const Xapian::Database database(folder_of(query.languages[i]).string());
    auto other = query;
    other.words = corrected(database, query, query.languages[i]);
    if (other.words.empty()) continue;
    look(other, false);
    if (!all.empty()) out.instead = other.words;
  }
  if (all.empty() && !query.resembling) look(query, out.any = true);
  out.any = out.any && !all.empty();
  std::stable_sort(all.begin(), all.end(), [](const Weighed& a, const Weighed& b) { return a.weight > b.weight; });
  if (all.size() > query.most) all.resize(query.most);
  for (auto& one : all) out.hits.push_back(std::move(one.hit));
  return out;
}

}  // namespace

SearchIndex::SearchIndex(fs::path folder, std::string origin)
    : folder_(std::move(folder)), origin_(std::move(origin)) {}

fs::path SearchIndex::folder_of(Language language) const { return folder_ / std::string(code_of(language)); }

// Entries that all languages have taken in; -1 where the index must be made anew.
std::int64_t SearchIndex::size_held() const {
  std::int64_t least = -1;
  for (const auto language : languages) {
    try {
      const Xapian::Database database(folder_of(language).string());
      if (database.get_metadata("form") != form || database.get_metadata("record") != origin_) return -1;
      const std::int64_t size = std::stoll(database.get_metadata("size"));
      least = least < 0 ? size : std::min(least, size);
    } catch (const Xapian::Error&) {
      return -1;  // absent or damaged
    }
  }
  return least;
}

void SearchIndex::catch_up(const World& world, std::int64_t size, const TextsHeld& texts, const Told& told) {
  const std::lock_guard lock(mutex_);
  if (size_ == size && fs::exists(folder_)) return;
  try {
    if (size_ < 0 || !fs::exists(folder_)) size_ = size_held();
    if (size_ < 0 || size_ > size) {
      fs::remove_all(folder_);
      fs::create_directories(folder_);
      size_ = 0;
    }
    const auto registered = facts_from<DocumentRegistered>(world, size_);
    const auto imported = facts_from<TextImported>(world, size_);
    if (!registered.empty() || !imported.empty() || size_ == 0) {
      Writers writers([this](Language language) { return folder_of(language); });
      const auto all = static_cast<std::int64_t>(imported.size());
      for (const auto* fact : registered) add_titles(writers, fact->from.entry, fact->act.titles);
      for (std::int64_t done = 0; done < all; ++done) {
        if (told) told(done, all);
        const auto& fact = *imported[static_cast<std::size_t>(done)];
        add_text(writers, fact.from.entry, fact.act, *texts.text(fact.act));
      }
      if (told && all > 0) told(all, all);
      writers.commit(origin_, size);
    }
    size_ = size;
  } catch (const Xapian::Error& error) {
    size_ = -1;
    failed(error);
  } catch (const fs::filesystem_error& error) {
    size_ = -1;
    throw Fault("search-failed", error.what());
  }
}

SearchFound SearchIndex::find(const SearchQuery& query) const {
  constexpr int most_tries = 3;
  for (int tries = 1;; ++tries) {
    try {
      return found_in([this](Language language) { return folder_of(language); }, query);
    } catch (const Xapian::DatabaseModifiedError& error) {  // written to twice while it was read
      if (tries == most_tries) failed(error);
    } catch (const Xapian::Error& error) {
      failed(error);
    }
  }
}

std::vector<Stretch> SearchIndex::marked(std::string_view text, Language language, std::string_view words) const {
  std::set<std::string> wanted;
  for (const auto& word : reader_of(language).read(words)) wanted.insert({word.folded, stem_term(word.stem)});
  std::vector<Stretch> out;
  for (const auto& word : reader_of(language).read(text))
    if (wanted.contains(word.folded) || wanted.contains(stem_term(word.stem))) out.push_back(word.place);
  return out;
}

}  // namespace comity
