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

// The text with every {{…}} that `replace` knows replaced.
template <class Replace>
std::string expand(std::string_view text, const Replace& replace) {
  std::string out;
  std::size_t done = 0;
  for (auto at = text.find("{{"); at != std::string_view::npos; at = text.find("{{", done)) {
    const auto end = text.find("}}", at);
    check(end != std::string_view::npos, "an unfinished tag in a template");
    const std::optional<std::string> replacement = replace(std::string(text.substr(at + 2, end - at - 2)));
    out += text.substr(done, at - done);
    out += replacement ? *replacement : text.substr(at, end + 2 - at);
    done = end + 2;
  }
  out += text.substr(done);
  return out;
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

// A page's template with its parts and sections in place, and theirs; messages are still tags.
std::string assembled(const Files& files, std::string_view content) {
  return expand(content, [&files](const std::string& tag) -> std::optional<std::string> {
    if (tag.starts_with(">")) return assembled(files, part(files, tag.substr(1)));
    const auto colon = tag.find(':');
    if (colon == std::string::npos || tag.starts_with("t:")) return std::nullopt;
    return in_section(tag.substr(colon + 1), assembled(files, part(files, tag.substr(0, colon))));
  });
}

// What Mustache is given is built in place: its own push_back and set copy all that an item holds, level by level.
mustache::data to_data(const Json& json) {
  if (const auto* said = text(json)) return said->empty() ? mustache::data(false) : mustache::data(*said);
  if (const auto* count = number(json)) return mustache::data(std::to_string(*count));
  if (const auto* items = list(json)) {
    mustache::data out(mustache::list(items->size(), mustache::data(false)));
    auto* slot = const_cast<mustache::data*>(out.list_value().data());  // it offers no other way to an item
    for (const auto& item : *items) *slot++ = to_data(item);
    return out;
  }
  mustache::data out(mustache::data::type::object);
  for (const auto& [name, value] : *object(json)) out[name] = to_data(value);
  return out;
}

}  // namespace

Templates::Templates(const Files& files, const Catalogue& catalogue) {
  for (const auto& [path, content] : files) {
    if (!path.starts_with("pages/") || path.find('/', 6) != std::string_view::npos) continue;
    const std::string name(path.substr(6, path.size() - 6 - 5));
    const auto page = assembled(files, content);
    for (const auto language : languages) {
      const auto tongue = catalogue.in(language);
      pages_[{language, name}] = expand(page, [&tongue](const std::string& tag) -> std::optional<std::string> {
        if (!tag.starts_with("t:")) return std::nullopt;
        return message(tongue, tag.substr(2));
      });
    }
  }
}

const std::string& Templates::expanded(Language language, const std::string& page) const {
  const auto it = pages_.find({language, page});
  check(it != pages_.end(), "no page " + page);
  return it->second;
}

std::string Templates::render(Language language, const std::string& page, const Json& values,
                              const JsonObject& around) const {
  mustache::mustache compiled(expanded(language, page));
  check(compiled.is_valid(), "template " + page + ": " + compiled.error_message());
  auto data = to_data(values);
  for (const auto& [name, value] : around)
    if (data.get(name) == nullptr) data[name] = to_data(value);
  return compiled.render(data);
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
