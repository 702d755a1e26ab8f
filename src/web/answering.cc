#include "web/answering.h"

#include <cxxabi.h>
#include <fmt/format.h>

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <exception>
#include <memory>

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
  return {std::chrono::duration_cast<std::chrono::seconds>(now).count(), keep_alive, options.scripts, options.secure};
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

// The type of what is being handled. Its text is not told: a library may quote there what somebody sent.
std::string type_of_exception() {
  const auto* type = abi::__cxa_current_exception_type();
  if (!type) return "of an unknown kind";
  int failed = 0;
  const std::unique_ptr<char, decltype(&std::free)> name(abi::__cxa_demangle(type->name(), nullptr, nullptr, &failed),
                                                         &std::free);
  return name ? name.get() : type->name();
}

class Watch {
 public:
  Watch() = default;
  explicit Watch(std::chrono::steady_clock::time_point begin) : begin_(begin) {}
  std::chrono::microseconds read() const {
    return std::chrono::duration_cast<std::chrono::microseconds>(std::chrono::steady_clock::now() - begin_);
  }

 private:
  const std::chrono::steady_clock::time_point begin_ = std::chrono::steady_clock::now();
};

Served served(std::string_view route, const Request* request) {
  Served out{route};
  if (!request) return out;
  out.method = request->method;
  out.local = request->peer.local();
  return out;
}

}  // namespace

bool succeeds(const ServerOptions& options, const std::function<void()>& work) {
  try {
    work();
    return true;
  } catch (const Fault& fault) {
    complain(options, fault.code, fault.what());
  } catch (...) {
    complain(options, "exception", type_of_exception());
  }
  return false;
}

bool append_at_hand(std::string& out, const ServerOptions& options, const Request& request, bool keep_alive) {
  if (!options.at_hand) return false;
  const Watch watch;
  const auto before = out.size();
  auto told = served({}, &request);
  const auto appended = [&] {
    const auto response = options.at_hand(request);
    if (!response) return;
    told.status = append(out, *response, &request, writing(options, keep_alive));
    told.route = response->route;
  };
  if (!succeeds(options, appended) || told.status == 0) return false;
  told.bytes = out.size() - before;
  told.time = watch.read();
  if (options.served) options.served(told);
  return true;
}

std::string answered(const ServerOptions& options, const Answering& answer, const Request& request, bool keep_alive,
                     Postponed& postponed) {
  const Watch watch(postponed.since);
  auto told = served("fault", &request);
  std::string out;
  const auto rendered = [&] {
    const auto response = answer(request);
    postponed.later = response.later;
    if (postponed.later) return;
    told.status = append(out, response, &request, writing(options, keep_alive));
    told.route = response.route;
  };
  if (!succeeds(options, rendered)) {
    out = error_page(options, {500, Refusal{"server-fault"}, &request}, keep_alive);
    told = served("fault", &request);
    told.status = 500;
  }
  if (postponed.later) return {};
  told.bytes = out.size();
  told.time = watch.read();
  if (options.served) options.served(told);
  return out;
}

namespace {

std::string tell_refused(const ServerOptions& options, const Rejected& rejected, std::string out, const Watch& watch) {
  auto told = served("refused", rejected.request);
  told.status = rejected.status;
  told.bytes = out.size();
  told.time = watch.read();
  told.refusal = rejected.why.code;
  if (options.served) options.served(told);
  return out;
}

}  // namespace

std::string refused(const ServerOptions& options, const Rejected& rejected, bool keep_alive) {
  const Watch watch;
  return tell_refused(options, rejected, error_page(options, rejected, keep_alive), watch);
}

std::string turned_away(const ServerOptions& options, const Rejected& rejected) {
  const Watch watch;
  std::string out;
  append(out, standing(plain(rejected), rejected), nullptr, writing(options, false));
  return tell_refused(options, rejected, std::move(out), watch);
}

}  // namespace comity
