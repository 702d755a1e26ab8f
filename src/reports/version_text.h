// A version of a report as a text that is kept, and a corrigendum as the text of what changed.
#pragma once

#include "views/report_versions.h"
#include "words/catalogue.h"

namespace comity {

// What is kept of a text made from the record: its words and numbers, free of links.
TextStructure kept_structure(const Reading& text);

// Each paragraph that changed since the version before, as it was and as it is to be read.
Reading corrigendum_text(const ReportVersionPage& page, const std::vector<ComparedParagraph>& changes,
                         const Tongue& tongue);

}  // namespace comity
