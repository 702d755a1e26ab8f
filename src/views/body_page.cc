#include "views/body_page.h"

#include "views/lists.h"
#include "views/news.h"
#include "views/people.h"
#include "views/standing.h"
#include "views/time_lines.h"

namespace comity {
namespace {

std::optional<Named> predecessor(const Lens& lens, const BodyId& id) {
  const auto found = facts_where<BodySucceeded>(lens, [&id](const auto& act) { return act.successor == id; });
  if (found.empty()) return std::nullopt;
  return named(lens, found.front()->act.body);
}

void tell_what_it_is(const Lens& lens, const Fact<BodyEstablished>& fact, BodyPage& page) {
  page.id = fact.act.id;
  page.names = fact.act.names;
  page.short_names = fact.act.short_names;
  page.parent = fact.act.parent;
  page.founding = document_links(lens, fact.act.founding);
  page.decision_rule = fact.act.decision_rule;
  page.membership = fact.act.membership;
  page.from = fact.act.from;
  page.until = fact.act.until;
  page.status = body_status(lens, fact.act);
  page.standing = where_it_stands(lens, fact.act.id).sentence;
  page.mark = mark(lens, fact);
  page.predecessor = predecessor(lens, fact.act.id);
  page.successor = named(lens, successor_of(lens, fact.act.id));
}

void tell_how_it_works(const Lens& lens, const BodyId& id, BodyPage& page) {
  page.mandate = each(about<MandateGiven>(lens, id), [&lens](const auto* fact) {
    return ClauseRow{fact->act.clause, fact->act.text, mark(lens, *fact)};
  });
  page.officers = officers_of(lens, id);
  page.entities = entities_of(lens, id);
  page.rules =
      each(about<RulesChosen>(lens, id), [&lens](const auto* fact) { return text_row(lens, *fact, fact->act.text); });
  page.arrangements = each(about<ArrangementReported>(lens, id), [&lens](const auto* fact) {
    return text_row(lens, *fact, fact->act.text, fact->act.topic);
  });
  page.websites = each(about<WebsitePublished>(lens, id), [&lens](const auto* fact) {
    return AddressRow{fact->act.address, mark(lens, *fact)};
  });
}

}  // namespace

std::optional<BodyPage> body_page(const Lens& lens, const BodyId& id) {
  const auto* fact = lens.world.one<BodyEstablished>(id);
  if (!fact) return std::nullopt;
  BodyPage page;
  tell_what_it_is(lens, *fact, page);
  tell_how_it_works(lens, id, page);
  page.timeline = time_line_of(lens, id);
  page.dates = dates(lens, id);
  page.next_dates = next_dates(lens, page.dates);
  page.latest_documents = latest(lens, documents_of(lens, id), news_count);
  page.latest_decisions = latest(decisions_of(lens, id), news_count);
  return page;
}

}  // namespace comity
