// The queue before whoever makes documents for print: one at a time, few wait, none of them on a thread of the server.
// Who asks for what is held already, or is being made, costs nothing. Knows no LibreOffice: how a document is made is
// given to it.
#pragma once

#include <chrono>
#include <condition_variable>
#include <cstdint>
#include <functional>
#include <list>
#include <map>
#include <mutex>
#include <optional>
#include <string>
#include <string_view>
#include <thread>
#include <vector>

#include "web/prints.h"

namespace comity {

class Press {
 public:
  // Makes the format ("odt", "docx", "pdf") of a flat ODT. Called on one thread, one call at a time. What it refuses
  // with office-failed is told to the reader without the program's own words.
  using Make = std::function<Result<std::string>(const std::string& flat_odt, const std::string& format)>;
  // Whether it still makes anything.
  using Stands = std::function<bool()>;
  struct Limits {
    std::size_t documents = 8;    // being made or waiting for it, in all; beyond: press-busy
    std::size_t of_a_source = 2;  // the same for one source (source.h); beyond: press-yours
    std::size_t waiting = 256;    // who waits for them; beyond: press-busy
    std::size_t bytes = 64 * 1024 * 1024;
    std::chrono::seconds refused{120};  // for which it is not tried again what failed or took too long
  };
  struct Order {
    std::string flat_odt{};
    std::string format{};
    std::string source{};
  };
  using Told = std::function<void(Result<PrintBytes>)>;

  Press(Make make, Stands stands, Limits limits);
  ~Press() { stop(); }
  Press(const Press&) = delete;
  Press& operator=(const Press&) = delete;

  // What names a document that is made: the same format of the same flat ODT.
  static std::string recipe_of(std::string_view flat_odt, std::string_view format);

  // The document, if it is held, or why it is not made, if that is known; nothing where it would have to be made.
  std::optional<Result<PrintBytes>> at_hand(const std::string& recipe);
  // `told` is told once: before this returns or later, on the press's thread or the one that stops it. Refuses
  // press-busy, press-yours, press-gone, press-failed, and what is made refuses.
  void ask(Order order, Told told);
  // Whoever waits is refused press-busy, and whoever comes.
  void close();
  // The same, and returns when nothing is being made any more: tell what makes to leave off before.
  void stop();

  // Told the code of each refusal, on any thread, until it is replaced.
  using Refused = std::function<void(std::string_view code)>;
  void tell_refusals(Refused refused);

  struct Figures {
    std::map<std::string, std::uint64_t> made{};    // by format
    std::map<std::string, std::uint64_t> failed{};  // by format
    std::uint64_t turned_away = 0;                  // because too many waited, or one source asked for too much
    std::uint64_t found = 0;                        // that needed not be made
    double seconds = 0;                             // spent in making
    std::size_t documents = 0;                      // being made or waiting for it
    std::size_t bytes = 0;                          // held
  };
  Figures figures() const;
  bool stands() const { return stands_(); }

 private:
  struct Job {
    std::string recipe{};
    Order order{};
    std::vector<Told> told{};
  };
  using Jobs = std::list<Job>;

  void tell(const Refusal& why);
  std::optional<Refusal> unwelcome(const Order& order) const;
  Jobs::iterator next();
  void work();
  void done(Jobs::iterator job, Result<std::string> made, std::chrono::duration<double> took);

  const Make make_;
  const Stands stands_;
  const Limits limits_;
  mutable std::mutex mutex_{};
  std::condition_variable changed_{};
  Prints prints_;
  Jobs jobs_{};  // the one that is being made among them
  std::size_t waiting_ = 0;
  std::string last_source_{};  // for whom the last one was made
  bool closed_ = false;
  Figures figures_{};
  std::mutex telling_{};
  Refused refused_{};
  std::thread thread_;
};

}  // namespace comity
