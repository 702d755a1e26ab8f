// The files that the build embeds: pages/, looks/ and words/*.po, by their path in the source tree.
#pragma once

#include <map>
#include <string_view>

namespace comity {

const std::map<std::string_view, std::string_view>& assets();

}  // namespace comity
