// Who asks, as far as limits need it: one source is one IPv4 address, or the /64 that one IPv6 host commands. Knows how
// proxies that are trusted tell it.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace comity {

// The source that a numeric address belongs to; an IPv4 address mapped into IPv6 is the IPv4 one. Nothing where it is
// no numeric address.
std::optional<std::string> source_of(std::string_view address);

// The source that the last proxy names: of X-Forwarded-For the last address that is none of the trusted proxies' own.
// Nothing where there is none, or where it is no numeric address: then the request counts as the proxy's own.
std::optional<std::string> forwarded_source(std::string_view forwarded_for, const std::vector<std::string>& trusted);

}  // namespace comity
