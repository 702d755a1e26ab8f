#include "web/page_cache.h"

#include <utility>

#include "web/compress.h"
#include "web/writer.h"

namespace comity {
namespace {

// What a page costs beside its texts: nodes of list and map, the allocations' own heads. An estimate on the high side.
constexpr std::size_t overhead = 512;

std::size_t cost(const PageKey& key, const Response& page) {
  std::size_t bytes = overhead + page.body.size() + page.gzip.size() + page.etag.size() + page.content_type.size();
  for (const auto& [name, value] : page.headers) bytes += name.size() + value.size() + 2 * sizeof(std::string);
  return bytes + 2 * (key.address.size() + key.variant.size() + key.access.size());  // the key is in list and map
}

bool true_at(const Response& page, Instant now) { return !page.valid_until || now < *page.valid_until; }

std::shared_ptr<const Response> completed(Response page) {
  if (page.etag.empty()) page.etag = etag_of(page.body);
  if (page.gzip.empty() && compressible(page.content_type)) page.gzip = gzip(page.body);
  return std::make_shared<const Response>(std::move(page));
}

}  // namespace

PageCache::PageCache(std::size_t bytes) : bound_(bytes) {}

std::shared_ptr<const Response> PageCache::find(const PageKey& key, Instant now) {
  const std::lock_guard lock(mutex_);
  const auto found = held_.find(key);
  if (found != held_.end() && true_at(*found->second->page, now)) {
    ++hits_;
    order_.splice(order_.begin(), order_, found->second);
    return found->second->page;
  }
  if (found != held_.end()) drop(found->second);
  return nullptr;
}

std::shared_ptr<const Response> PageCache::keep(const PageKey& key, Response page, Instant now) {
  ++misses_;
  const bool wanted = page.cacheable && page.status == 200 && true_at(page, now);
  auto complete = completed(std::move(page));  // outside the lock: compressing is the slow part
  const auto bytes = cost(key, *complete);
  if (!wanted || bytes > bound_ / 4) return complete;

  const std::lock_guard lock(mutex_);
  if (key.record_size < record_size_) return complete;
  if (const auto old = held_.find(key); old != held_.end()) drop(old->second);
  order_.push_front({key, complete, bytes});
  held_.emplace(key, order_.begin());
  bytes_ += bytes;
  while (bytes_ > bound_) drop(std::prev(order_.end()));
  return complete;
}

void PageCache::grown(std::uint64_t record_size) {
  const std::lock_guard lock(mutex_);
  if (record_size <= record_size_) return;
  record_size_ = record_size;
  held_.clear();
  order_.clear();
  bytes_ = 0;
}

std::size_t PageCache::bytes() const {
  const std::lock_guard lock(mutex_);
  return bytes_;
}

std::size_t PageCache::pages() const {
  const std::lock_guard lock(mutex_);
  return order_.size();
}

void PageCache::drop(Order::iterator held) {
  bytes_ -= held->bytes;
  held_.erase(held->key);
  order_.erase(held);
}

}  // namespace comity
