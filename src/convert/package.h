// Files put together to one ZIP.
#pragma once

#include <map>
#include <string>

namespace comity {

// The path in the package (UTF-8, parted by '/') and the bytes of each file.
using Files = std::map<std::string, std::string>;

// The same files give the same bytes: each bears the same date, the first that a ZIP can have.
std::string zip_of(const Files& files);

}  // namespace comity
