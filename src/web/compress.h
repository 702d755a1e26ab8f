// gzip (RFC 1952) of whole texts.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace comity {

// The same input gives the same bytes: no time, no name in the header.
std::string gzip(std::string_view bytes);
// Nothing if the bytes are no single gzip member, or hold more than `limit` bytes.
std::optional<std::string> gunzip(std::string_view bytes, std::size_t limit);

// Whether a type is worth compressing: text, JSON, XML, SVG.
bool compressible(std::string_view content_type);

}  // namespace comity
