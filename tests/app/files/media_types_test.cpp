#include "app/files/media_types.h"

#include <gtest/gtest.h>

namespace himpun::app {
namespace {

constexpr char const* docx = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";
constexpr char const* xlsx = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
constexpr char const* odt = "application/vnd.oasis.opendocument.text";
constexpr char const* anything = "application/octet-stream";

struct Pair {
  char const* declared;
  char const* found;
};

TEST(ADeclaredMediaType, GivesWayToTheContent) {
  for (auto const& [declared, found] :
       {Pair{anything, "application/pdf"}, Pair{anything, "text/plain"}, Pair{anything, "application/x-executable"},
        Pair{"image/png", "image/jpeg"}, Pair{"image/heif", "image/heic"}, Pair{xlsx, docx}, Pair{docx, odt},
        Pair{docx, "application/zip"}, Pair{"application/vnd.ms-excel", xlsx},
        Pair{"application/vnd.ms-excel", "text/csv"}, Pair{"application/msword", "text/rtf"},
        Pair{"application/x-unheard-of", "application/pdf"}, Pair{"application/x-zip-compressed", "application/zip"}}) {
    EXPECT_EQ(settle_media_type(declared, found), found) << declared;
  }
}

TEST(ADeclaredMediaType, StandsWhereItSaysMoreThanTheContent) {
  for (auto const& [declared, found] :
       {Pair{"text/csv", "text/plain"}, Pair{"text/csv", "application/csv"}, Pair{"text/plain", "text/x-c++"},
        Pair{"application/json", "text/plain"}, Pair{"image/svg+xml", "text/xml"}, Pair{"text/markdown", "text/html"},
        Pair{"application/msword", "application/x-ole-storage"}, Pair{docx, "application/cdfv2-encrypted"},
        Pair{"image/heic", "video/mp4"}, Pair{"image/heic", anything}, Pair{"application/acad", anything},
        Pair{"text/csv", "inode/x-empty"}, Pair{"application/pdf", "application/x-empty"}, Pair{odt, odt},
        Pair{anything, anything}}) {
    EXPECT_EQ(settle_media_type(declared, found), declared) << found;
  }
}

TEST(ADeclaredMediaType, IsRefusedWhereTheContentContradictsIt) {
  for (auto const& [declared, found] :
       {Pair{"application/pdf", "application/x-dosexec"}, Pair{"text/plain", "application/x-executable"},
        Pair{docx, "application/x-dosexec"}, Pair{"application/x-unheard-of", "application/x-sharedlib"},
        Pair{"application/pdf", "text/html"}, Pair{"application/pdf", "image/png"}, Pair{"application/pdf", docx},
        Pair{"application/pdf", anything}, Pair{"image/png", "text/plain"}, Pair{"image/jpeg", anything},
        Pair{docx, anything}, Pair{xlsx, "text/csv"}, Pair{"text/csv", xlsx}, Pair{"image/png", "application/pdf"},
        Pair{"text/plain", "application/pdf"}}) {
    EXPECT_EQ(settle_media_type(declared, found), std::nullopt) << declared << " " << found;
  }
}

}  // namespace
}  // namespace himpun::app
