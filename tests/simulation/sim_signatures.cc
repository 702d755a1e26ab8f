// A signature that was found good once is good for ever: the linker puts this before verify_signature, because a life
// with many restarts verifies the same signatures over and over. What is wrong is judged each time.
#include <string>
#include <string_view>
#include <unordered_set>

#define VERIFY_SIGNATURE _ZN6comity16verify_signatureESt17basic_string_viewIcSt11char_traitsIcEES3_S3_
#define JOINED(prefix, name) prefix##name
#define NAMED(prefix, name) JOINED(prefix, name)

extern "C" bool NAMED(__real_, VERIFY_SIGNATURE)(std::string_view, std::string_view, std::string_view);
extern "C" bool NAMED(__wrap_, VERIFY_SIGNATURE)(std::string_view key, std::string_view text,
                                                 std::string_view signature) {
  static std::unordered_set<std::string> good;
  const auto all = std::string(key) + std::string(signature) + std::string(text);
  if (good.contains(all)) return true;
  if (!NAMED(__real_, VERIFY_SIGNATURE)(key, text, signature)) return false;
  if (good.size() > 20'000) good.clear();
  good.insert(all);
  return true;
}
