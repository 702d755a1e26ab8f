// A report as a text: headings, numbered paragraphs, lists, and on request a note behind each sentence with its
// evidence.
#pragma once

#include "views/reading.h"
#include "views/report_parts.h"
#include "words/catalogue.h"

namespace comity {

// `parts`: chapeau and annexes in the language of the tongue. `notes`: the evidence as notes, counted together with the
// notes of the parts. What is missing stands in brackets where it would be told.
Reading report_text(const ReportView& report, const ShownParts& parts, const Tongue& tongue, bool notes);

// "entry 45, confirmed: A/77/275, para. 8; entry 46, reported, tells otherwise: …"
std::string evidence_said(const std::vector<EvidenceRow>& evidence, const Tongue& tongue);

}  // namespace comity
