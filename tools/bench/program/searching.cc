// Made-up passages in six languages, taken into the index and looked for: by ours, by a bare FTS5 table and by Xapian's
// own tools for text. All sides get the same passages and the same questions.
#include "search/index.h"

#include <sqlite3.h>
#include <xapian.h>

#include <random>

#include "base/check.h"
#include "bench.h"

namespace comity {
namespace {

namespace fs = std::filesystem;

constexpr std::int64_t together = 1'000;  // passages in a text
constexpr std::int64_t vocabulary = 20'000;
constexpr int words_in_passage = 60;
constexpr int hits_wanted = 20;

// Words of each language's own letters; the n-th is about n times as rare as the first, as in every language.
class Speaker {
 public:
  explicit Speaker(Language language) : language_(language), chance_(static_cast<unsigned>(language) + 1) {
    static constexpr std::array<std::pair<int, int>, 6> letters{
        {{0x0627, 28}, {0x4e00, 3000}, {'a', 26}, {'a', 26}, {0x0430, 32}, {'a', 26}}};
    const auto [first, count] = letters[static_cast<std::size_t>(language)];
    for (std::int64_t i = 0; i < vocabulary; ++i) {
      const int length = language == Language::zh ? 2 : 3 + static_cast<int>(chance_() % 8);
      std::string word;
      for (int n = 0; n < length; ++n) append(word, first + static_cast<int>(chance_() % static_cast<unsigned>(count)));
      words_.push_back(std::move(word));
    }
  }
  std::string passage() { return said(words_in_passage, 0); }
  std::string question() { return said(2, 40); }
  Language language() const { return language_; }

 private:
  static void append(std::string& out, int sign) {
    if (sign < 0x80) {
      out += static_cast<char>(sign);
    } else if (sign < 0x800) {
      out += {static_cast<char>(0xc0 | (sign >> 6)), static_cast<char>(0x80 | (sign & 0x3f))};
    } else {
      out += {static_cast<char>(0xe0 | (sign >> 12)), static_cast<char>(0x80 | ((sign >> 6) & 0x3f)),
              static_cast<char>(0x80 | (sign & 0x3f))};
    }
  }
  std::string said(int count, double beyond) {
    std::string out;
    std::uniform_real_distribution<double> even(std::log(1 + beyond), std::log(static_cast<double>(vocabulary)));
    for (int n = 0; n < count; ++n) {
      if (n > 0) out += ' ';
      out += words_[static_cast<std::size_t>(std::exp(even(chance_)) - 1)];
    }
    return out;
  }

  Language language_;
  std::mt19937 chance_;
  std::vector<std::string> words_{};
};

struct Passages {
  explicit Passages(std::int64_t count) {
    for (const auto language : languages) speakers.emplace_back(language);
    for (std::int64_t i = 0; i < count; ++i) {
      auto& speaker = speakers[static_cast<std::size_t>(i / together) % speakers.size()];
      texts.emplace_back(speaker.language(), speaker.passage());
    }
  }
  std::vector<std::pair<Language, std::string>> questions(std::int64_t count) {
    std::vector<std::pair<Language, std::string>> out;
    for (std::int64_t i = 0; i < count; ++i) {
      auto& speaker = speakers[static_cast<std::size_t>(i) % speakers.size()];
      out.emplace_back(speaker.language(), speaker.question());
    }
    return out;
  }
  std::vector<Speaker> speakers{};
  std::vector<std::pair<Language, std::string>> texts{};
};

std::int64_t bytes_in(const fs::path& folder) {
  std::int64_t out = 0;
  for (const auto& file : fs::recursive_directory_iterator(folder))
    if (file.is_regular_file()) out += static_cast<std::int64_t>(file.file_size());
  return out;
}

class TextsSpoken : public TextsHeld {
 public:
  explicit TextsSpoken(const Passages& passages) : passages_(passages) {}
  std::shared_ptr<const TextStructure> structure(const std::string& digest) const override {
    auto out = std::make_shared<TextStructure>();
    const auto first = std::stoll(digest);
    const auto end = std::min<std::int64_t>(first + together, static_cast<std::int64_t>(passages_.texts.size()));
    for (auto i = first; i < end; ++i)
      out->paragraphs.push_back({"p" + std::to_string(i - first + 1),
                                 Paragraph::Kind::numbered,
                                 "",
                                 passages_.texts[static_cast<std::size_t>(i)].second,
                                 {}});
    return out;
  }
  std::shared_ptr<const CitedText> cited(const TextImported&) const override { return std::make_shared<CitedText>(); }

