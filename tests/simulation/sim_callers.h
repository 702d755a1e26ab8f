// Who asks the registrar for something in a simulation, and for what: good acts and bad ones, in both logs. What is
// asked in public comes from one seed and what is asked in the closed log from another, so that each may vary alone.
#pragma once

#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "registrar/entering.h"
#include "simulation/sim_chance.h"

namespace comity {

// One commit's worth: facts together, or one act of the closed log.
using Asks = std::variant<std::vector<EntryRequest>, ClosedRequest>;

// Names that stand in no entry, wherever they were typed in.
inline constexpr std::string_view planted_name = "Plaintext Person";

class Callers {
 public:
  Callers(std::uint64_t seed, std::uint64_t closed_seed) : open_(seed), closed_(closed_seed) {}

  EntryRequest fact();     // of several kinds; the rules refuse some
  EntryRequest bad();      // surely refused
  ClosedRequest closed();  // of several kinds; the rules refuse some
  // Another act under the same id.
  static EntryRequest other_act(EntryRequest request);
  Chance& closed_chance() { return closed_; }

  // What was entered under which number: later facts speak of it.
  void entered(const EntryRequest& request, std::int64_t number);

 private:
  Act any_act();
  Act document();
  Act state_named();
  Act body();
  Act session();
  Act correction();
  ClosedAct any_closed();
  ClosedAct judged(const ErasureId& id);
  std::string id(std::string_view prefix, Chance& chance);
  std::string pseudonym();

  struct Entered {
    std::int64_t number;
    std::string symbol;
  };
  Chance open_;
  Chance closed_;
  std::int64_t asked_ = 0;
  std::int64_t closed_asked_ = 0;
  std::int64_t symbols_ = 0;
  std::int64_t states_ = 0;
  std::int64_t bodies_ = 0;
  std::int64_t cases_ = 0;
  std::vector<Entered> documents_;
  std::vector<std::string> states_entered_;
  std::vector<std::string> bodies_entered_;
};

}  // namespace comity
