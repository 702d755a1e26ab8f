// The forms in which a pattern may ask for a value: {day, date}, {days, days, when}, {n, ordinal, session genitive}; of
// lists {spans, dates, when}, {n, ordinals, session genitive}, {numbers, items}; {name, capital} begins a sentence.
#pragma once

#include <string>
#include <string_view>

#include "words/catalogue.h"

namespace comity {

bool known_form(std::string_view form, std::string_view style);
// The form must be known; a value that does not fit it is our own mistake: check().
std::string say_form(const Tongue& tongue, std::string_view form, std::string_view style, const Value& value);

}  // namespace comity
