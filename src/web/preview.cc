#include "web/preview.h"

#include "seal/hash.h"
#include "texts/structure_json.h"
#include "views/texts_held.h"
#include "web/frame.h"
#include "web/site.h"

namespace comity {
namespace {

template <class A>
bool take_act(const Json& json, const char* name, A& into) {
  const auto* value = member(json, name);
  auto read = value ? read_act(A::kind, *value) : Result<Act>(Refusal{"preview-malformed"});
  if (read) into = std::get<A>(*std::move(read));
  return bool(read);
}

Finding read_finding(const Json& json) {
  Finding out{text_in(json, "code"), {}};
  const auto* values = member(json, "values");
  if (values && object(*values))
    for (const auto& [name, value] : *object(*values))
      if (text(value)) out.values.emplace(name, *text(value));
  return out;
}

// The text in hand, and behind it those that are held.
class TextInHand : public TextsHeld {
 public:
  TextInHand(const ImportPreview& preview, const TextsHeld& held)
      : preview_(preview),
        held_(held),
        text_(std::make_shared<const TextStructure>(preview.text)),
        cited_(std::make_shared<const CitedText>(citations(preview.text, preview.act.language))) {}

  std::shared_ptr<const TextStructure> structure(const std::string& digest) const override {
    return digest == preview_.act.structure ? text_ : held_.structure(digest);
  }
  std::shared_ptr<const CitedText> cited(const TextImported& act) const override {
    return act == preview_.act ? cited_ : held_.cited(act);
  }

 private:
  const ImportPreview& preview_;
  const TextsHeld& held_;
  std::shared_ptr<const TextStructure> text_;
  std::shared_ptr<const CitedText> cited_;
};

}  // namespace

Json to_json(const ImportPreview& preview) {
  JsonList findings, steps;
  for (const auto& finding : preview.findings) {
    JsonObject values;
    for (const auto& [name, value] : finding.values) values.emplace(name, value);
    findings.push_back(JsonObject{{"code", finding.code}, {"values", std::move(values)}});
  }
  for (const auto& step : preview.steps)
    steps.push_back(
        JsonObject{{"addressee", step.addressee}, {"in", step.in}, {"verb", step.verb}, {"when", step.when}});
  return JsonObject{{"document", to_json(Act(preview.document))},
                    {"findings", std::move(findings)},
                    {"steps", std::move(steps)},
                    {"structure", to_json(preview.text)},
                    {"text", to_json(Act(preview.act))}};
}

Result<ImportPreview> read_preview(std::string_view bytes) {
  const auto json = parse_json(bytes, {true, false, 64});
  if (!json) return json.refusal();
  ImportPreview out;
  const auto* structure = member(*json, "structure");
  if (!structure || !take_act(*json, "document", out.document) || !take_act(*json, "text", out.act))
    return Refusal{"preview-malformed"};
  auto text = read_structure(canonical(*structure));
  if (!text) return text.refusal();
  out.text = *std::move(text);
  for (const auto& finding : list_in(*json, "findings")) out.findings.push_back(read_finding(finding));
  for (const auto& step : list_in(*json, "steps"))
    out.steps.push_back(
        {text_in(step, "in"), text_in(step, "addressee"), text_in(step, "verb"), text_in(step, "when")});
  return out;
}

Response Site::preview(Language language, const ImportPreview& preview) const {
  check(beside_.texts != nullptr, "a preview is made where texts are held");
  const Voice voice{catalogue_.in(language)};
  const auto [before, size] = registrar_.read([](const World& world, const std::vector<Instant>& instants) {
    return std::pair(world, static_cast<std::int64_t>(instants.size()));
  });
  const auto world = with_preview(before, preview);
  const TextInHand texts(preview, *beside_.texts);
  const Lens lens{world, registrar_.now(), {}, &texts};
  Made made;
  made.title = preview.document.id.text;
  made.page = faced(voice, import_page(lens, preview));
  Address address;
  address.language = language;
  auto values = frame({voice, address, world, registrar_, size, lens.now, false, {}, nullptr}, made, css_address_);
  JsonObject page = *object(made.page);
  for (const char* name : {"lang", "dir"}) page.emplace(name, values.at(name));
  page.emplace("page-title", made.title);
  values["content"] = templates_.render(language, "import", page);
  Response response{200};
  response.body = templates_.render(language, "frame", values);
  response.keep = Keep::nowhere;
  return response;
}

}  // namespace comity
