// The rules by which others than States take part, in the order of their numbers.
#pragma once

#include "views/facts.h"
#include "views/taking_part_page.h"

namespace comity {

std::vector<ModalityRow> modality_rows(const Lens& lens, const Facts<ModalityAgreed>& facts);

}  // namespace comity
