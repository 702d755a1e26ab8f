#include "web/answering.h"

#include <fmt/format.h>

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <exception>

#include "base/check.h"
#include "web/writer.h"

namespace comity {
namespace {

void complain(const ServerOptions& options, const std::string& code, const std::string& detail) {
  if (options.complain) return options.complain(code, detail);
  fmt::print(stderr, "comity: {}: {}\n", code, detail);
}

Writing writing(const ServerOptions& options, bool keep_alive) {
  const auto now = std::chrono::system_clock::now().time_since_epoch();
  return {std::chrono::duration_cast<std::chrono::seconds>(now).count(), keep_alive, options.scripts};
}

// What is said when even the error page fails.
Response plain(const Rejected& rejected) {
  Response response;
  response.status = rejected.status;
  response.content_type = "text/plain; charset=utf-8";
  response.body = fmt::format("{} {}: {}\n", rejected.status, phrase(rejected.status), rejected.why.code);
  return response;
}

Response standing(Response response, const Rejected& rejected) {
  response.status = rejected.status;
  response.keep = Keep::nowhere;
  const bool allows = std::any_of(response.headers.begin(), response.headers.end(),
                                  [](const auto& field) { return field.first == "Allow"; });
  if (rejected.status == 405 && !allows) response.headers.push_back({"Allow", "GET, HEAD, POST"});
  return response;
}

std::string error_page(const ServerOptions& options, const Rejected& rejected, bool keep_alive) {
  std::string out;
  const auto rendered = [&] {
    append(out, standing(options.error_page(rejected), rejected), rejected.request, writing(options, keep_alive));
  };
  if (options.error_page && succeeds(options, rendered)) return out;
  out.clear();
  append(out, standing(plain(rejected), rejected), rejected.request, writing(options, keep_alive));
  return out;
}

}  // namespace

bool succeeds(const ServerOptions& options, const std::function<void()>& work) {
  try {
    work();
    return true;
  } catch (const Fault& fault) {
    complain(options, fault.code, fault.what());
  } catch (const std::exception& thrown) {
    complain(options, "exception", thrown.what());
  } catch (...) {
    complain(options, "exception", "of an unknown kind");
  }
  return false;
}

std::string answered(const ServerOptions& options, const Answering& answer, const Request& request, bool keep_alive) {
  std::string out;
  const auto rendered = [&] { append(out, answer(request), &request, writing(options, keep_alive)); };
  if (succeeds(options, rendered)) return out;
  return error_page(options, {500, Refusal{"server-fault"}, &request}, keep_alive);
}

std::string refused(const ServerOptions& options, const Rejected& rejected) {
  return error_page(options, rejected, false);
}

}  // namespace comity
