// The description of all answers for programs (OpenAPI 3.1), from the route table and the views' own field lists: what
// it says is what is sent.
#pragma once

#include <string>
#include <string_view>

namespace comity {

// The bytes of /api/openapi.json, the same in every run.
const std::string& openapi();

// Where the twin of a route's pages stands in the document: "/{language}/{body}/sessions.json". Routes whose whole
// address is one id share "/{language}/{id}.json": OpenAPI knows no two templates that differ only in a name.
std::string openapi_path(std::string_view pattern, std::string_view suffix);

}  // namespace comity
