#include "views/documents_pages.h"

#include "views/lists.h"

namespace comity {
namespace {

bool has_named(const std::vector<Named>& names, const std::string& id) {
  return std::any_of(names.begin(), names.end(), [&id](const Named& named) { return named.id == id; });
}

std::string year_of(const DocumentRow& row) { return row.date ? std::to_string(row.date->year) : std::string(); }

// Whether the row has the value of the filter; an empty value does not narrow.
bool is_of(const DocumentRow& row, std::string_view filter, const std::string& value) {
  if (value.empty()) return true;
  if (filter == "kind") return code_of(row.type) == value;
  if (filter == "session") return has_named(row.sessions, value);
  if (filter == "year") return year_of(row) == value;
  const auto language = language_of(value);
  return language && contains(row.languages, *language);
}

const std::string& chosen(const DocumentFilter& filter, std::string_view name) {
  if (name == "kind") return filter.type;
  if (name == "session") return filter.session;
  return name == "year" ? filter.year : filter.language;
}

constexpr std::array<std::string_view, 4> filters{"kind", "session", "year", "language"};

// How many documents the choice would leave, the other filters being as they are.
std::int64_t count(const std::vector<DocumentRow>& rows, const DocumentFilter& filter, const FilterRow& choice) {
  return std::count_if(rows.begin(), rows.end(), [&](const DocumentRow& row) {
    return std::all_of(filters.begin(), filters.end(), [&](std::string_view name) {
      return is_of(row, name, name == choice.filter ? choice.value : chosen(filter, name));
    });
  });
}

// The choices that some document has, with their counts.
class Choices {
 public:
  Choices(const std::vector<DocumentRow>& rows, const DocumentFilter& filter) : rows_(rows), filter_(filter) {}

  void offer(std::string_view filter, const std::string& value, const Say& name, const Texts& names = {}) {
    const bool any =
        std::any_of(rows_.begin(), rows_.end(), [&](const DocumentRow& row) { return is_of(row, filter, value); });
    if (!any) return;
    FilterRow row{std::string(filter), value, name, names, 0, chosen(filter_, filter) == value ? "1" : ""};
    row.count = count(rows_, filter_, row);
    offered_.push_back(std::move(row));
  }
  std::vector<FilterRow> take() { return std::exchange(offered_, {}); }

 private:
  const std::vector<DocumentRow>& rows_;
  const DocumentFilter& filter_;
  std::vector<FilterRow> offered_{};
};

void offer_kinds(Choices& choices) {
  for (const auto code : Codes<DocumentKind>::all)
    choices.offer("kind", std::string(code), {"code.document-kind." + std::string(code), {}});
}

void offer_sessions(const Lens& lens, Choices& choices) {
  for (const auto& body : bodies(lens))
    for (const auto& id : sessions_of(lens, body)) {
      const auto session = named(lens, id);
      choices.offer("session", id.text, session.name, session.names);
    }
}

void offer_years(const std::vector<DocumentRow>& rows, Choices& choices) {
  std::string last;
  for (const auto& row : rows)  // which are in the order of their dates
    if (const auto year = year_of(row); year != last && !year.empty())
      choices.offer("year", last = year, {"date.year", {{"year", year}}});
}

void offer_languages(Choices& choices) {
  for (const auto language : languages)
    choices.offer("language", std::string(code_of(language)), {"language." + std::string(code_of(language)), {}});
}

}  // namespace

DocumentsPage documents_page(const Lens& lens, const DocumentFilter& filter) {
  const BodyId body{filter.body};
  auto rows = filter.body.empty() ? all_documents(lens) : documents_of(lens, body);
  DocumentsPage page;
  if (!filter.body.empty()) page.body = named(lens, body);
  const auto* established = lens.world.one<BodyEstablished>(body);
  if (established && !established->act.series.empty()) page.symbols = {href_of(body).path + "/register"};
  page.total = static_cast<std::int64_t>(rows.size());
  Choices choices(rows, filter);
  offer_kinds(choices);
  page.kinds = choices.take();
  offer_sessions(lens, choices);
  page.sessions = choices.take();
  offer_years(rows, choices);
  page.years = choices.take();
  offer_languages(choices);
  page.languages = choices.take();
  std::erase_if(rows, [&filter](const DocumentRow& row) {
    return !std::all_of(filters.begin(), filters.end(),
                        [&](std::string_view name) { return is_of(row, name, chosen(filter, name)); });
  });
  page.documents = std::move(rows);
  return page;
}

}  // namespace comity
