#include "web/frame.h"

#include "views/standing.h"

namespace comity {
namespace {

// The same page in another language or face: the path stays, the query too.
std::string other(const Framing& framing, Language language, Suffix suffix) {
  Address address = framing.address;
  address.language = language;
  address.suffix = suffix;
  return print(address);
}

std::string face_address(const Framing& framing, bool offered, Suffix suffix) {
  return offered ? other(framing, framing.voice.language(), suffix) : std::string();
}

JsonList tongues(const Framing& framing) {
  JsonList out;
  for (const auto language : languages) {
    const auto name = framing.voice.tongue.catalogue().say(language, "language." + std::string(code_of(language)));
    out.push_back(JsonObject{{"lang", code_of(language)},
                             {"dir", right_to_left(language) ? "rtl" : "ltr"},
                             {"text", name},
                             {"href", other(framing, language, Suffix::none)},
                             {"current", language == framing.voice.language() ? "1" : ""}});
  }
  return out;
}

Json link(const Framing& framing, const std::string& path, const std::string& text) {
  const bool current = "/" + joined(framing.address) == path;
  return JsonObject{{"href", address(framing.voice, path)}, {"text", text}, {"current", current ? "1" : ""}};
}

std::string short_name(const Framing& framing, const BodyEstablished& body) {
  return *text(*member(faced(framing.voice, body.short_names), "text"));
}

JsonList navigation(const Framing& framing) {
  JsonList out;
  const auto say = [&framing](const char* key) { return framing.voice.tongue.say(key); };
  out.push_back(link(framing, "/today", say("nav.today")));
  for (const auto& id : bodies_in_order({framing.world, framing.now, framing.on}))
    out.push_back(link(framing, "/" + id.text, short_name(framing, framing.world.one<BodyEstablished>(id)->act)));
  for (const char* page : {"documents", "decisions", "states", "taking-part", "record"})
    out.push_back(link(framing, std::string("/") + page, say((std::string("nav.") + page).c_str())));
  return out;
}

JsonList crumbs(const Framing& framing, const Made& made) {
  JsonList out;
  if (made.crumbs.empty()) return out;
  out.push_back(JsonObject{{"href", address(framing.voice, "")}, {"text", framing.voice.tongue.say("nav.home")}});
  for (const auto& crumb : made.crumbs) {
    const Json names = faced(framing.voice, crumb.names);
    const auto* words = member(names, "text");
    out.push_back(JsonObject{{"href", address(framing.voice, crumb.href.path)},
                             {"text", words ? *text(*words) : said(framing.voice, crumb.name)}});
  }
  out.push_back(JsonObject{{"href", ""}, {"text", made.title}});
  return out;
}

// What makes this page one of another moment, and the way back from it.
void put_moment(const Framing& framing, JsonObject& out) {
  Address present = framing.address;
  present.query.erase("as-of");
  Address today = framing.address;
  today.query.erase("on");
  out["asof"] = "";
  out["on"] = "";
  if (framing.as_of)
    out["asof"] = JsonObject{{"instant", faced(framing.voice, framing.now)},
                             {"entry", number(framing.voice.language(), framing.size)},
                             {"now-href", print(present)}};
  if (framing.on) out["on"] = JsonObject{{"date", faced(framing.voice, *framing.on)}, {"now-href", print(today)}};
  out["keep"] = framing.voice.carried.empty() ? std::string() : "?" + framing.voice.carried;
}

void put_standing(const Framing& framing, JsonObject& out) {
  const auto stands = where_it_stands({framing.world, framing.now, framing.on});
  out["standing"] = said(framing.voice, stands.sentence);
  const auto& link = stands.next ? stands.next : stands.last;
  out["standing-href"] = link ? address(framing.voice, link->href.path) : std::string();
}

void put_faces(const Framing& framing, JsonObject& out) {
  const auto* route = framing.route;
  out["json"] = face_address(framing, route != nullptr, Suffix::json);
  out["csv"] = face_address(framing, route && !route->faces.csv.empty(), Suffix::csv);
  out["atom"] = face_address(framing, route && !route->faces.feed.empty(), Suffix::atom);
  out["ics"] = face_address(framing, route && route->faces.calendar, Suffix::ics);
}

std::string institution(const Framing& framing) {
  const auto facts = framing.world.facts<InstitutionDescribed>();
  if (facts.empty()) return framing.voice.tongue.say("page.institution.empty");
  return *text(*member(faced(framing.voice, facts.front()->act.names), "text"));
}

void put_proof(const Framing& framing, JsonObject& out) {
  const auto last = framing.size > 0 ? framing.size - 1 : 0;
  out["size"] = number(framing.voice.language(), framing.size);
  out["entry-href"] = address(framing.voice, framing.size > 0 ? "/record/" + std::to_string(last) : "/record");
  out["checkpoint-href"] = "/record/checkpoint";
  out["verify-href"] = address(framing.voice, "/record/verify");
  out["about-href"] = address(framing.voice, "/about");
  out["terms-href"] = address(framing.voice, "/terms");
  out["ended"] = framing.registrar.record().frozen() ? "1" : "";
  out["origin-unnamed"] = framing.registrar.record().origin().starts_with("comity.invalid/") ? "1" : "";
}

}  // namespace

JsonObject frame(const Framing& framing, const Made& made, const std::string& css) {
  const auto language = framing.voice.language();
  JsonObject out{{"lang", code_of(language)},
                 {"dir", right_to_left(language) ? "rtl" : "ltr"},
                 {"title", made.title},
                 {"institution", institution(framing)},
                 {"css", css},
                 {"tongues", tongues(framing)},
                 {"nav", navigation(framing)},
                 {"crumbs", crumbs(framing, made)}};
  out["has-crumbs"] = made.crumbs.empty() ? "" : "1";
  put_moment(framing, out);
  put_standing(framing, out);
  put_faces(framing, out);
  put_proof(framing, out);
  return out;
}

}  // namespace comity
