#include "adapters/inspection/file_types.h"

#include <gtest/gtest.h>

#include <thread>
#include <vector>

namespace himpun::inspection {
namespace {

using namespace std::string_literals;

std::string type_of(std::string const& beginning) {
  static auto const types = with_libmagic();
  return types->type_of(beginning);
}

/// The header of one stored file in a zip, and the file.
std::string zipped(std::string const& name, std::string const& content) {
  auto const two = [](std::size_t number) {
    return std::string{static_cast<char>(number & 0xff), static_cast<char>(number >> 8)};
  };
  auto const size = two(content.size()) + "\0\0"s;
  return "PK\3\4\24\0\0\0\0\0\0\0\0\0\0\0\0\0"s + size + size + two(name.size()) + "\0\0"s + name + content;
}

TEST(AFilesType, IsToldByItsContent) {
  EXPECT_EQ(type_of("%PDF-1.7\n%\xe2\xe3\xcf\xd3\n1 0 obj\n"), "application/pdf");
  EXPECT_EQ(type_of("\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\0\1\0\0\0\1\b\6\0\0\0"s), "image/png");
  EXPECT_EQ(type_of("\xff\xd8\xff\xe0\0\x10JFIF\0\1\1\0\0\1\0\1\0\0"s), "image/jpeg");
  EXPECT_EQ(type_of("\0\0\0\x18"
                    "ftypheic\0\0\0\0mif1heic"s),
            "image/heic");
  EXPECT_EQ(type_of("MZ\x90\0\3\0\0\0\4\0\0\0\xff\xff\0\0"s + std::string(100, '\0')), "application/x-dosexec");
  EXPECT_EQ(type_of("\x7f"
                    "ELF\2\1\1\0\0\0\0\0\0\0\0\0\2\0\x3e\0\1\0\0\0"s +
                    std::string(40, '\0')),
            "application/x-executable");
  EXPECT_TRUE(type_of("indikator,satuan,nilai\nkunjungan,orang,12\nbuku,eks,5\n").ends_with("csv"));
  EXPECT_EQ(type_of("Yang terhormat Kepala Dinas,\n\nberikut data tri wulan.\n"), "text/plain");
  EXPECT_EQ(type_of("\xfe\xdc\xba\x98\3"s + std::string(1000, '\xfe')), "application/octet-stream");
}

TEST(AFilesType, OfAZipIsToldByItsParts) {
  auto const types = zipped("[Content_Types].xml", "<Types/>") + zipped("_rels/.rels", "<Relationships/>");
  auto const office = "application/vnd.openxmlformats-officedocument."s;
  EXPECT_EQ(type_of(types + zipped("word/document.xml", "<w/>")), office + "wordprocessingml.document");
  EXPECT_EQ(type_of(types + zipped("docProps/app.xml", "<p/>") + zipped("xl/workbook.xml", "<w/>")),
            office + "spreadsheetml.sheet");
  EXPECT_EQ(type_of(zipped("xl/_rels/workbook.xml.rels", "<r/>") + types), office + "spreadsheetml.sheet")
      << "as LibreOffice orders them";
  EXPECT_EQ(type_of(types + zipped("ppt/presentation.xml", "<p/>")), office + "presentationml.presentation");
  EXPECT_EQ(type_of(zipped("mimetype", "application/vnd.oasis.opendocument.text") + zipped("content.xml", "<c/>")),
            "application/vnd.oasis.opendocument.text");
  EXPECT_EQ(type_of(zipped("foto/wordpress.txt", "x") + zipped("password/a.txt", "x")), "application/zip");
}

TEST(AFilesType, OfNothingAndOfPiecesOfFilesHarmsNothing) {
  EXPECT_TRUE(type_of("").ends_with("x-empty"));
  for (std::size_t length = 1; length < 40; ++length) {
    EXPECT_FALSE(type_of(zipped("word/document.xml", "<w/>").substr(0, length)).empty());
  }
}

TEST(AFilesType, MayBeAskedByManyAtOnce) {
  std::vector<std::thread> threads;
  for (int i = 0; i < 4; ++i) {
    threads.emplace_back([] {
      for (int j = 0; j < 50; ++j) EXPECT_EQ(type_of("%PDF-1.7\n"), "application/pdf");
    });
  }
  for (auto& thread : threads) thread.join();
}

}  // namespace
}  // namespace himpun::inspection
