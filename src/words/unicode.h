// ICU's texts as ours. Included by the .cc files that speak with ICU only.
#pragma once

#include <unicode/unistr.h>

#include <string>

namespace comity {

inline std::string utf8(const icu::UnicodeString& text) {
  std::string out;
  text.toUTF8String(out);
  return out;
}

}  // namespace comity
