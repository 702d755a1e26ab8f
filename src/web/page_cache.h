// Finished pages by address, variant, access class and record size, bounded in bytes (decisions.md 18, 19).
// Knows no clock: the present instant is passed in. Pages of another moment (as-of) never enter.
#pragma once

#include <atomic>
#include <compare>
#include <cstdint>
#include <list>
#include <map>
#include <memory>
#include <mutex>
#include <string>

#include "web/message.h"

namespace comity {

struct PageKey {
  std::string address;            // print(Address), as asked
  std::string variant{};          // what negotiation chose beyond the address: "es", "json"
  std::string access{};           // the reader's access class
  std::uint64_t record_size = 0;  // entries in the record that the page was made from
  auto operator<=>(const PageKey&) const = default;
};

class PageCache {
 public:
  explicit PageCache(std::size_t bytes);

  // The page, with `gzip` and `etag` filled; null if it is not held or no longer true at `now`.
  std::shared_ptr<const Response> find(const PageKey& key, Instant now);

  // Completes the page (gzip, etag), and holds it if it is cacheable, has status 200, is true beyond `now`, comes from
  // a record at least as large as any seen, and is at most a quarter of the bound.
  std::shared_ptr<const Response> keep(const PageKey& key, Response page, Instant now);

  // The record has grown to `record_size`: every page of a smaller record is dropped, and none is taken any more.
  void grown(std::uint64_t record_size);

  std::size_t bytes() const;
  std::size_t pages() const;
  std::uint64_t hits() const { return hits_; }      // pages that were found, since the beginning
  std::uint64_t misses() const { return misses_; }  // pages that had to be made

 private:
  struct Held {
    PageKey key;
    std::shared_ptr<const Response> page;
    std::size_t bytes;
  };
  using Order = std::list<Held>;  // the least recently used last

  void drop(Order::iterator held);

  mutable std::mutex mutex_;
  const std::size_t bound_;
  std::size_t bytes_ = 0;
  std::uint64_t record_size_ = 0;
  std::atomic<std::uint64_t> hits_ = 0;
  std::atomic<std::uint64_t> misses_ = 0;
  Order order_;
  std::map<PageKey, Order::iterator> held_;
};

}  // namespace comity
