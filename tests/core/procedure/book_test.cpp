#include "core/procedure/book.h"

#include <gtest/gtest.h>

namespace himpun::procedure {
namespace {

Procedure classified(std::string const& code) {
  Procedure procedure;
  procedure.id = ProcedureId{"surat"};
  procedure.classification = code;
  return procedure;
}

void happen(Book& book, std::vector<Event> const& events) {
  for (auto const& event : events) evolve(book, event, Instant{});
}

TEST(ProcedureBook, EveryVersionKeepsTheArchiveCodeItStated) {
  Book book;
  happen(book, adopt(book, classified("000.8.6.3"), "satu"));
  happen(book, adopt(book, classified(""), "dua"));
  happen(book, adopt(book, classified("000.7.2"), "tiga"));
  ASSERT_EQ(book.versions.size(), 3U);
  EXPECT_EQ(book.versions[0].procedure.classification, "000.8.6.3");
  EXPECT_EQ(book.versions[1].procedure.classification, "");
  EXPECT_EQ(book.latest().procedure.classification, "000.7.2");
}

TEST(ProcedureBook, TheSameFileAgainSaysNothing) {
  Book book;
  happen(book, adopt(book, classified("000.8.6.3"), "satu"));
  EXPECT_TRUE(adopt(book, classified("000.8.6.3"), "satu").empty());
}

}  // namespace
}  // namespace himpun::procedure
