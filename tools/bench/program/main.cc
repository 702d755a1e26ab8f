// comity-bench SUB-COMMAND …: see bench.h.
#include <cstdio>
#include <map>

#include "base/check.h"
#include "bench.h"

int main(int count, char** given) {
  using namespace comity;
  const std::map<std::string, int (*)(const Words&)> commands{
      {"acts", acts},     {"bare-acts", bare_acts}, {"bare-read", bare_read}, {"fill", fill},
      {"proofs", proofs}, {"search", searches},     {"start", start},         {"socket-acts", socket_acts}};
  const Words words(given + 1, given + count);
  const auto found = words.empty() ? commands.end() : commands.find(words.front());
  if (found == commands.end()) {
    std::fputs("comity-bench: acts, bare-acts, bare-read, fill, proofs, search, start or socket-acts\n", stderr);
    return 2;
  }
  try {
    return found->second(Words(words.begin() + 1, words.end()));
  } catch (const std::exception& thrown) {
    std::fprintf(stderr, "comity-bench: %s\n", thrown.what());
    return 1;
  }
}
