// What operators are told of a running server: its health, its figures, its notices. Knows nobody who asks, and hands
// every other request on to the house.
#pragma once

#include <atomic>
#include <chrono>

#include "cli/house.h"
#include "registrar/conditions.h"
#include "web/metrics.h"
#include "web/notices.h"
#include "web/press.h"
#include "web/witnesses.h"

namespace comity {

class Operations {
 public:
  // `startup`: from the beginning of the program until the record was verified. The references must outlive it.
  Operations(House& house, Notices& notices, std::filesystem::path data, std::chrono::duration<double> startup);
  ~Operations();
  Operations(const Operations&) = delete;
  Operations& operator=(const Operations&) = delete;

  // GET /healthz: 200 "ok", or 503 and the codes of what is wrong, one a line; on the local socket also GET /metrics.
  Response answer(const Request& request);
  // The operators' port: /healthz and /metrics, and nothing else (404).
  Response answer_operators(const Request& request);

  // For ServerOptions.
  void served(const Served& served);
  void complain(const std::string& code, const std::string& detail);

  // What is wrong at present; whoever watches something sets and clears it here, and /healthz says it.
  Conditions& conditions() { return conditions_; }
  // From here on the figures tell of these as well, and notices of what the press refuses; they must outlive the last
  // request, and the press all of this.
  void watch(const Server& server, const Witnesses& witnesses, Press& press);

 private:
  Response health();
  Response figures();
  void look();
  void print_record(Exposition& out) const;
  void print_process(Exposition& out) const;
  void print_witnesses(Exposition& out) const;
  void print_press(Exposition& out) const;

  House& house_;
  Notices& notices_;
  const std::filesystem::path data_;
  const std::chrono::duration<double> startup_;
  const std::chrono::steady_clock::time_point begun_ = std::chrono::steady_clock::now();
  Conditions conditions_;
  Traffic traffic_;
  std::atomic<const Server*> server_ = nullptr;
  std::atomic<const Witnesses*> witnesses_ = nullptr;
  std::atomic<Press*> press_ = nullptr;
};

}  // namespace comity
