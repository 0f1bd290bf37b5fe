// The choices of a profile in words, as traces and comparisons show them.

#include "core/performance/profile/profile.h"

namespace himpun::performance {

Words cap_words(Limit const& cap) {
  if (!cap.at) return {"Tanpa batas atas", "No cap"};
  auto const at = spell(*cap.at);
  return {"Batas atas " + at.id + " %", "Capped at " + at.en + " %"};
}

Words floor_words(Limit const& floor) {
  if (!floor.at) return {"Tanpa batas bawah", "No floor"};
  auto const at = spell(*floor.at);
  return {"Batas bawah " + at.id + " %", "Not below " + at.en + " %"};
}

Words consolidation_words(Consolidation consolidation) {
  switch (consolidation) {
    case Consolidation::sum:
      return {"Dijumlahkan dari periode yang terisi", "Sum of the filled periods"};
    case Consolidation::last:
      return {"Nilai terakhir yang terisi", "The last filled value"};
    case Consolidation::average:
      return {"Rata-rata periode yang terisi", "Average of the filled periods"};
    case Consolidation::maximum:
      return {"Nilai tertinggi dari periode yang terisi", "The highest of the filled periods"};
    case Consolidation::ratio:
      return {"Jumlah pembilang dibagi jumlah penyebut", "Sum of numerators over sum of denominators"};
  }
  return {};
}

Words rounding_words(Rounding const& rounding) {
  auto const places = std::to_string(rounding.places);
  Words mode;
  switch (rounding.mode) {
    case RoundingMode::half_up:
      mode = {"setengah ke atas", "half up"};
      break;
    case RoundingMode::half_even:
      mode = {"setengah ke genap", "half to even"};
      break;
    case RoundingMode::truncate:
      mode = {"dipotong", "cut off"};
      break;
  }
  return {"Pembulatan " + mode.id + ", " + places + " angka di belakang koma",
          "Rounding " + mode.en + ", " + places + " decimal places"};
}

Words zero_target_words(ZeroTarget const& rule) {
  switch (rule.kind) {
    case ZeroTargetKind::not_computable:
      return {"Target nol: capaian tidak dihitung", "Zero target: no achievement is computed"};
    case ZeroTargetKind::hit_or_miss:
      return {"Target nol: realisasi 0 bernilai 100 %, di atas 0 bernilai 0 %",
              "Zero target: a figure of 0 is worth 100 %, above 0 it is worth 0 %"};
    case ZeroTargetKind::steps:
      break;
  }
  Words words{"Target nol, memakai tabel:", "Zero target, by table:"};
  for (auto const& each : rule.steps) {
    auto const up_to = spell(each.up_to);
    auto const worth = spell(each.achievement);
    words.id += " sampai " + up_to.id + " = " + worth.id + " %;";
    words.en += " up to " + up_to.en + " = " + worth.en + " %;";
  }
  auto const otherwise = spell(rule.otherwise);
  return {words.id + " selebihnya " + otherwise.id + " %", words.en + " beyond " + otherwise.en + " %"};
}

Words red_words(Profile const& profile) {
  auto const limit = spell(profile.red_at_most);
  return {"capaian sampai " + limit.id + " %", "achievement up to " + limit.en + " %"};
}

Words formula_words(Polarity polarity, Rules const& rules) {
  switch (polarity) {
    case Polarity::maximise:
      return {"Realisasi ÷ Target × 100", "Realisation ÷ Target × 100"};
    case Polarity::minimise:
      if (rules.minimise == MinimiseFormula::a) {
        return {"(2 × Target − Realisasi) ÷ Target × 100", "(2 × Target − Realisation) ÷ Target × 100"};
      }
      return {"Target ÷ Realisasi × 100", "Target ÷ Realisation × 100"};
    case Polarity::range:
      return {"Di dalam rentang 100; di luar rentang dibandingkan dengan batas terdekat",
              "100 within the range; outside, compared with the nearest bound"};
    case Polarity::predicate:
      return {"Nilai predikat realisasi ÷ nilai predikat target × 100",
              "Score of the realised predicate ÷ score of the target's × 100"};
  }
  return {};
}

}  // namespace himpun::performance
