#include "views/institution_page.h"

#include "views/lists.h"
#include "views/news.h"
#include "views/standing.h"

namespace comity {
namespace {

BodyCard card(const Lens& lens, const BodyId& id) {
  const auto* fact = lens.world.one<BodyEstablished>(id);
  const auto stands = where_it_stands(lens, id);
  BodyCard card;
  card.id = id;
  card.href = href_of(id);
  card.names = fact->act.names;
  card.short_names = fact->act.short_names;
  card.from = fact->act.from;
  card.until = fact->act.until;
  card.status = body_status(lens, fact->act);
  card.standing = stands.sentence;
  card.sessions = static_cast<std::int64_t>(sessions_of(lens, id).size());
  card.documents = static_cast<std::int64_t>(documents_of(lens, id).size());
  card.decisions = static_cast<std::int64_t>(decisions_of(lens, id).size());
  card.next = stands.next;
  card.last = stands.last;
  card.mark = mark(lens, *fact);
  return card;
}

}  // namespace

std::optional<InstitutionPage> institution_page(const Lens& lens) {
  const auto described = facts<InstitutionDescribed>(lens);
  const auto order = bodies_in_order(lens);
  if (described.empty() && order.empty()) return std::nullopt;
  InstitutionPage page;
  if (!described.empty()) {
    page.names = described.front()->act.names;
    page.purpose = described.front()->act.purpose;
    page.mark = mark(lens, *described.front());
  }
  page.bodies = each(order, [&lens](const BodyId& id) { return card(lens, id); });
  page.next_dates = next_dates(lens, dates(lens));
  page.latest_documents = latest(lens, all_documents(lens), news_count);
  page.latest_decisions = latest(all_decisions(lens), news_count);
  return page;
}

}  // namespace comity
