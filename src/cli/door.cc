#include "cli/door.h"

#include <unistd.h>

#include "web/client.h"
#include "web/local.h"

namespace comity {
namespace {

// The record opened by this process; the request takes the same way as one from the socket.
class OwnDoor : public Door {
 public:
  explicit OwnDoor(std::unique_ptr<House> house) : house_(std::move(house)) {}

  Answer ask(Method method, const std::string& target, const std::string& body) override {
    Request request;
    request.method = method;
    request.target = target;
    const auto address = parse_address(target);
    check(bool(address), "the command line asked for a malformed address");
    request.address = *address;
    request.body = body;
    request.peer.uid = ::geteuid();
    const auto response = house_->answer(request);
    return {response.status, response.body};
  }
  bool remote() const override { return false; }
  void index_words(const Terminal& terminal) override { comity::index_words(*house_, terminal); }

 private:
  std::unique_ptr<House> house_;
};

class SocketDoor : public Door {
 public:
  explicit SocketDoor(std::string socket) : socket_(std::move(socket)) {}

  Answer ask(Method method, const std::string& target, const std::string& body) override {
    auto received = request(socket_, method == Method::post ? "POST" : "GET", target, body);
    return {received.status, std::move(received.body)};
  }
  bool remote() const override { return true; }
  void index_words(const Terminal&) override {}

 private:
  std::string socket_;
};

Registrar::Outcome posted(Door& door, const std::string& target, const Json& body) {
  const auto answer = door.ask(Method::post, target, canonical(body));
  const auto json = parse_json(answer.body, {true, false, 64});
  const auto outcome = json ? read_outcome(*json) : Result<Registrar::Outcome>(json.refusal());
  if (answer.status != 200 || !outcome) throw Fault("answer-malformed", answer.body);
  return *outcome;
}

}  // namespace

void index_words(House& house, const Terminal& terminal) {
  std::optional<Progress> progress;
  house.index_words([&](std::int64_t done, std::int64_t all) {
    if (!progress) progress.emplace(terminal, "cli.search.indexing", all);
    progress->step(done);
  });
}

Refusal refusal_in(const Answer& answer) {
  const auto json = parse_json(answer.body);
  if (!json) throw Fault("answer-malformed", answer.body);
  Refusal out{text_in(*json, "code"), {}};
  const auto* values = member(*json, "values");
  if (values && object(*values))
    for (const auto& [name, value] : *object(*values)) out.values.emplace(name, text(value) ? *text(value) : "");
  return out;
}

Registrar::Outcome enter(Door& door, const std::vector<EntryRequest>& requests) {
  JsonList items;
  for (const auto& request : requests) items.push_back(to_json(request));
  return posted(door, "/local/acts", items);
}

Registrar::Outcome enter(Door& door, const ClosedRequest& request) {
  return posted(door, "/local/closed", to_json(request));
}

Result<std::unique_ptr<Door>> open_door(const std::filesystem::path& data, const Catalogue& catalogue) {
  auto house = House::open(data, catalogue);
  if (house) return std::unique_ptr<Door>(std::make_unique<OwnDoor>(*std::move(house)));
  const auto socket = socket_path(data.string());
  if (house.refusal().code != "record-in-use" || !std::filesystem::exists(socket)) return house.refusal();
  return std::unique_ptr<Door>(std::make_unique<SocketDoor>(socket));
}

}  // namespace comity
