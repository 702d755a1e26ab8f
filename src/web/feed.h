// A list of a page as an Atom feed (RFC 4287) in one language. Reads no clock: "updated" is when the record took in
// what a row tells, so that the same record always gives the same feed.
#pragma once

#include "web/route.h"

namespace comity {

struct FeedOf {
  const Voice& voice;
  const Made& made;
  std::string list{};    // the name of the list in page and twin, which hold it in the same order
  std::string origin{};  // of the record
  std::string target{};  // of the feed itself: "/es/oewg-ict/documents.atom?as-of=12"
  EntryInstant at{};
  std::string host{};  // "https://example.org"; without it, links are relative to where the feed was fetched
};

std::string feed(const FeedOf& of);

// The name of a thing as a URI that is the same in every language, under every host and in every feed (RFC 4151):
// "tag:comity.invalid,2026:0123456789abcdef/oewg-ict/s4". The authority is the origin's host; an origin without a host
// of that form stands behind comity.invalid. House rule: the date is the year in which Comity began to name things so.
std::string tag_uri(std::string_view origin, std::string_view path);

}  // namespace comity
