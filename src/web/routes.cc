// The table of routes as one list, and how a pattern meets an address.
#include "rules/ask.h"
#include "views/cycle.h"
#include "views/report.h"
#include "web/route.h"

namespace comity {
namespace {

std::vector<std::string> segments(std::string_view pattern) {
  std::vector<std::string> out;
  while (!pattern.empty()) {
    pattern.remove_prefix(1);
    const auto slash = pattern.find('/');
    out.emplace_back(pattern.substr(0, slash));
    pattern = slash == std::string_view::npos ? std::string_view() : pattern.substr(slash);
  }
  if (out.size() == 1 && out.front().empty()) out.clear();
  return out;
}

bool is_entry_number(const std::string& text) {
  return !text.empty() && text.size() < 16 && text.find_first_not_of("0123456789") == std::string::npos;
}

bool is_year(const std::string& text) {
  return text.size() == 4 && text.find_first_not_of("0123456789") == std::string::npos;
}

bool is_version(const World& world, std::uint64_t entry) {
  const auto kind = world.standing_kind(entry);
  return kind == ReportFrozen::kind || kind == ReportFinalised::kind || kind == ReportCorrected::kind;
}

// Whether the world knows a thing of the sort that the pattern names. A year is let through: the page of a cycle names
// those that there are. A period is a cycle, or all of them.
bool knows(const World& world, const std::string& sort, const std::string& id) {
  if (sort == "body") return known(world, BodyId{id});
  if (sort == "session") return known(world, SessionId{id});
  if (sort == "meeting") return known(world, MeetingId{id});
  if (sort == "informal") return known(world, InformalId{id});
  if (sort == "item") return known(world, ItemId{id});
  if (sort == "decision") return known(world, DecisionId{id});
  if (sort == "state") return known(world, StateId{id});
  if (sort == "symbol") return known(world, Symbol{id});
  if (sort == "cycle") return is_year(id);
  if (sort == "period") return is_year(id) || id == "mandate";
  if (sort == "paper") return id != code_of(ReportKind::procedural);  // its page says which there are
  if (sort == "version") return is_entry_number(id) && is_version(world, std::stoull(id));
  return sort == "entry" && is_entry_number(id);
}

template <class A, class IdOf>
std::optional<std::string> first_id(const World& world, const IdOf& id_of) {
  const auto facts = world.facts<A>();
  if (facts.empty()) return std::nullopt;
  return id_of(facts[facts.size() / 2]->act);
}

std::optional<std::string> example_id(const World& world, const std::string& sort, std::int64_t size) {
  const auto own = [](const auto& act) { return act.id.text; };
  if (sort == "body") return first_id<BodyEstablished>(world, own);
  if (sort == "session") return first_id<SessionEntered>(world, own);
  if (sort == "meeting") return first_id<MeetingOpened>(world, own);
  if (sort == "informal") return first_id<InformalHeld>(world, own);
  if (sort == "item") return first_id<AgendaItemEntered>(world, own);
  if (sort == "decision") return first_id<DecisionTaken>(world, own);
  if (sort == "state") return first_id<StateEntered>(world, own);
  if (sort == "symbol") return first_id<DocumentRegistered>(world, own);
  if (sort == "paper") return std::string(code_of(ReportKind::documents));
  if (sort == "version") return std::nullopt;  // those of another report answer nothing here
  return size > 0 ? std::optional(std::to_string(size / 2)) : std::nullopt;
}

std::optional<std::string> example_cycle(const World& world, const std::string& body) {
  const auto cycles = cycles_of({world, {}, {}}, BodyId{body});
  return cycles.empty() ? std::nullopt : std::optional(std::to_string(cycles.back().year));
}

}  // namespace

const std::vector<Route>& routes() {
  static const std::vector<Route> all = [] {
    std::vector<Route> rows;
    for (const auto area :
         {body_routes, record_routes, session_routes, terms_routes, document_routes, report_routes, statistics_routes})
      for (auto& row : area()) rows.push_back(std::move(row));
    return rows;
  }();
  return all;
}

std::optional<std::map<std::string, std::string>> match(std::string_view pattern, const Address& address,
                                                        const World& world) {
  const auto wanted = segments(pattern);
  std::map<std::string, std::string> params;
  std::size_t at = 0;
  for (std::size_t i = 0; i < wanted.size(); ++i) {
    const bool named = wanted[i].starts_with("{");
    if (!named && (at >= address.path.size() || address.path[at] != wanted[i])) return std::nullopt;
    if (!named) {
      ++at;
      continue;
    }
    // A named part takes what the rest of the pattern leaves: ids are paths.
    const auto rest = wanted.size() - i - 1;
    if (address.path.size() < at + rest + 1) return std::nullopt;
    std::string id;
    for (; at < address.path.size() - rest; ++at) id += (id.empty() ? "" : "/") + address.path[at];
    const auto sort = wanted[i].substr(1, wanted[i].size() - 2);
    if (!knows(world, sort, id)) return std::nullopt;
    params.emplace(sort, std::move(id));
  }
  return at == address.path.size() ? std::optional(std::move(params)) : std::nullopt;
}

std::optional<std::string> example(std::string_view pattern, const World& world, std::int64_t size) {
  std::string out;
  for (const auto& segment : segments(pattern)) {
    if (!segment.starts_with("{")) {
      out += "/" + segment;
      continue;
    }
    const auto sort = segment.substr(1, segment.size() - 2);
    const bool of_cycle = sort == "cycle" || sort == "period";
    const auto id = of_cycle ? example_cycle(world, segments(out).front()) : example_id(world, sort, size);
    if (!id) return std::nullopt;
    out += "/" + *id;
  }
  return out.empty() ? "/" : out;
}

std::string title_of(const Ask& ask, const Texts& names, const Say& name) {
  return names.empty() ? said(ask.voice, name) : title_of(ask, names);
}

}  // namespace comity
