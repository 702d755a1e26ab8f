#include "faults/crash.h"

#include <sys/stat.h>

#include <algorithm>
#include <cstdio>
#include <limits>

#include "base/check.h"
#include "record/files.h"

namespace comity {
namespace {

namespace fs = std::filesystem;

constexpr auto never = std::numeric_limits<std::size_t>::max();

std::uint64_t inode_of(const fs::path& file) {
  struct stat about {};
  check(::stat(file.c_str(), &about) == 0, "a file that is there");
  return about.st_ino;
}

std::string parent_of(std::string_view path) { return fs::path(path).parent_path().string(); }

// The folder that an operation changes; empty where it changes a file.
std::string folder_of(const TapeLine& line) {
  if (line.op == Op::create || line.op == Op::remove) return parent_of(line.bytes);
  if (line.op == Op::rename) return parent_of(line.bytes.substr(line.bytes.find('\n') + 1));
  return {};
}

void write_file(const fs::path& file, const std::string& bytes) {
  std::FILE* out = std::fopen(file.c_str(), "wb");
  check(out != nullptr && std::fwrite(bytes.data(), 1, bytes.size(), out) == bytes.size(), "a state is written");
  std::fclose(out);
  fs::permissions(file, fs::perms::owner_read | fs::perms::owner_write);
}

void overwrite(std::string& bytes, std::size_t at, std::string_view with) {
  if (bytes.size() < at + with.size()) bytes.resize(at + with.size(), '\0');
  bytes.replace(at, with.size(), with);
}

}  // namespace

Crash::Crash(fs::path root) : root_(std::move(root)) {
  for (const auto& file : fs::recursive_directory_iterator(root_)) {
    const auto name = relative(file.path().string());
    if (file.is_directory()) {
      before_.folders.insert(name);
    } else if (file.is_regular_file()) {
      before_.names[name] = inode_of(file.path());
      before_.bytes[inode_of(file.path())] = read_file(file.path()).value_or("");
    }
  }
}

std::string Crash::relative(std::string_view path) const {
  return fs::path(path).lexically_relative(root_).generic_string();
}

void Crash::record(const Tape& tape) {
  lines_ = tape.lines();
  synced_.assign(lines_.size(), never);
  std::map<std::uint64_t, std::size_t> files;  // the next sync, by inode
  std::map<std::string, std::size_t> folders;
  for (auto i = lines_.size(); i-- > 0;) {
    const auto& line = lines_[i];
    if (line.op == Op::sync) {
      files[line.inode] = i;
      folders[std::string(line.bytes)] = i;
    } else if (const auto folder = folder_of(line); !folder.empty()) {
      if (const auto it = folders.find(folder); it != folders.end()) synced_[i] = it->second;
    } else if (line.op != Op::told) {
      if (const auto it = files.find(line.inode); it != files.end()) synced_[i] = it->second;
    }
  }
}

std::vector<std::size_t> Crash::loose(std::size_t at) const {
  std::vector<std::size_t> found;
  for (std::size_t i = 0; i < at; ++i)
    if (synced_[i] >= at && lines_[i].op != Op::sync && lines_[i].op != Op::told) found.push_back(i);
  return found;
}

void Crash::apply(const TapeLine& line, Built& built) const {
  if (line.op == Op::truncate) built.bytes[line.inode].resize(static_cast<std::size_t>(line.offset), '\0');
  if (line.op == Op::create && line.offset != 0) built.folders.insert(relative(line.bytes));
  if (line.op == Op::create && line.offset == 0) built.names[relative(line.bytes)] = line.inode;
  if (line.op == Op::remove) built.names.erase(relative(line.bytes));
  if (line.op != Op::rename) return;
  const auto end = line.bytes.find('\n');
  const auto from = relative(line.bytes.substr(0, end));
  const auto to = relative(line.bytes.substr(end + 1));
  if (!built.folders.contains(from)) {
    built.names.erase(from);
    built.names[to] = line.inode;
    return;
  }
  // A folder takes along whatever of it had reached the disk.
  Built moved;
  const auto renamed = [&](const std::string& name) {
    return name == from || name.starts_with(from + "/") ? to + name.substr(from.size()) : name;
  };
  for (const auto& [name, inode] : built.names) moved.names[renamed(name)] = inode;
  for (const auto& name : built.folders) moved.folders.insert(renamed(name));
  built.names = std::move(moved.names);
  built.folders = std::move(moved.folders);
}

// Without `keep`, all of it was synced.
void Crash::write(const TapeLine& line, std::size_t number, std::size_t sector, const Keep* keep, Built& built) const {
  auto& bytes = built.bytes[line.inode];
  const auto first = static_cast<std::size_t>(line.offset);
  if (keep == nullptr) return overwrite(bytes, first, line.bytes);
  const auto before = bytes.size();
  for (auto at = first; at < first + line.bytes.size();) {
    const auto end = std::min(first + line.bytes.size(), (at / sector + 1) * sector);
    const auto fate = (*keep)(number);
    if (fate == Fate::kept) overwrite(bytes, at, line.bytes.substr(at - first, end - at));
    // A sector that the file has newly got may hold what lay on the disk before.
    if (fate == Fate::garbage && at >= before)
      overwrite(bytes, at, std::string(end - at, static_cast<char>(at * 31 / 7)));
    at = end;
  }
}

void Crash::build(std::size_t at, std::size_t sector, const Keep& keep, const fs::path& into) const {
  auto built = before_;
  for (std::size_t i = 0; i < at; ++i) {
    const auto& line = lines_[i];
    const bool safe = synced_[i] < at;
    if (line.op == Op::write)
      write(line, i, sector, safe ? nullptr : &keep, built);
    else if (safe || keep(i) == Fate::kept)
      apply(line, built);
  }
  fs::remove_all(into);
  fs::create_directories(into);
  for (const auto& folder : built.folders) {
    const auto parent = fs::path(folder).parent_path();
    if (parent.empty() || fs::exists(into / parent)) fs::create_directory(into / folder);
  }
  for (const auto& [name, inode] : built.names)
    if (fs::exists((into / name).parent_path())) write_file(into / name, built.bytes[inode]);
}

}  // namespace comity
