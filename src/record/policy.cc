#include "record/policy.h"

#include <algorithm>
#include <charconv>
#include <set>

#include "record/cosign.h"

namespace comity {
namespace {

constexpr std::string_view none = "none";
using Words = std::vector<std::string>;

Words words_of(std::string_view line) {
  Words words;
  while (true) {
    const auto begin = line.find_first_not_of(" \t");
    if (begin == std::string_view::npos) return words;
    line.remove_prefix(begin);
    const auto end = std::min(line.find_first_of(" \t"), line.size());
    words.emplace_back(line.substr(0, end));
    line.remove_prefix(end);
  }
}

bool allowed(std::string_view line) {
  return std::all_of(line.begin(), line.end(), [](char c) { return c == '\t' || (c >= ' ' && c != '\x7f') || c < 0; });
}

// What was read so far: each line may build only on those before it.
class Reading {
 public:
  // Whether the line may stand here.
  bool take(std::string_view line) {
    if (!allowed(line)) return false;
    const auto words = words_of(line);
    if (words.empty() || words[0].front() == '#') return true;
    if (words[0] == "log") return take_log(words);
    if (words[0] == "witness") return take_witness(words);
    if (words[0] == "group") return take_group(words);
    return words[0] == "quorum" && take_quorum(words);
  }
  Policy policy{};

 private:
  bool new_key(const Result<VerifierKey>& key) { return key && keys_.insert(key->public_key).second; }
  bool new_name(const std::string& name) {
    return name != none && free_.insert(name).second && all_.insert(name).second;
  }

  bool take_log(const Words& words) {
    if (words.size() < 2 || words.size() > 3) return false;
    const auto key = parse_verifier_key(words[1]);
    if (!new_key(key)) return false;
    policy.logs.push_back({key->name, *key, words.size() == 3 ? words[2] : ""});
    return true;
  }

  bool take_witness(const Words& words) {
    if (words.size() < 3 || words.size() > 4) return false;
    const auto key = parse_verifier_key(words[2], KeyUse::cosigner);
    if (!new_key(key) || !new_name(words[1])) return false;
    policy.witnesses.push_back({words[1], *key, words.size() == 4 ? words[3] : ""});
    return true;
  }

  // Each name is a member of one group at most, so that no witness counts twice.
  bool take_group(const Words& words) {
    if (words.size() < 4) return false;
    Policy::Group group{words[1], 0, {words.begin() + 3, words.end()}};
    const auto least = least_of(words[2], group.members.size());
    for (const auto& member : group.members)
      if (free_.erase(member) == 0) return false;
    if (!least || !new_name(group.name)) return false;
    group.least = *least;
    policy.groups.push_back(std::move(group));
    return true;
  }

  static std::optional<std::size_t> least_of(const std::string& word, std::size_t members) {
    if (word == "any") return 1;
    if (word == "all") return members;
    std::size_t least = 0;
    const auto [stop, error] = std::from_chars(word.data(), word.data() + word.size(), least);
    if (error != std::errc{} || stop != word.data() + word.size() || least == 0 || least > members) return std::nullopt;
    return least;
  }

  bool take_quorum(const Words& words) {
    if (words.size() != 2 || !policy.quorum.empty() || (words[1] != none && !all_.contains(words[1]))) return false;
    policy.quorum = words[1];
    return true;
  }

  std::set<std::string> keys_;  // public keys: none stands twice
  std::set<std::string> all_;   // names of witnesses and groups
  std::set<std::string> free_;  // of them, those in no group yet
};

}  // namespace

Result<Policy> parse_policy(std::string_view text) {
  Reading reading;
  std::size_t number = 0;
  const auto refused = [&number] { return Refusal{"policy-malformed", {{"line", std::to_string(number)}}}; };
  while (!text.empty()) {
    ++number;
    const auto end = text.find('\n');
    if (!reading.take(text.substr(0, end))) return refused();
    text.remove_prefix(end == std::string_view::npos ? text.size() : end + 1);
  }
  ++number;
  if (reading.policy.quorum.empty()) return refused();
  return std::move(reading.policy);
}

bool quorum_met(const Policy& policy, const Note& note) {
  std::set<std::string> witnessed{std::string(none)};
  for (const auto& witness : policy.witnesses)
    if (cosigned_at(note, witness.key)) witnessed.insert(witness.name);
  for (const auto& group : policy.groups) {
    const auto seen = std::count_if(group.members.begin(), group.members.end(),
                                    [&](const std::string& member) { return witnessed.contains(member); });
    if (static_cast<std::size_t>(seen) >= group.least) witnessed.insert(group.name);
  }
  return witnessed.contains(policy.quorum);
}

const Policy::Known* log_named(const Policy& policy, std::string_view origin) {
  const auto found = std::find_if(policy.logs.begin(), policy.logs.end(),
                                  [origin](const Policy::Known& log) { return log.key.name == origin; });
  return found == policy.logs.end() ? nullptr : &*found;
}

}  // namespace comity
