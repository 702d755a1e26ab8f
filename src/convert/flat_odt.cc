#include "convert/flat_odt.h"

#include <fmt/format.h>

#include <array>
#include <sstream>

#include "base/check.h"

namespace comity {
namespace {

struct Locale {
  const char* language;
  const char* country;
};
// Of the words, not of a place: LibreOffice takes both for hyphens and quotation marks.
Locale locale_of(Language language) {
  static constexpr std::array<Locale, 6> locales{
      {{"ar", "EG"}, {"zh", "CN"}, {"en", "GB"}, {"fr", "FR"}, {"ru", "RU"}, {"es", "ES"}}};
  return locales[static_cast<std::size_t>(language)];
}

// {0} writing mode; {1} to {6} language and country of Latin, Asian and complex script; {7} the side at which lines
// begin, which LibreOffice does not take from the writing mode.
constexpr std::string_view frame = R"(<?xml version="1.0" encoding="UTF-8"?>
<office:document xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0"
 xmlns:style="urn:oasis:names:tc:opendocument:xmlns:style:1.0"
 xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"
 xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0"
 xmlns:fo="urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0"
 xmlns:svg="urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0"
 xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:xlink="http://www.w3.org/1999/xlink"
 office:version="1.3" office:mimetype="application/vnd.oasis.opendocument.text">
<office:meta><dc:title/><dc:language>{1}-{2}</dc:language></office:meta>
<office:font-face-decls>
<style:font-face style:name="latin" svg:font-family="'Noto Serif'" style:font-family-generic="roman"/>
<style:font-face style:name="han" svg:font-family="'Noto Serif CJK SC'" style:font-family-generic="roman"/>
<style:font-face style:name="arabic" svg:font-family="'Noto Naskh Arabic'" style:font-family-generic="roman"/>
</office:font-face-decls>
<office:styles>
<style:default-style style:family="paragraph">
<style:paragraph-properties style:writing-mode="{0}" fo:text-align="{7}" fo:orphans="2" fo:widows="2"
 style:tab-stop-distance="1.2cm"/>
<style:text-properties style:font-name="latin" style:font-name-asian="han" style:font-name-complex="arabic"
 fo:font-size="10pt" style:font-size-asian="10.5pt" style:font-size-complex="12pt" fo:language="{1}" fo:country="{2}"
 style:language-asian="{3}" style:country-asian="{4}" style:language-complex="{5}" style:country-complex="{6}"/>
</style:default-style>
<style:style style:name="Standard" style:family="paragraph">
<style:paragraph-properties fo:margin-bottom="0.25cm" fo:line-height="130%"/></style:style>
<style:style style:name="Masthead" style:family="paragraph" style:parent-style-name="Standard">
<style:paragraph-properties fo:margin-bottom="0.05cm"/></style:style>
<style:style style:name="Symbol" style:family="paragraph" style:parent-style-name="Standard">
<style:paragraph-properties fo:margin-bottom="0.3cm" fo:border-bottom="0.8pt solid #000000" fo:padding-bottom="0.1cm"/>
<style:text-properties fo:font-size="16pt" style:font-size-asian="16pt" style:font-size-complex="18pt"/></style:style>
<style:style style:name="Title" style:family="paragraph" style:parent-style-name="Standard">
<style:paragraph-properties fo:margin-top="0.5cm" fo:margin-bottom="0.5cm" fo:keep-with-next="always"/>
<style:text-properties fo:font-size="14pt" style:font-size-asian="14pt" style:font-size-complex="16pt"
 fo:font-weight="bold" style:font-weight-asian="bold" style:font-weight-complex="bold"/></style:style>
<style:style style:name="Heading" style:family="paragraph" style:parent-style-name="Standard">
<style:paragraph-properties fo:margin-top="0.4cm" fo:keep-with-next="always"/>
<style:text-properties fo:font-weight="bold" style:font-weight-asian="bold" style:font-weight-complex="bold"/>
</style:style>
<style:style style:name="Heading_20_1" style:display-name="Heading 1" style:family="paragraph"
 style:parent-style-name="Heading" style:default-outline-level="1">
<style:text-properties fo:font-size="12pt" style:font-size-asian="12pt" style:font-size-complex="14pt"/></style:style>
<style:style style:name="Heading_20_2" style:display-name="Heading 2" style:family="paragraph"
 style:parent-style-name="Heading" style:default-outline-level="2"/>
<style:style style:name="Heading_20_3" style:display-name="Heading 3" style:family="paragraph"
 style:parent-style-name="Heading" style:default-outline-level="3"/>
<style:style style:name="Item" style:family="paragraph" style:parent-style-name="Standard">
<style:paragraph-properties fo:margin-left="1.2cm"/></style:style>
<style:style style:name="Item2" style:family="paragraph" style:parent-style-name="Standard">
<style:paragraph-properties fo:margin-left="2.4cm"/></style:style>
<style:style style:name="Quotation" style:family="paragraph" style:parent-style-name="Standard">
<style:paragraph-properties fo:margin-left="1.2cm" fo:margin-right="1.2cm"/></style:style>
<style:style style:name="Table_20_Contents" style:display-name="Table Contents" style:family="paragraph"
 style:parent-style-name="Standard">
<style:paragraph-properties fo:margin-bottom="0cm" fo:line-height="115%"/></style:style>
<style:style style:name="Table_20_Heading" style:display-name="Table Heading" style:family="paragraph"
 style:parent-style-name="Table_20_Contents">
<style:text-properties fo:font-weight="bold" style:font-weight-asian="bold" style:font-weight-complex="bold"/>
</style:style>
<style:style style:name="Caution" style:family="paragraph" style:parent-style-name="Standard">
<style:paragraph-properties fo:padding="0.15cm" fo:border="0.5pt solid #777777"/></style:style>
<style:style style:name="Footnote" style:family="paragraph">
<style:text-properties fo:font-size="8.5pt" style:font-size-asian="9pt" style:font-size-complex="10pt"/></style:style>
<style:style style:name="Running" style:family="paragraph">
<style:paragraph-properties fo:margin-bottom="0.1cm"/>
<style:text-properties fo:font-size="8.5pt" style:font-size-asian="9pt" style:font-size-complex="10pt"/></style:style>
<style:style style:name="Mark" style:family="text">
<style:text-properties style:text-position="super 65%"/></style:style>
<text:notes-configuration text:note-class="footnote" text:citation-style-name="Mark"
 text:citation-body-style-name="Mark" text:footnotes-position="page" style:num-format="1"
 text:start-numbering-at="document"/>
</office:styles>
<office:automatic-styles>
<style:style style:name="Table" style:family="table"><style:table-properties style:width="15.8cm"
 table:align="margins" fo:margin-top="0.1cm" fo:margin-bottom="0.4cm" style:writing-mode="{0}"/></style:style>
<style:style style:name="Cell" style:family="table-cell"><style:table-cell-properties fo:padding="0.1cm"
 fo:border="0.5pt solid #777777"/></style:style>
<style:page-layout style:name="page"><style:page-layout-properties fo:page-width="21cm" fo:page-height="29.7cm"
 fo:margin-top="1.8cm" fo:margin-bottom="1.8cm" fo:margin-left="2.6cm" fo:margin-right="2.6cm"
 style:writing-mode="{0}"/>
<style:header-style>
<style:header-footer-properties fo:min-height="0.8cm" fo:margin-bottom="0.4cm"/></style:header-style>
<style:footer-style>
<style:header-footer-properties fo:min-height="0.8cm" fo:margin-top="0.4cm"/></style:footer-style>
</style:page-layout>
</office:automatic-styles>
<office:master-styles><style:master-page style:name="Standard" style:page-layout-name="page">
<style:header><text:p text:style-name="Running"/></style:header>
<style:footer><text:p text:style-name="Running"/>
<text:p text:style-name="Running"><text:page-number/>/<text:page-count/></text:p></style:footer>
</style:master-page></office:master-styles>
<office:body><office:text/></office:body>
</office:document>
)";

}  // namespace

