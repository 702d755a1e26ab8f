#include "acts/closed.h"

#include "acts/row.h"

namespace comity {
namespace {

struct ClosedRow {
  std::string_view kind;
  Result<ClosedAct> (*read)(const Json& json);
};

template <class A>
Result<ClosedAct> read_closed(const Json& json) {
  auto read = read_fields<A>(json);
  if (!read) return read.refusal();
  return ClosedAct(*std::move(read));
}

template <class... A>
std::vector<ClosedRow> rows_of(const std::variant<A...>*) {
  return {ClosedRow{A::kind, read_closed<A>}...};
}

const std::vector<ClosedRow>& closed_rows() {
  static const auto rows = rows_of(static_cast<const ClosedAct*>(nullptr));
  return rows;
}

}  // namespace

std::vector<std::string_view> closed_kinds() {
  std::vector<std::string_view> kinds;
  for (const auto& row : closed_rows()) kinds.push_back(row.kind);
  return kinds;
}

std::string_view kind_of(const ClosedAct& act) {
  return std::visit([](const auto& one) { return std::decay_t<decltype(one)>::kind; }, act);
}

Json to_json(const ClosedAct& act) {
  JsonObject out;
  std::visit([&out](const auto& one) { std::decay_t<decltype(one)>::fields(one, FieldWriter{out}); }, act);
  return out;
}

Result<ClosedAct> read_closed_act(std::string_view kind, const Json& json) {
  for (const auto& row : closed_rows())
    if (row.kind == kind) return row.read(json);
  return Refusal{"unknown-kind", {{"kind", std::string(kind)}}};
}

}  // namespace comity
