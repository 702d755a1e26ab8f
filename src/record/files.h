// Small files that must survive a power cut: written aside, synced, renamed, the folder synced. Throws Fault disk.
#pragma once

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <string_view>

namespace comity {

void write_durably(const std::filesystem::path& file, std::string_view bytes);
std::optional<std::string> read_file(const std::filesystem::path& file);  // nothing where there is no such file
void sync_file(const std::filesystem::path& file);                        // what others wrote into it
// A file of so many bytes whose room on the disk is taken, whatever is in it.
void allocate_durably(const std::filesystem::path& file, std::int64_t bytes);
void sync_folder(const std::filesystem::path& folder);
void make_folder(const std::filesystem::path& folder);  // and what is missing above it; nothing where it is there

}  // namespace comity