 private:
  const Passages& passages_;
};

// One side: takes all passages in, then answers; how many hits it has.
class Side {
 public:
  virtual ~Side() = default;
  virtual void take_in(const Passages& passages) = 0;
  virtual std::int64_t find(Language language, const std::string& words) = 0;
};

class Ours : public Side {
 public:
  explicit Ours(const fs::path& folder) : index_(folder, "bench") {}

  void take_in(const Passages& passages) override {
    World world;
    std::uint64_t entry = 0;
    const auto count = static_cast<std::int64_t>(passages.texts.size());
    for (std::int64_t first = 0; first < count; first += together, ++entry) {
      TextImported act;
      act.document = {"A/77/" + std::to_string(entry + 1)};
      act.language = passages.texts[static_cast<std::size_t>(first)].first;
      act.structure = std::to_string(first);
      Provenance from;
      from.entry = entry;
      world.apply(act, from);
      within_.push_back(entry);
    }
    index_.catch_up(world, static_cast<std::int64_t>(entry), TextsSpoken(passages));
  }
  std::int64_t find(Language language, const std::string& words) override {
    return static_cast<std::int64_t>(index_.find({words, {language}, within_, {}, hits_wanted}).hits.size());
  }

 private:
  SearchIndex index_;
  std::vector<std::uint64_t> within_{};
};

class Fts5 : public Side {
 public:
  explicit Fts5(const fs::path& folder) {
    demand(sqlite3_open((folder / "fts5").c_str(), &db_));
    run("PRAGMA journal_mode=WAL");
    for (const auto language : languages)
      run("CREATE VIRTUAL TABLE " + table(language) + " USING fts5(text, tokenize='unicode61')");
  }
  Fts5(const Fts5&) = delete;
  Fts5& operator=(const Fts5&) = delete;
  ~Fts5() override {
    for (auto* statement : asked_) sqlite3_finalize(statement);
    sqlite3_close(db_);
  }

  void take_in(const Passages& passages) override {
    run("BEGIN");
    std::vector<sqlite3_stmt*> insert;
    for (const auto language : languages)
      insert.push_back(prepared("INSERT INTO " + table(language) + "(text) VALUES (?)"));
    for (const auto& [language, text] : passages.texts) {
      auto* statement = insert[static_cast<std::size_t>(language)];
      demand(sqlite3_bind_text(statement, 1, text.data(), static_cast<int>(text.size()), SQLITE_STATIC));
      demand(sqlite3_step(statement));
      demand(sqlite3_reset(statement));
    }
    for (auto* statement : insert) sqlite3_finalize(statement);
    run("COMMIT");
    for (const auto language : languages)
      asked_.push_back(prepared("SELECT rowid FROM " + table(language) + " WHERE " + table(language) +
                                " MATCH ? ORDER BY rank LIMIT 20"));
  }
  std::int64_t find(Language language, const std::string& words) override {
    auto* statement = asked_[static_cast<std::size_t>(language)];
    demand(sqlite3_bind_text(statement, 1, words.data(), static_cast<int>(words.size()), SQLITE_STATIC));
    std::int64_t hits = 0;
    while (sqlite3_step(statement) == SQLITE_ROW) ++hits;
    demand(sqlite3_reset(statement));
    return hits;
  }

