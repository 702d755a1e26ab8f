#include "web/face_json.h"

#include <algorithm>

#include "web/face_page.h"
#include "web/message.h"

namespace comity {
namespace {

template <class Things, class Make>
JsonList listed(const Things& things, Make&& make) {
  JsonList out;
  for (const auto& thing : things) out.push_back(make(thing));
  return out;
}

struct SayTwin {
  Json operator()(std::int64_t value) const { return value; }
  Json operator()(const std::string& value) const { return value; }
  Json operator()(const Texts& value) const { return twin(value); }
  Json operator()(const std::vector<Say>& value) const {
    if (value.size() == 1) return twin(value.front());
    return value.empty() ? Json("") : listed(value, [](const Say& say) { return twin(say); });
  }
  Json operator()(const std::vector<std::string>& value) const {
    return listed(value, [](const std::string& text) { return Json(text); });
  }
};

}  // namespace

Json twin(const Say& say) {
  if (say.empty()) return "";
  JsonObject out{{"say", say.key}};
  for (const auto& [name, value] : say.values) {
    // A message's value may be named sessions_of; keys of answers have hyphens (decisions.md 7).
    auto key = name;
    std::replace(key.begin(), key.end(), '_', '-');
    out.emplace(std::move(key), std::visit(SayTwin{}, value));
  }
  return out;
}

Json twin(const Texts& texts) {
  JsonObject out;
  const auto put = [&out](const char* name, const std::map<Language, std::string>& some) {
    JsonObject members;
    for (const auto& [language, said] : some) members.emplace(code_of(language), said);
    if (!members.empty()) out.emplace(name, std::move(members));
  };
  put("official", texts.official);
  put("working", texts.working);
  return out;
}

std::string address(const Voice& voice, const Href& href) {
  const auto& path = href.path;
  std::string out = "/" + std::string(code_of(href.language.value_or(voice.language())));
  const auto fragment = path.find('#');
  const auto place = fragment == std::string::npos ? std::string() : path.substr(fragment);
  // A symbol may hold a space ("A/RES/43/78 H"); all else in our paths stands for itself.
  for (const char c : path.substr(0, fragment)) out += c == ' ' ? std::string("%20") : std::string(1, c);
  if (voice.carried.empty()) return out + place;
  return out + (path.find('?') == std::string::npos ? "?" : "&") + voice.carried + place;
}

JsonObject language_marks(const Voice& voice, Language shown) {
  const bool own = shown == voice.language();
  return {{"lang", code_of(shown)},
          {"dir", right_to_left(shown) ? "rtl" : "ltr"},
          {"fallback", own ? "" : voice.tongue.say("language." + std::string(code_of(shown)))}};
}

Json faced(const Voice& voice, const std::vector<SaidPiece>& pieces) {
  return listed(pieces, [&voice](const SaidPiece& piece) -> Json {
    if (!piece.language) return JsonObject{{"text", piece.text}, {"lang", ""}};
    auto out = language_marks(voice, *piece.language);
    out.emplace("text", piece.text);
    return out;
  });
}

Json faced(const Voice& voice, const Texts& texts) {
  const auto own = shown(voice.language(), languages_of(texts));
  if (!own) return "";
  auto out = language_marks(voice, *own);
  out.emplace("text", *find(texts, *own));
  out.emplace("working", texts.working.contains(*own) ? "1" : "");
  return out;
}

Json faced(const Voice& voice, const Days& days) {
  if (days.from.year == 0) return "";
  return JsonObject{{"iso", print(days.from)}, {"to", print(days.to)}, {"text", written(voice.tongue, days)}};
}

Json faced(const Voice& voice, const Date& date) {
  if (date.year == 0) return "";
  return JsonObject{{"iso", print(date)}, {"text", written(voice.tongue, date)}};
}

Json faced(const Voice& voice, const Happened& happened) {
  if (happened.date.year == 0) return "";
  JsonObject out{{"iso", print(happened.date)}, {"text", written(voice.tongue, happened)}};
  out["utc"] = "";
  if (happened.time.empty() || !voice.reader) return out;
  const auto zone = zone_of(happened.zone);
  const auto instant = zone ? instant_of(happened.date, happened.time, *zone) : Result<Instant>(zone.refusal());
  if (instant) out["utc"] = written(voice.tongue, *instant, *voice.reader);
  return out;
}

Json faced(const Voice& voice, Instant instant) {
  return JsonObject{{"iso", iso(instant)}, {"text", exact(voice.tongue, instant)}};
}

Json faced(const Voice& voice, Language language) {
  return JsonObject{{"code", code_of(language)},
                    {"dir", right_to_left(language) ? "rtl" : "ltr"},
                    {"text", voice.tongue.say("language." + std::string(code_of(language)))}};
}

// Links in drawings stand without their language.
Json faced(const Voice& voice, const Html& html) {
  constexpr std::string_view mark = "%LANG%";
  std::string out = html.text;
  const auto prefix = "/" + std::string(code_of(voice.language()));
  for (auto at = out.find(mark); at != std::string::npos; at = out.find(mark, at)) out.replace(at, mark.size(), prefix);
  return out;
}

}  // namespace comity
