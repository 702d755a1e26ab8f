// Unpredictable bytes. Only the edges call it: rules and the record get nonces, salts and keys as values.
#pragma once

#include <cstddef>
#include <string>

namespace comity {

std::string random_bytes(std::size_t count);

}  // namespace comity