 private:
  static std::string table(Language language) { return "words_" + std::string(code_of(language)); }
  void run(const std::string& sql) { demand(sqlite3_exec(db_, sql.c_str(), nullptr, nullptr, nullptr)); }
  sqlite3_stmt* prepared(const std::string& sql) {
    sqlite3_stmt* statement = nullptr;
    demand(sqlite3_prepare_v2(db_, sql.c_str(), -1, &statement, nullptr));
    return statement;
  }
  void demand(int result) const {
    if (result != SQLITE_OK && result != SQLITE_DONE && result != SQLITE_ROW) throw Fault("bench", sqlite3_errmsg(db_));
  }

  sqlite3* db_ = nullptr;
  std::vector<sqlite3_stmt*> asked_{};
};

// What Omega's own indexer does with a text: TermGenerator, QueryParser, a stemmer, pairs of Chinese signs.
class PlainXapian : public Side {
 public:
  explicit PlainXapian(fs::path folder) : folder_(std::move(folder)) {}

  void take_in(const Passages& passages) override {
    std::vector<Xapian::WritableDatabase> databases;
    for (const auto language : languages)
      databases.emplace_back((folder_ / std::string(code_of(language))).string(), Xapian::DB_CREATE);
    for (const auto& [language, text] : passages.texts) {
      Xapian::TermGenerator generator;
      generator.set_stemmer(stemmer(language));
      generator.set_flags(Xapian::TermGenerator::FLAG_CJK_NGRAM);
      Xapian::Document document;
      generator.set_document(document);
      generator.index_text(text);
      databases[static_cast<std::size_t>(language)].add_document(document);
    }
    for (auto& database : databases) database.commit();
  }
  std::int64_t find(Language language, const std::string& words) override {
    const Xapian::Database database((folder_ / std::string(code_of(language))).string());
    Xapian::QueryParser parser;
    parser.set_stemmer(stemmer(language));
    parser.set_stemming_strategy(Xapian::QueryParser::STEM_SOME);
    parser.set_default_op(Xapian::Query::OP_AND);
    Xapian::Enquire enquire(database);
    enquire.set_query(parser.parse_query(words, Xapian::QueryParser::FLAG_CJK_NGRAM));
    const auto found = enquire.get_mset(0, hits_wanted);
    std::int64_t hits = 0;
    for (auto it = found.begin(); it != found.end(); ++it) hits += it.get_document().get_docid() > 0 ? 1 : 0;
    return hits;
  }

 private:
  static Xapian::Stem stemmer(Language language) {
    return language == Language::zh ? Xapian::Stem() : Xapian::Stem(std::string(code_of(language)));
  }
  fs::path folder_;
};

std::unique_ptr<Side> side_of(const std::string& name, const fs::path& folder) {
  if (name == "ours") return std::make_unique<Ours>(folder);
  if (name == "fts5") return std::make_unique<Fts5>(folder);
  if (name == "xapian") return std::make_unique<PlainXapian>(folder);
  throw Fault("bench", "no such side: " + name);
}

}  // namespace

int searches(const Words& words) {
  if (words.size() < 2) throw Fault("bench", "search SIDE FOLDER PASSAGES QUESTIONS");
  const fs::path folder = words[1];
  fs::remove_all(folder);
  fs::create_directories(folder);
  Passages passages(number_at(words, 2, 10'000));
  const auto questions = passages.questions(number_at(words, 3, 1'000));
  const auto side = side_of(words[0], folder);
  const Stopwatch indexing;
  side->take_in(passages);
  const auto indexed = indexing.seconds();
  std::vector<double> seconds;
  std::int64_t hits = 0;
  for (const auto& [language, question] : questions) {
    const Stopwatch asking;
    hits += side->find(language, question);
    seconds.push_back(asking.seconds());
  }
  JsonObject more = percentiles(seconds);
  more.emplace("hits", hits);
  more.emplace("bytes", bytes_in(folder));
  more.emplace("indexing", static_cast<std::int64_t>(indexed * 1e6));
  fs::remove_all(folder);
  tell(std::move(more));
  return 0;
}

}  // namespace comity
