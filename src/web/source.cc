#include "web/source.h"

#include <arpa/inet.h>

#include <algorithm>
#include <array>

#include "base/text.h"

namespace comity {
namespace {

std::string printed(const in_addr& address) {
  std::array<char, INET_ADDRSTRLEN> text{};
  return ::inet_ntop(AF_INET, &address, text.data(), text.size());
}

std::string network_of(const in6_addr& address) {
  if (IN6_IS_ADDR_V4MAPPED(&address)) {
    in_addr v4{};
    std::copy_n(address.s6_addr + 12, 4, reinterpret_cast<unsigned char*>(&v4));
    return printed(v4);
  }
  in6_addr network{};
  std::copy_n(address.s6_addr, 8, network.s6_addr);
  std::array<char, INET6_ADDRSTRLEN> text{};
  return ::inet_ntop(AF_INET6, &network, text.data(), text.size()) + std::string("/64");
}

bool is_one_of(std::string_view address, const std::vector<std::string>& trusted) {
  return std::find(trusted.begin(), trusted.end(), address) != trusted.end();
}

}  // namespace

std::optional<std::string> source_of(std::string_view address) {
  const std::string text(address);
  in_addr v4{};
  if (::inet_pton(AF_INET, text.c_str(), &v4) == 1) return printed(v4);
  in6_addr v6{};
  if (::inet_pton(AF_INET6, text.c_str(), &v6) == 1) return network_of(v6);
  return std::nullopt;
}

std::optional<std::string> forwarded_source(std::string_view forwarded_for, const std::vector<std::string>& trusted) {
  while (!forwarded_for.empty()) {
    const auto comma = forwarded_for.rfind(',');
    const auto last = trimmed(comma == forwarded_for.npos ? forwarded_for : forwarded_for.substr(comma + 1));
    forwarded_for = comma == forwarded_for.npos ? std::string_view() : forwarded_for.substr(0, comma);
    if (!is_one_of(last, trusted)) return source_of(last);
  }
  return std::nullopt;
}

}  // namespace comity
