#include "web/outgoing.h"

#include <curl/curl.h>

#include <memory>

#include "base/check.h"

namespace comity {
namespace {

struct Free {
  void operator()(CURL* handle) const { curl_easy_cleanup(handle); }
  void operator()(curl_slist* list) const { curl_slist_free_all(list); }
};
using Handle = std::unique_ptr<CURL, Free>;
using Headers = std::unique_ptr<curl_slist, Free>;

// Once, before any other thread uses the library.
const bool library_ready = curl_global_init(CURL_GLOBAL_DEFAULT) == CURLE_OK;

struct Arriving {
  Received received{};
  std::size_t most_bytes = 0;
};

std::size_t take_body(const char* bytes, std::size_t, std::size_t count, void* into) {
  auto& arriving = *static_cast<Arriving*>(into);
  if (arriving.received.body.size() + count > arriving.most_bytes) return 0;
  arriving.received.body.append(bytes, count);
  return count;
}

// Each header line by itself, the first line too, which has no colon before its first space.
std::size_t take_header(const char* bytes, std::size_t, std::size_t count, void* into) {
  const std::string_view line(bytes, count);
  const auto colon = line.find(':');
  if (colon == line.npos || line.starts_with("HTTP/")) return count;
  std::string name(line.substr(0, colon));
  for (char& c : name)
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  const auto value = line.substr(colon + 1);
  const auto begin = value.find_first_not_of(" \t");
  const auto end = value.find_last_not_of(" \t\r\n");
  static_cast<Arriving*>(into)->received.headers[name] =
      begin == value.npos ? "" : std::string(value.substr(begin, end - begin + 1));
  return count;
}

template <class Value>
void set(const Handle& handle, CURLoption option, Value value) {
  check(curl_easy_setopt(handle.get(), option, value) == CURLE_OK, "an option that curl knows");
}

Headers headers_of(const Outgoing& outgoing) {
  Headers out;
  for (const auto& [name, value] : outgoing.headers) {
    auto* longer = curl_slist_append(out.get(), (name + ": " + value).c_str());
    check(longer != nullptr, "memory for a header");
    static_cast<void>(out.release());
    out.reset(longer);
  }
  return out;
}

[[noreturn]] void fail(CURLcode code, const std::string& url) {
  const auto detail = url + ": " + curl_easy_strerror(code);
  const bool malformed = code == CURLE_URL_MALFORMAT || code == CURLE_UNSUPPORTED_PROTOCOL;
  const bool silent = code == CURLE_OPERATION_TIMEDOUT || code == CURLE_GOT_NOTHING || code == CURLE_PARTIAL_FILE ||
                      code == CURLE_RECV_ERROR || code == CURLE_SEND_ERROR || code == CURLE_WRITE_ERROR;
  throw Fault(malformed ? "url-malformed" : silent ? "server-silent" : "server-absent", detail);
}

void prepare(const Handle& handle, const Outgoing& outgoing, Arriving& arriving) {
  set(handle, CURLOPT_URL, outgoing.url.c_str());
  set(handle, CURLOPT_PROTOCOLS_STR, "http,https");
  set(handle, CURLOPT_NOSIGNAL, 1L);
  set(handle, CURLOPT_NOPROXY, "127.0.0.1,localhost,::1");
  set(handle, CURLOPT_TIMEOUT_MS, static_cast<long>(outgoing.patience.count()));
  set(handle, CURLOPT_USERAGENT, "comity/" COMITY_VERSION);
  set(handle, CURLOPT_WRITEFUNCTION, take_body);
  set(handle, CURLOPT_WRITEDATA, &arriving);
  set(handle, CURLOPT_HEADERFUNCTION, take_header);
  set(handle, CURLOPT_HEADERDATA, &arriving);
  if (!outgoing.body) return;
  set(handle, CURLOPT_POST, 1L);
  set(handle, CURLOPT_POSTFIELDSIZE_LARGE, static_cast<curl_off_t>(outgoing.body->size()));
  set(handle, CURLOPT_POSTFIELDS, outgoing.body->data());
}

}  // namespace

Received call(const Outgoing& outgoing) {
  const Handle handle(library_ready ? curl_easy_init() : nullptr);
  check(handle != nullptr, "curl begins");
  Arriving arriving{{}, outgoing.most_bytes};
  prepare(handle, outgoing, arriving);
  const auto headers = headers_of(outgoing);
  set(handle, CURLOPT_HTTPHEADER, headers.get());
  if (const auto code = curl_easy_perform(handle.get()); code != CURLE_OK) fail(code, outgoing.url);
  long status = 0;
  curl_easy_getinfo(handle.get(), CURLINFO_RESPONSE_CODE, &status);
  arriving.received.status = static_cast<int>(status);
  return std::move(arriving.received);
}

}  // namespace comity
