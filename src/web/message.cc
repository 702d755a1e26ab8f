#include "web/message.h"

#include <algorithm>
#include <array>

namespace comity {

std::string_view header(const Request& request, std::string_view name) {
  const auto found = request.headers.find(std::string(name));
  return found == request.headers.end() ? std::string_view{} : std::string_view(found->second);
}

Response redirect(std::string target, int status) {
  Response response;
  response.status = status;
  response.content_type = "text/plain; charset=utf-8";
  response.headers.push_back({"Location", std::move(target)});
  return response;
}

std::string_view phrase(int status) {
  constexpr std::array phrases{std::pair{200, "OK"},
                               std::pair{201, "Created"},
                               std::pair{202, "Accepted"},
                               std::pair{204, "No Content"},
                               std::pair{301, "Moved Permanently"},
                               std::pair{302, "Found"},
                               std::pair{303, "See Other"},
                               std::pair{304, "Not Modified"},
                               std::pair{307, "Temporary Redirect"},
                               std::pair{308, "Permanent Redirect"},
                               std::pair{400, "Bad Request"},
                               std::pair{401, "Unauthorized"},
                               std::pair{403, "Forbidden"},
                               std::pair{404, "Not Found"},
                               std::pair{405, "Method Not Allowed"},
                               std::pair{406, "Not Acceptable"},
                               std::pair{408, "Request Timeout"},
                               std::pair{409, "Conflict"},
                               std::pair{410, "Gone"},
                               std::pair{413, "Content Too Large"},
                               std::pair{414, "URI Too Long"},
                               std::pair{415, "Unsupported Media Type"},
                               std::pair{422, "Unprocessable Content"},
                               std::pair{429, "Too Many Requests"},
                               std::pair{431, "Request Header Fields Too Large"},
                               std::pair{500, "Internal Server Error"},
                               std::pair{501, "Not Implemented"},
                               std::pair{503, "Service Unavailable"},
                               std::pair{505, "HTTP Version Not Supported"}};
  const auto* found =
      std::find_if(phrases.begin(), phrases.end(), [&](const auto& entry) { return entry.first == status; });
  return found == phrases.end() ? std::string_view{} : std::string_view(found->second);
}

}  // namespace comity
