#include "views/standing.h"

namespace comity {
namespace {

bool is_sitting(const DateRow& row) { return row.sort != DateSort::meeting && row.status != Status::cancelled; }

const DateRow* find_row(const std::vector<DateRow>& rows, const auto& question) {
  const auto it = std::find_if(rows.begin(), rows.end(), question);
  return it == rows.end() ? nullptr : &*it;
}

Say::Value named_in(const DateRow& row) { return name_value(Named{row.id, row.name, row.names, row.href}); }

Say about_row(std::string key, const Say::Value& body, const DateRow& row) {
  return {std::move(key), {{"body", body}, {"name", named_in(row)}, {"days", span(row.days)}}};
}

Say sentence_of_end(const Lens& lens, const BodyEstablished& body, const Say::Value& name) {
  const auto until = print(*body.until);
  const auto successor = successor_of(lens, body.id);
  if (!successor) return {"standing.ended", {{"body", name}, {"until", until}}};
  return {"standing.succeeded", {{"body", name}, {"until", until}, {"successor", name_value(named(lens, *successor))}}};
}

// What a living body's dates say.
Say sentence_of_dates(const Lens& lens, const Say::Value& name, const DateRow* running, const WhereItStands& where) {
  if (running) return about_row("standing.running", name, *running);
  if (where.next) {
    auto say = about_row("standing.next", name, *where.next);
    say.values.emplace("in", days_between(lens.today(), where.next->days.from));
    return say;
  }
  if (where.last) return about_row("standing.idle-since", name, *where.last);
  return {"standing.idle", {{"body", name}}};
}

Say sentence(const Lens& lens, const BodyEstablished& body, const DateRow* running, const WhereItStands& where) {
  const auto name = name_value(named(lens, body.id));
  switch (body_status(lens, body)) {
    case Status::ahead:
      if (where.next) return sentence_of_dates(lens, name, running, where);
      return {"standing.ahead", {{"body", name}, {"from", print(*body.from)}}};
    case Status::ended:
      return sentence_of_end(lens, body, name);
    default:
      return sentence_of_dates(lens, name, running, where);
  }
}

}  // namespace

WhereItStands where_it_stands(const Lens& lens, const BodyId& body) {
  const auto* established = lens.world.one<BodyEstablished>(body);
  if (!established) return {};
  WhereItStands where;
  const auto rows = dates(lens, body);
  const auto* running =
      find_row(rows, [](const auto& row) { return is_sitting(row) && row.status == Status::running; });
  const auto* next =
      find_row(rows, [&lens](const auto& row) { return is_sitting(row) && lens.today() < row.days.from; });
  if (next) where.next = *next;
  for (const auto& row : rows)
    if (is_sitting(row) && row.status == Status::held) where.last = row;
  where.sentence = sentence(lens, established->act, running, where);
  return where;
}

std::vector<BodyId> bodies_in_order(const Lens& lens) {
  auto order = bodies(lens);
  const auto key = [&lens](const BodyId& id) {
    const auto& body = lens.world.one<BodyEstablished>(id)->act;
    const auto standing = body_status(lens, body);
    return standing == Status::living ? 0 : standing == Status::ahead ? 1 : 2;
  };
  const auto begins = [&lens](const BodyId& id) { return lens.world.one<BodyEstablished>(id)->act.from; };
  std::stable_sort(order.begin(), order.end(), [&](const BodyId& a, const BodyId& b) {
    return key(a) != key(b) ? key(a) < key(b) : begins(b) < begins(a);
  });
  return order;
}

WhereItStands where_it_stands(const Lens& lens) {
  const auto order = bodies_in_order(lens);
  return order.empty() ? WhereItStands{} : where_it_stands(lens, order.front());
}

}  // namespace comity
