// XML that strangers wrote: read without entities of its own or anything from outside, and only so deep.
#pragma once

#include <pugixml.hpp>

#include <string>
#include <string_view>

#include "base/result.h"

namespace comity {

inline constexpr int xml_depth_limit = 200;  // elements within one another

// Blanks between elements are kept: they may part two words. Refuses xml-malformed {at, detail}, xml-too-deep {limit}.
Verdict read_xml(std::string_view bytes, pugi::xml_document& into);

// The name without its prefix: "p" of "text:p".
std::string_view local_name(const pugi::xml_node& node);

}  // namespace comity
