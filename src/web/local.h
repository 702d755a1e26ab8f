// What the local socket may do besides reading: enter acts, and find what a data set entered before. The command line
// comes through here whether or not a server runs (decisions.md 16): one door, one writer.
#pragma once

#include "registrar/registrar.h"
#include "web/message.h"

namespace comity {

// POST /local/acts with a list of requests, POST /local/closed with one of the closed log: {"entered": […], "refused":
// […]}; GET /local/latest?prefix=…; GET /local/withheld?document=…&language=…: the act of the withheld text and its
// closed entry, {} where there is none. All JSON.
// Nothing where the address is another one or the peer is not local.
std::optional<Response> answer_local(Registrar& registrar, const Request& request);

Json to_json(const EntryRequest& request);
Result<EntryRequest> read_entry_request(const Json& json);
Json to_json(const ClosedRequest& request);
Result<ClosedRequest> read_closed_request(const Json& json);
Json to_json(const Registrar::Outcome& outcome);
Result<Registrar::Outcome> read_outcome(const Json& json);

}  // namespace comity
