// Files of other kinds as lines, for texts/plain.h to make a document's structure of.
#pragma once

#include "base/result.h"
#include "texts/lines.h"

namespace comity {

// All of them find signs-removed {count}, and refuse text-empty and text-too-large {limit}; those that read XML refuse
// xml-malformed {at, detail} and xml-too-deep {limit}.

// Flat ODT, as LibreOffice makes it of DOCX, ODT and HTML: paragraphs with the numbers that lists give them, headings,
// quotations, tables, notes. Findings: changes-accepted {count} (tracked changes, read as if accepted), comments-left
// {count}, pictures-left {count}, contents-left {count} (tables of contents), note-renumbered {number, printed}.
Result<PlainText> lines_of_flat_odt(std::string_view xml);

// Akoma Ntoso 3.0: the body and what is attached to it, by the numbers, headings, notes and tables that it marks.
// Finding note-renumbered {number, printed}.
Result<PlainText> lines_of_akoma_ntoso(std::string_view xml);

// The words of a PDF with their places, as `pdftotext -bbox-layout` gives them: put together to lines, raised figures
// to marks of notes, the foot of a page to notes; Arabic in the order in which it is read. Findings: furniture-removed
// {count} (what stands at the head or foot of pages again and again).
Result<PlainText> lines_of_pdf_words(std::string_view xml);

}  // namespace comity
