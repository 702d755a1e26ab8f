// The one door of the command line: the running server's local socket, or the record opened here where none runs
// (decisions.md 16). Never two writers.
#pragma once

#include "cli/house.h"
#include "cli/terminal.h"

namespace comity {

struct Answer {
  int status = 0;
  std::string body{};
};

class Door {
 public:
  virtual ~Door() = default;
  virtual Answer ask(Method method, const std::string& target, const std::string& body = {}) = 0;
  virtual bool remote() const = 0;
  // So that the first question need not wait in silence; a server does so by itself.
  virtual void index_words(const Terminal& terminal) = 0;
};

// Takes the words of the record's texts into the index, and says how far it is.
void index_words(House& house, const Terminal& terminal);

// The refusal that the site answers a program with: {"code", "values"}. Throws Fault answer-malformed.
Refusal refusal_in(const Answer& answer);

// All of the requests or none of them, as Registrar::enter. Throws Fault answer-malformed.
Registrar::Outcome enter(Door& door, const std::vector<EntryRequest>& requests);

// As Registrar::enter, of the closed log.
Registrar::Outcome enter(Door& door, const ClosedRequest& request);

// Refuses and throws as open_directory does, but for a record in use whose server answers on its socket.
Result<std::unique_ptr<Door>> open_door(const std::filesystem::path& data, const Catalogue& catalogue);

}  // namespace comity
