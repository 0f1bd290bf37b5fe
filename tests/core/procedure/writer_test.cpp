#include "core/procedure/writer.h"

#include <gtest/gtest.h>

#include "support/procedures.h"
#include "support/random_procedure.h"

namespace himpun::procedure {
namespace {

void expect_read_again(Procedure const& procedure) {
  auto const text = write_procedure(procedure);
  auto const read = read_procedure(text, "uji.yaml");
  ASSERT_TRUE(read.has_value()) << read.error().front().detail.en << "\n" << text;
  EXPECT_TRUE(read->procedure == procedure) << text;
}

TEST(ProcedureWriter, writes_every_shipped_procedure_so_that_it_is_read_as_the_same) {
  for (auto const& path : test::list_source_files("procedures", ".yaml")) expect_read_again(test::read_shipped(path));
}

TEST(ProcedureWriter, writes_random_procedures_so_that_they_are_read_as_the_same) {
  std::uint64_t const first = std::random_device{}();
  for (std::uint64_t seed = first; seed < first + 500; ++seed) {
    expect_read_again(test::RandomProcedure{seed}.make());
    ASSERT_FALSE(HasFailure()) << "seed " << seed;
  }
}

TEST(ProcedureWriter, says_what_follows_only_where_it_is_not_the_next_row) {
  auto const text = write_procedure(
      test::read_valid(test::with_rows(test::row("a", "tugas", "a") + test::row("b", "tugas", "b", "berikut: selesai") +
                                       test::row("c", "tugas", "b", "mulai: ya"))));
  EXPECT_EQ(text.find("berikut: b"), std::string::npos);
  EXPECT_NE(text.find("berikut: selesai"), std::string::npos);
}

TEST(ProcedureWriter, announces_a_key_that_is_too_long_for_one_line) {
  std::string const label(1'500, 'x');
  auto procedure = test::read_valid(test::with_rows(test::row("a", "pemeriksaan", "a", "lanjut: {baik: selesai}")));
  procedure.steps.front().outcomes.front().label = label;
  expect_read_again(procedure);
}

}  // namespace
}  // namespace himpun::procedure
