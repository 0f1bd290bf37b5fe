// Packed figures come out as they were put in, in the order of their years.

#include <random>

#include "core/performance/catalogue/kept_figures.h"
#include "core/performance/samples.h"

namespace himpun::performance::test {
namespace {

Target some_target(std::mt19937& random) {
  switch (random() % 5) {
    case 0:
      return target_of(ratio_value(Decimal{static_cast<std::int64_t>(random() % 9)}, Decimal{232}));
    case 1:
      return target_of(predicate_value("BB", num("72.5").number));
    case 2:
      return target_of(not_available("survei \"belum\" selesai"));
    case 3:
      return {Value{}, Decimal{10}, Decimal{20}};
    default:
      return target_of(number_value(Decimal{static_cast<std::int64_t>(random() % 100'000)} / Decimal{8}));
  }
}

TEST(KeptFigures, AnswerAsAMapDoes) {
  auto const seed = std::random_device{}();
  SCOPED_TRACE(seed);
  std::mt19937 random{seed};
  KeptFigures kept;
  std::map<std::int32_t, YearFigure> known;
  for (int i = 0; i < 300; ++i) {
    auto const year = static_cast<std::int32_t>(2000 + random() % 40);
    YearFigure const figure{year, some_target(random), "LKjIP " + std::to_string(random() % 3)};
    kept.put(figure);
    known[year] = figure;
    auto const asked = static_cast<std::int32_t>(1999 + random() % 43);
    auto const from = known.lower_bound(asked);
    auto const until = known.upper_bound(asked);
    EXPECT_EQ(kept.first_from(asked), from == known.end() ? std::nullopt : std::optional{from->second});
    EXPECT_EQ(kept.last_until(asked),
              until == known.begin() ? std::nullopt : std::optional{std::prev(until)->second});
    EXPECT_EQ(kept.find(asked).has_value(), known.contains(asked));
  }
  std::vector<YearFigure> all;
  for (auto const& [year, figure] : known) all.push_back(figure);
  EXPECT_EQ(kept.all(), all);
  EXPECT_EQ(kept.size(), all.size());
}

TEST(KeptFigures, KeepAZeroByteInASource) {
  KeptFigures kept;
  YearFigure const figure{2024, target_of(num("0")), std::string{"a\0b", 3}};
  kept.put(figure);
  EXPECT_EQ(kept.find(2024), figure);
  EXPECT_TRUE(KeptFigures{}.empty());
}

}  // namespace
}  // namespace himpun::performance::test
