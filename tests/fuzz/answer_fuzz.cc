// Any bytes as the answer of a server: a fault that says so, or an answer whose body is as long as it promised.
#include <cstdint>

#include "base/check.h"
#include "web/client.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view bytes(reinterpret_cast<const char*>(data), size);
  try {
    const auto received = comity::read_answer(bytes, "GET");
    comity::check(bytes.ends_with(received.body), "a body that was not sent");
    for (const auto& [name, value] : received.headers)
      comity::check(name.find_first_of("\r\n:") == name.npos && !value.ends_with("\r\n"), "a header with a line end");
  } catch (const comity::Fault& fault) {
    comity::check(fault.code == "server-silent" || fault.code == "answer-malformed", "another fault: " + fault.code);
  }
  return 0;
}