FlatOdt::FlatOdt(const OdtFace& face) {
  const auto own = locale_of(face.language);
  const auto latin = face.language == Language::zh || face.language == Language::ar ? locale_of(Language::en) : own;
  const auto asian = locale_of(Language::zh), complex = locale_of(Language::ar);
  const bool from_right = face.language == Language::ar;
  const auto text = fmt::format(frame, from_right ? "rl-tb" : "lr-tb", latin.language, latin.country, asian.language,
                                asian.country, complex.language, complex.country, from_right ? "right" : "left");
  check(xml_.load_buffer(text.data(), text.size(), pugi::parse_default & ~pugi::parse_eol), "the frame is XML");
  auto document = xml_.child("office:document");
  auto meta = document.child("office:meta");
  meta.child("dc:title").text() = face.title.c_str();
  meta.child("dc:language").text() = fmt::format("{}-{}", own.language, own.country).c_str();
  auto page = document.child("office:master-styles").child("style:master-page");
  put_words(page.child("style:header").child("text:p"), face.header);
  put_words(page.child("style:footer").child("text:p"), face.caution);
  body_ = document.child("office:body").child("office:text");
}

pugi::xml_node FlatOdt::paragraph_in(pugi::xml_node parent, const char* style) {
  auto node = parent.append_child("text:p");
  node.append_attribute("text:style-name") = style;
  return node;
}

pugi::xml_node FlatOdt::heading(int level) {
  auto node = body_.append_child("text:h");
  node.append_attribute("text:style-name") = ("Heading_20_" + std::to_string(level)).c_str();
  node.append_attribute("text:outline-level") = level;
  return node;
}

std::string FlatOdt::text() const {
  std::ostringstream out;
  xml_.save(out, "", pugi::format_raw, pugi::encoding_utf8);
  return out.str() + "\n";
}

void put_words(pugi::xml_node paragraph, std::string_view words) {
  std::string run;
  const auto put_run = [&] {
    if (!run.empty()) paragraph.append_child(pugi::node_pcdata).set_value(run.c_str());
    run.clear();
  };
  bool blank = true;  // a blank at the beginning is lost too
  for (const char c : words) {
    const bool again = c == ' ' && blank;
    if (c == '\t' || again) {
      put_run();
      paragraph.append_child(c == '\t' ? "text:tab" : "text:s");
    } else if (static_cast<unsigned char>(c) >= 0x20) {  // XML has no others
      run += c;
    }
    blank = c == ' ';
  }
  put_run();
}

}  // namespace comity
