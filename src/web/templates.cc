#include "web/templates.h"

#include <kainjow/mustache.hpp>

#include "base/check.h"

namespace comity {
namespace {

using Files = std::map<std::string_view, std::string_view>;
namespace mustache = kainjow::mustache;

std::string file(const Files& files, const std::string& path) {
  const auto it = files.find(path);
  check(it != files.end(), "no template " + path);
  return std::string(it->second);
}

// The text with every {{…}} that `replace` knows replaced; what it answers is looked through again.
template <class Replace>
std::string expand(std::string text, const Replace& replace) {
  std::size_t at = 0;
  while ((at = text.find("{{", at)) != std::string::npos) {
    const auto end = text.find("}}", at);
    check(end != std::string::npos, "an unfinished tag in a template");
    const auto replacement = replace(text.substr(at + 2, end - at - 2));
    if (replacement) text.replace(at, end + 2 - at, *replacement);
    if (!replacement) at = end + 2;
  }
  return text;
}

std::string part(const Files& files, const std::string& name) {
  auto body = file(files, "pages/parts/" + name + ".html");
  while (!body.empty() && body.back() == '\n') body.pop_back();
  return body;
}

std::string in_section(const std::string& field, const std::string& body) {
  return "{{#" + field + "}}" + body + "{{/" + field + "}}";
}

// Mustache reads {{ in a message as a tag: messages never hold braces, and are escaped here.
std::string message(const Tongue& tongue, const std::string& key) { return escape_html(tongue.say(key)); }

mustache::data to_data(const Json& json) {
  if (const auto* said = text(json)) return said->empty() ? mustache::data(false) : mustache::data(*said);
  if (const auto* count = number(json)) return mustache::data(std::to_string(*count));
  if (const auto* items = list(json)) {
    mustache::data out(mustache::data::type::list);
    for (const auto& item : *items) out.push_back(to_data(item));
    return out;
  }
  mustache::data out(mustache::data::type::object);
  for (const auto& [name, value] : *object(json)) out.set(name, to_data(value));
  return out;
}

}  // namespace

Templates::Templates(const Files& files, const Catalogue& catalogue) {
  for (const auto& [path, content] : files) {
    if (!path.starts_with("pages/") || path.find('/', 6) != std::string_view::npos) continue;
    const std::string name(path.substr(6, path.size() - 6 - 5));
    for (const auto language : languages) {
      const auto tongue = catalogue.in(language);
      pages_[{language, name}] =
          expand(std::string(content), [&](const std::string& tag) -> std::optional<std::string> {
            if (tag.starts_with(">")) return part(files, tag.substr(1));
            const auto colon = tag.find(':');
            if (colon == std::string::npos) return std::nullopt;
            const auto rest = tag.substr(colon + 1);
            return tag.substr(0, colon) == "t" ? message(tongue, rest)
                                               : in_section(rest, part(files, tag.substr(0, colon)));
          });
    }
  }
}

const std::string& Templates::expanded(Language language, const std::string& page) const {
  const auto it = pages_.find({language, page});
  check(it != pages_.end(), "no page " + page);
  return it->second;
}

std::string Templates::render(Language language, const std::string& page, const Json& values) const {
  mustache::mustache compiled(expanded(language, page));
  check(compiled.is_valid(), "template " + page + ": " + compiled.error_message());
  return compiled.render(to_data(values));
}

std::string escape_html(std::string_view text) {
  std::string out;
  for (const char c : text) {
    switch (c) {
      case '&':
        out += "&amp;";
        break;
      case '<':
        out += "&lt;";
        break;
      case '>':
        out += "&gt;";
        break;
      case '"':
        out += "&quot;";
        break;
      case '\'':
        out += "&#39;";
        break;
      default:
        out += c;
    }
  }
  return out;
}

}  // namespace comity
