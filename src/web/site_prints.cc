// Documents for print: what LibreOffice makes of the flat ODT of the same address. The reader's wait holds no thread.
#include "texts/file_name.h"
#include "web/errors.h"
#include "web/site.h"
#include "web/writer.h"

namespace comity {
namespace {

// A name of ASCII, as a side of a comparison may be; nothing of what may be asked there but letters, digits and
// strokes.
std::string as_part_of_name(const std::string& named) {
  std::string out;
  for (const char c : named) {
    const bool plain = (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '.';
    out += plain ? c : '_';
  }
  return out;
}

// "A_77_275-ES.pdf", "oewg_ict_reports_2023-ES.pdf", or "changes-A_77_275-A_78_265-ES.pdf", which names no text of a
// document.
std::string name_of_print(const Address& address) {
  const auto language = *address.language;
  const auto extension = text_of(address.suffix).substr(1);
  if (const auto symbol = parse_symbol(joined(address))) return file_name(*symbol, language, extension);
  const auto code_in_capitals = [](Language named) {
    std::string code(code_of(named));
    for (auto& c : code) c = static_cast<char>(c - 'a' + 'A');
    return code;
  };
  if (joined(address) != "compare")
    return as_part_of_name(joined(address)) + "-" + code_in_capitals(language) + "." + std::string(extension);
  const auto* of_texts = query(address, "after-language");
  const auto code = code_in_capitals((of_texts ? language_of(*of_texts) : std::nullopt).value_or(language));
  std::string out = "changes";
  for (const char* side : {"before", "after"})
    if (const auto* named = query(address, side)) out += "-" + as_part_of_name(*named);
  return out + "-" + code + "." + std::string(extension);
}

// To be kept and opened beside the page: the content policy of every answer keeps some browsers from showing a PDF.
std::pair<std::string, std::string> disposition(const Address& address) {
  return {"Content-Disposition", "attachment; filename=\"" + name_of_print(address) + '"'};
}

}  // namespace

Response Site::refused(const Request& request, const Refusal& why) const {
  return error_page(&request, *request.address.language, status_of(why), why);
}

// Who holds it, or asks for the head alone, learns what it is without its being made: what it is made of names it.
Response Site::printed(const Request& request, const Response& flat) const {
  if (!beside_.press) return refused(request, {"press-gone"});
  const std::string format(text_of(request.address.suffix).substr(1));
  const auto recipe = Press::recipe_of(flat.body, format);
  constexpr std::size_t enough = 32;  // as writer.h etag_of
  Response ready{200, std::string(media_type(request.address.suffix))};
  ready.route = flat.route;
  ready.headers.push_back(disposition(request.address));
  ready.etag = recipe.substr(0, enough);
  ready.unmade = request.head || is_held(request, ready);
  if (ready.unmade) return ready;
  const auto finished = [this, request, ready](const Result<PrintBytes>& made) {
    if (!made) return refused(request, made.refusal());
    auto out = ready;
    out.body = **made;
    return out;
  };
  if (const auto held = beside_.press->at_hand(recipe)) return finished(*held);
  Response out;
  out.route = flat.route;
  out.later = [press = beside_.press, finished, order = Press::Order{flat.body, format, request.source}](auto give) {
    press->ask(order, [finished, give](Result<PrintBytes> made) {
      give([finished, made = std::move(made)] { return finished(made); });
    });
  };
  return out;
}

}  // namespace comity
