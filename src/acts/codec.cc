#include "acts/codec.h"

#include "acts/row.h"

namespace comity {
namespace {

std::vector<KindRow> all_rows() {
  std::vector<KindRow> rows;
  for (const auto area : {state_rows, body_rows, session_rows, work_rows, document_rows, decision_rows, narrative_rows,
                          wording_rows, term_rows, report_rows, correction_rows, keeping_rows})
    for (const auto& one : area()) rows.push_back(one);
  return rows;
}

}  // namespace

const std::vector<KindRow>& kinds() {
  static const std::vector<KindRow> rows = all_rows();
  return rows;
}

const KindRow* find_kind(std::string_view kind) {
  const auto& rows = kinds();
  const auto it = std::find_if(rows.begin(), rows.end(), [kind](const KindRow& one) { return one.kind == kind; });
  return it == rows.end() ? nullptr : &*it;
}

Act::Act(const Act& other) = default;
Act::Act(Act&& other) noexcept = default;
Act& Act::operator=(const Act& other) = default;
Act& Act::operator=(Act&& other) noexcept = default;
Act::~Act() = default;

std::string_view kind_of(const Act& act) {
  return std::visit([](const auto& one) { return std::decay_t<decltype(one)>::kind; }, act);
}

Json to_json(const Act& act) {
  JsonObject out;
  std::visit([&out](const auto& one) { std::decay_t<decltype(one)>::fields(one, FieldWriter{out}); }, act);
  return out;
}

Result<Act> read_act(std::string_view kind, const Json& json) {
  const auto* found = find_kind(kind);
  if (!found) return Refusal{"unknown-kind", {{"kind", std::string(kind)}}};
  return found->read(json);
}

}  // namespace comity
