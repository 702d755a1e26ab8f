// The institution's terms, and how a text uses them.
#include "views/terms_pages.h"
#include "web/face_schema.h"
#include "web/route.h"
#include "words/order.h"

namespace comity {
namespace {

std::string term_asked(const Ask& ask, std::string_view key) {
  const auto* value = query(ask.address, key);
  return value ? *value : std::string();
}

// The alphabetical order of the reader's language; the twin keeps that of the ids.
Result<Made> terms(const Ask& ask) {
  auto view = terms_page(ask.lens);
  const auto twin_of_ids = twin(view);
  view.terms = in_order(ask.voice.language(), std::move(view.terms),
                        [&ask](const TermRow& term) { return title_of(ask, term.names); });
  auto out = made(ask, view, ask.voice.tongue.say("page.terms.title"));
  out.twin = twin_of_ids;
  return out;
}

Result<Made> terms_check(const Ask& ask) {
  const auto view =
      terms_check_page(ask.lens, {term_asked(ask, "of"), term_asked(ask, "language"), ask.voice.language()});
  if (!view) return view.refusal();
  auto out = made(ask, *view, ask.voice.tongue.say("page.terms-check.title"));
  out.crumbs = {{"terms", {"page.terms.title", {}}, {}, {"/terms"}}};
  return out;
}

}  // namespace

std::vector<Route> terms_routes() {
  return {{"terms", "/terms", terms, {"terms", {}, false}, schema<TermsPage>},
          {"terms-check",
           "/terms/check",
           terms_check,
           {"findings", {}, false},
           schema<TermsCheckPage>,
           {"of", "language"}}};
}

}  // namespace comity
