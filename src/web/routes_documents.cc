// Documents, decisions and resolutions.
#include "convert/redline.h"
#include "views/comparison.h"
#include "views/decisions_pages.h"
#include "views/register_page.h"
#include "views/search_page.h"
#include "web/face_schema.h"
#include "web/route.h"

namespace comity {
namespace {

std::string asked_for(const Ask& ask, std::string_view key) {
  const auto* value = query(ask.address, key);
  return value ? *value : std::string();
}

std::string body_of(const Ask& ask) {
  const auto it = ask.params.find("body");
  return it == ask.params.end() ? asked_for(ask, "body") : it->second;
}

Result<Made> documents(const Ask& ask) {
  const DocumentFilter filter{body_of(ask), asked_for(ask, "kind"), asked_for(ask, "session"), asked_for(ask, "year"),
                              asked_for(ask, "language")};
  const auto view = documents_page(ask.lens, filter);
  auto out = made(ask, view, ask.voice.tongue.say("page.documents.title"));
  if (view.body) out.crumbs = {*view.body};
  return out;
}

bool is_form_of_document(Suffix suffix) { return suffix >= Suffix::txt; }

ExportedDocument exported(const Ask& ask, const DocumentPage& view) {
  const auto language = ask.voice.language();
  ExportedDocument out;
  out.symbol = view.symbol;
  out.language = language;
  out.title = title_of(ask, view.titles);
  out.kind = code_of(view.type);
  out.date = view.date;
  if (view.body) out.organ = title_of(ask, view.body->names, view.body->name);
  out.official = official_address(view.symbol, language);
  out.caution = ask.voice.tongue.say("page.document.not-official");
  if (view.withheld)
    out.caution += " " + ask.voice.tongue.say("code.withholding." + std::string(code_of(view.withheld->why)));
  out.recorded = date_of(ask.lens.world.one<DocumentRegistered>(view.symbol)->from.at);
  for (const auto* fact : texts_of(ask.lens, view.symbol))
    if (fact->act.language == language) out.recorded = date_of(fact->from.at);
  if (const auto text = view.reading.in.find(language); text != view.reading.in.end()) out.text = text->second;
  return out;
}

Result<Made> document(const Ask& ask) {
  const auto view = document_page(ask.lens, {ask.params.at("symbol")});
  if (!view) return no_such_page();
  auto out = made(ask, *view, view->symbol.text);
  if (is_form_of_document(ask.address.suffix)) out.exported = exported(ask, *view);
  const auto suffix = ask.address.suffix;
  if (view->withheld && (is_form_of_text(suffix) || by_office(suffix)) && !out.exported->text)
    return Refusal{"text-withheld", {{"symbol", view->symbol.text}}};
  if (view->body) out.crumbs = {*view->body};
  out.crumbs.push_back({"documents", {"page.documents.title", {}}, {}, {"/documents"}});
  return out;
}

// All in the language of the texts, whoever asks: the document goes to others.
std::string with_tracked_changes(const Ask& ask, const ComparedTexts& texts) {
  const Voice voice{ask.voice.tongue.catalogue().in(texts.language)};
  const auto& tongue = voice.tongue;
  const auto line = [&](const ComparedTexts::Side& side, std::optional<std::size_t> at) {
    if (!at) return std::string();
    const auto& paragraph = side.paragraphs[*at];
    const auto place = side.places.find(paragraph.id);
    const auto label = place == side.places.end() ? paragraph_label(paragraph, texts.language)
                                                  : "[" + said(voice, place->second) + "]";
    return label + (label.empty() ? "" : " ") + paragraph.text;
  };
  std::vector<RedlineRow> rows;
  for (const auto& row : texts.rows)
    rows.push_back({row.kind, line(texts.before, row.before), line(texts.after, row.after)});
  constexpr std::size_t to_the_second = 19;
  return as_redline_odt({texts.language, texts.before.named + " → " + texts.after.named, tongue.say("cli.diff.caution"),
                         "Comity", print(texts.after.recorded).substr(0, to_the_second)},
                        rows);
}

Result<Made> comparison(const Ask& ask) {
  const ComparisonFilter filter{{asked_for(ask, "before"), asked_for(ask, "before-language")},
                                {asked_for(ask, "after"), asked_for(ask, "after-language")},
                                asked_for(ask, "layout"),
                                asked_for(ask, "show"),
                                ask.voice.language()};
  if (ask.address.suffix == Suffix::fodt || by_office(ask.address.suffix)) {
    const auto texts = compared_texts(ask.lens, filter);
    if (!texts) return texts.refusal();
    Made document;
    document.tracked = with_tracked_changes(ask, *texts);
    return document;
  }
  const auto view = comparison_page(ask.lens, filter);
  if (!view) return view.refusal();
  auto out = made(ask, *view, ask.voice.tongue.say("page.comparison.title"));
  out.crumbs = {{"documents", {"page.documents.title", {}}, {}, {"/documents"}}};
  return out;
}

Result<Made> search(const Ask& ask) {
  const SearchFilter filter{
      asked_for(ask, "q"),
      asked_for(ask, "language"),
      asked_for(ask, "part"),
      asked_for(ask, "how"),
      {asked_for(ask, "body"), asked_for(ask, "kind"), asked_for(ask, "session"), asked_for(ask, "year"), ""},
      ask.voice.language(),
      asked_for(ask, "of"),
      asked_for(ask, "paragraph"),
      asked_for(ask, "document"),
      asked_for(ask, "page")};
  const auto view = search_page(ask.lens, filter, ask.search);
  if (!view) return view.refusal();
  auto out = made(ask, *view, ask.voice.tongue.say("page.search.title"));
  out.crumbs = {{"documents", {"page.documents.title", {}}, {}, {"/documents"}}};
  return out;
}

Result<Made> symbols(const Ask& ask) {
  const auto view = register_page(ask.lens, {ask.params.at("body")});
  if (!view) return no_such_page();
  auto out = made(ask, *view, ask.voice.tongue.say("page.register.title"));
  out.crumbs = {view->body, {"documents", {"page.documents.title", {}}, {}, {view->body.href.path + "/documents"}}};
  return out;
}

Result<Made> decisions(const Ask& ask) {
  const auto view = decisions_page(ask.lens, {body_of(ask)});
  auto out = made(ask, view, ask.voice.tongue.say("page.decisions.title"));
  if (view.body) out.crumbs = {*view.body};
  return out;
}

Result<Made> decision(const Ask& ask) {
  const auto view = decision_page(ask.lens, {ask.params.at("decision")});
  if (!view) return no_such_page();
  auto out = made(ask, *view, title_of(ask, view->titles));
  out.crumbs = {view->body, {"decisions", {"page.decisions.title", {}}, {}, {view->body.href.path + "/decisions"}}};
  return out;
}

}  // namespace

std::vector<Route> document_routes() {
  const std::vector<std::string_view> filters{"kind", "session", "year", "language"};
  const Faces listed{"documents", "documents", false};
  const Faces register_faces{"decisions", "decisions", false};
  return {{"documents",
           "/documents",
           documents,
           listed,
           schema<DocumentsPage>,
           {"body", "kind", "session", "year", "language"}},
          {"decisions", "/decisions", decisions, register_faces, schema<DecisionsPage>, {"body"}},
          {"search",
           "/search",
           search,
           {},
           schema<SearchPage>,
           {"q", "how", "of", "paragraph", "language", "body", "kind", "session", "year", "part", "document", "page"}},
          {"comparison",
           "/compare",
           comparison,
           {{}, {}, false, false, true},
           schema<ComparisonPage>,
           {"before", "before-language", "after", "after-language", "layout", "show"}},
          {"documents", "/{body}/documents", documents, listed, schema<DocumentsPage>, filters},
          {"register", "/{body}/register", symbols, {}, schema<RegisterPage>},
          {"decisions", "/{body}/decisions", decisions, register_faces, schema<DecisionsPage>},
          {"decision", "/{decision}", decision, {}, schema<DecisionPage>},
          {"document", "/{symbol}", document, {{}, {}, false, true}, schema<DocumentPage>}};
}

}  // namespace comity
