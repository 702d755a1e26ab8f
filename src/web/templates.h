// The pages' templates: read once, macros and parts expanded per language, rendered by Mustache (escaping by default).
#pragma once

#include <map>
#include <string>
#include <string_view>

#include "base/json.h"
#include "words/catalogue.h"

namespace comity {

class Templates {
 public:
  // From files named pages/….html. `{{>x}}` becomes pages/parts/x.html, `{{x:field}}` the same part in a section of the
  // field, `{{t:key}}` the message in the language. A part or key that is not there is our own mistake.
  Templates(const std::map<std::string_view, std::string_view>& files, const Catalogue& catalogue);

  // `values` as faced() makes them, and those `around` them that they do not have themselves; an empty text is an
  // absent value.
  std::string render(Language language, const std::string& page, const Json& values,
                     const JsonObject& around = {}) const;
  // The template as expanded: for the test that every name in it is one of the view's.
  const std::string& expanded(Language language, const std::string& page) const;

 private:
  std::map<std::pair<Language, std::string>, std::string> pages_;
};

std::string escape_html(std::string_view text);

}  // namespace comity
