// The record as one SQLite file: one connection, EXCLUSIVE, WAL, synchronous=FULL (Debian's 3.40.1 loses
// data when two connections checkpoint one WAL). Nobody in this process may open the file otherwise (decisions.md 15).
#pragma once

#include <filesystem>
#include <memory>

#include "record/record.h"

namespace comity {

// Throws Fault record-exists, disk.
void create_sqlite(const std::filesystem::path& file, const Genesis& genesis);

// Throws Fault record-missing, record-in-use (another process), record-version, record-damaged (SQLite's own
// view of the file), record-read-only, disk. What the entries say is judged by Record.
std::unique_ptr<Store> open_sqlite(const std::filesystem::path& file);

}  // namespace comity
