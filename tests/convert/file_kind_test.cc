// What a file is, by its bytes: kinds that are read, kinds that are not, and files that would do harm.
#include "convert/file_kind.h"

#include <gtest/gtest.h>
#include <zip.h>

#include <cstdio>
#include <filesystem>
#include <fstream>
#include <sstream>
#include <vector>

namespace comity {
namespace {

using Entries = std::vector<std::pair<std::string, std::string>>;

std::string zipped(const Entries& entries, const char* password = nullptr) {
  const auto file = testing::TempDir() + "comity-kind.zip";
  std::filesystem::remove(file);
  int error = 0;
  auto* archive = zip_open(file.c_str(), ZIP_CREATE, &error);
  for (const auto& [name, bytes] : entries) {
    auto* source = zip_source_buffer(archive, bytes.data(), bytes.size(), 0);
    const auto at = zip_file_add(archive, name.c_str(), source, 0);
    if (password) zip_file_set_encryption(archive, static_cast<zip_uint64_t>(at), ZIP_EM_AES_256, password);
  }
  EXPECT_EQ(zip_close(archive), 0);
  std::stringstream out;
  out << std::ifstream(file, std::ios::binary).rdbuf();
  std::filesystem::remove(file);
  return out.str();
}

std::string refused(std::string_view bytes) {
  const auto kind = kind_of_file(bytes);
  return kind ? "read" : kind.refusal().code;
}

TEST(FileKind, IsToldByWhatStandsInTheFile) {
  EXPECT_EQ(*kind_of_file("1. Words."), FileKind::text);
  EXPECT_EQ(*kind_of_file("<b>not a page"), FileKind::text);
  EXPECT_EQ(*kind_of_file("%PDF-1.7\n"), FileKind::pdf);
  EXPECT_EQ(*kind_of_file("\xef\xbb\xbf<!DOCTYPE html><p>x"), FileKind::html);
  EXPECT_EQ(*kind_of_file("<?xml version=\"1.0\"?><akomaNtoso xmlns=\"x\">"), FileKind::akoma_ntoso);
  EXPECT_EQ(*kind_of_file("<?xml version=\"1.0\"?><office:document>"), FileKind::flat_odt);
  EXPECT_EQ(*kind_of_file(zipped({{"word/document.xml", "<x/>"}})), FileKind::docx);
  EXPECT_EQ(*kind_of_file(zipped({{"mimetype", "application/vnd.oasis.opendocument.text"}})), FileKind::odt);
}

// ISO 32000-1, annex H: readers look for the header in the first 1,024 bytes.
TEST(FileKind, OfAPdfMayBeginLate) {
  const std::string pdf = "%PDF-1.4\n1 0 obj\n<<>>\nendobj\nstartxref\n0\n%%EOF\n";
  EXPECT_EQ(*kind_of_file("Content-Type: application/pdf\n\n" + pdf), FileKind::pdf);
  EXPECT_EQ(*kind_of_file("%PDF-something\n" + pdf), FileKind::pdf);
  EXPECT_EQ(*kind_of_file("It begins with %PDF- and then:\n" + pdf), FileKind::pdf) << "the second one counts";
  EXPECT_EQ(*kind_of_file(std::string(1'023, '\n') + pdf), FileKind::pdf);
  EXPECT_EQ(*kind_of_file(std::string(1'024, '\n') + pdf), FileKind::text);
}

TEST(FileKind, OfATextThatSpeaksOfAPdfIsText) {
  EXPECT_EQ(*kind_of_file("1. A PDF begins with %PDF-1.7 and a line break."), FileKind::text);
  EXPECT_EQ(*kind_of_file("1. It begins with %PDF-, then comes a number. It ends with %%EOF."), FileKind::text);
  EXPECT_EQ(*kind_of_file("1. %PDF-1.7 begins one.\n2. %%EOF ends it.\n" + std::string(3'000, 'x')), FileKind::text);
  EXPECT_EQ(*kind_of_file("%%EOF %PDF-1."), FileKind::text);
}

TEST(FileKind, OtherKindsAreNamed) {
  EXPECT_EQ(kind_of_file("\xd0\xcf\x11\xe0\xa1").refusal().values.at("found"), "DOC");
  EXPECT_EQ(kind_of_file("{\\rtf1").refusal().values.at("found"), "RTF");
  EXPECT_EQ(kind_of_file("<?xml version=\"1.0\"?><rss/>").refusal().values.at("found"), "XML");
  EXPECT_EQ(kind_of_file(zipped({{"xl/workbook.xml", "<x/>"}})).refusal().values.at("found"), "ZIP");
  EXPECT_EQ(refused(std::string("ab\0cd", 5)), "file-kind-unknown");
  EXPECT_EQ(refused(""), "text-empty");
}

TEST(FileKind, PasswordsAndProgramsAreRefused) {
  EXPECT_EQ(refused(zipped({{"word/document.xml", "<x/>"}, {"word/vbaProject.bin", "x"}})), "file-macros");
  EXPECT_EQ(refused(zipped({{"mimetype", "application/vnd.oasis.opendocument.text"}, {"Basic/Standard/a.xml", "x"}})),
            "file-macros");
  EXPECT_EQ(refused(zipped({{"word/document.xml", "<x/>"}}, "secret")), "file-encrypted");
  EXPECT_EQ(refused(zipped({{"mimetype", "application/vnd.oasis.opendocument.text"},
                            {"META-INF/manifest.xml", "<manifest:encryption-data/>"}})),
            "file-encrypted");
  EXPECT_EQ(refused("<?xml version=\"1.0\"?><office:document><office:scripts><ooo:library/>"), "file-macros");
}

TEST(FileKind, DamagedPackagesAndBombsAreRefused) {
  EXPECT_EQ(refused("PK\x03\x04 and nothing more"), "package-damaged");
  auto cut = zipped({{"word/document.xml", std::string(10'000, 'x')}});
  cut.resize(cut.size() - 30);
  EXPECT_EQ(refused(cut), "package-damaged");
  auto bomb = zipped({{"word/document.xml", "<x/>"}});
  constexpr std::size_t size_in_directory = 24;  // bytes behind the mark of an entry
  const auto entry = bomb.find("PK\x01\x02");
  bomb.replace(entry + size_in_directory, 4, "\xff\xff\xff\x7f");
  EXPECT_EQ(refused(bomb), "package-too-large");
}

TEST(FileKind, NamesPromiseKinds) {
  EXPECT_EQ(kind_named("PDF"), FileKind::pdf);
  EXPECT_EQ(kind_named("htm"), FileKind::html);
  EXPECT_FALSE(kind_named("exe"));
  EXPECT_EQ(media_type_of(FileKind::pdf), "application/pdf");
  EXPECT_EQ(suffix_of(FileKind::akoma_ntoso), "akn");
}

}  // namespace
}  // namespace comity
