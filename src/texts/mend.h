// Words that a page's typesetting broke ("adic ionales", "20 21"), put together again.
#pragma once

#include <string>
#include <vector>

namespace comity {

// Two pieces are one word where the whole word stands elsewhere in the texts, and at least one of the pieces never
// stands for itself. Answers what was put together, in order.
std::vector<std::string> mend_words(std::vector<std::string*>& texts);

}  // namespace comity
