#include "core/performance/profile/profile_file.h"

#include <algorithm>

#include "core/performance/profile/yaml_fields.h"

namespace himpun::performance {
namespace {

constexpr Word<MinimiseFormula> minimise_words[]{{"A", MinimiseFormula::a}, {"B", MinimiseFormula::b}};
constexpr Word<RangeAbove> range_words[]{{"realisasi_per_batas", RangeAbove::figure_by_bound},
                                         {"batas_per_realisasi", RangeAbove::bound_by_figure}};
constexpr Word<Consolidation> consolidation_words_of_file[]{{"jumlah", Consolidation::sum},
                                                            {"terakhir", Consolidation::last},
                                                            {"rata_rata", Consolidation::average},
                                                            {"tertinggi", Consolidation::maximum},
                                                            {"rasio", Consolidation::ratio}};
constexpr Word<RoundingMode> rounding_mode_words[]{{"setengah_ke_atas", RoundingMode::half_up},
                                                   {"setengah_ke_genap", RoundingMode::half_even},
                                                   {"dipotong", RoundingMode::truncate}};
constexpr Word<CheckCode> check_words[]{{"nilai_kosong", CheckCode::value_missing},
                                        {"rasio_di_atas_satu", CheckCode::ratio_above_one},
                                        {"kumulatif_turun", CheckCode::cumulative_falls},
                                        {"lonjakan", CheckCode::jump},
                                        {"target_terlalu_rendah", CheckCode::target_too_low},
                                        {"predikat_di_bawah_target", CheckCode::predicate_below_target},
                                        {"jumlah_berbeda", CheckCode::totals_differ},
                                        {"data_dukung_kurang", CheckCode::evidence_missing},
                                        {"narasi_terlalu_pendek", CheckCode::narrative_too_short}};
constexpr Word<Severity> severity_words[]{
    {"mati", Severity::off}, {"peringatan", Severity::warning}, {"kesalahan", Severity::error}};
constexpr Word<RollupMean> mean_words[]{{"biasa", RollupMean::plain}, {"tertimbang", RollupMean::weighted}};
constexpr Word<RollupMembers> member_words[]{{"indikator_dahulu", RollupMembers::own_first},
                                             {"semua", RollupMembers::all}};

constexpr Word<ZeroTargetKind> zero_target_words_of_file[]{{"tidak_dihitung", ZeroTargetKind::not_computable},
                                                           {"nol_atau_tidak", ZeroTargetKind::hit_or_miss}};

/// `tanpa`, or a number in per cent; absent is `tanpa` too.
Limit read_limit(YamlFields const& fields, std::string_view key) {
  auto const* node = fields.find(key);
  if (!node || (node->kind == YamlKind::scalar && node->text == "tanpa")) return {};
  return {number_of(fields.reading(), *node)};
}

ZeroTarget read_steps(YamlReading& reading, YamlNode const& node) {
  YamlFields const fields{reading, node, {"langkah", "selebihnya"}};
  ZeroTarget rule{ZeroTargetKind::steps, {}, fields.number("selebihnya")};
  for (auto const* each : fields.items("langkah")) {
    YamlFields const step{reading, *each, {"sampai", "capaian"}};
    rule.steps.push_back({step.number("sampai"), step.number("capaian")});
  }
  return rule;
}

ZeroTarget read_zero_target(YamlFields const& fields) {
  auto const* node = fields.find("target_nol");
  if (node && node->kind == YamlKind::map) return read_steps(fields.reading(), *node);
  return {fields.word("target_nol", zero_target_words_of_file, ZeroTargetKind::not_computable), {}, {}};
}

Rounding read_rounding(YamlFields const& fields) {
  auto const* node = fields.find("pembulatan");
  if (!node) return {};
  YamlFields const inner{fields.reading(), *node, {"cara", "angka"}};
  Rounding rounding{inner.word("cara", rounding_mode_words, RoundingMode::half_up), 0};
  auto const places = inner.number("angka");
  while (Decimal{rounding.places} < places && rounding.places < 10) ++rounding.places;
  if (Decimal{rounding.places} != places) {
    fields.reading().refuse(profile_number, *node,
                            {"Banyaknya angka di belakang koma: 0 sampai 10.", "Decimal places: 0 to 10."});
  }
  return rounding;
}

RatingScale read_scale(YamlReading& reading, YamlNode const& node) {
  YamlFields const fields{reading, node, {"id", "tingkat", "terendah"}};
  RatingScale scale{fields.text("id"), {}, fields.text("terendah")};
  for (auto const* each : fields.items("tingkat")) {
    YamlFields const step{reading, *each, {"di_atas", "nama"}};
    scale.steps.push_back({step.number("di_atas"), step.text("nama")});
  }
  return scale;
}

PredicateMap read_map(YamlReading& reading, YamlNode const& node) {
  YamlFields const fields{reading, node, {"id", "nilai"}};
  PredicateMap map{fields.text("id"), {}};
  for (auto const* each : fields.items("nilai")) {
    YamlFields const score{reading, *each, {"predikat", "skor"}};
    map.scores.push_back({score.text("predikat"), score.number("skor")});
  }
  return map;
}

CheckRule read_check(YamlReading& reading, YamlNode const& node) {
  YamlFields const fields{reading, node, {"periksa", "tingkat", "batas"}};
  if (!fields.find("periksa")) static_cast<void>(fields.required("periksa"));
  CheckRule rule{fields.word("periksa", check_words, CheckCode::value_missing),
                 fields.word("tingkat", severity_words, Severity::warning),
                 {}};
  if (fields.find("batas")) rule.threshold = fields.number("batas");
  return rule;
}

RollupRule read_rollup(YamlFields const& fields) {
  auto const* node = fields.find("penggabungan");
  if (!node) return {};
  YamlFields const inner{fields.reading(), *node, {"rata_rata", "anggota"}};
  return {inner.word("rata_rata", mean_words, RollupMean::plain),
          inner.word("anggota", member_words, RollupMembers::own_first)};
}

void read_defaults(YamlFields const& fields, Profile& profile) {
  auto& rules = profile.defaults;
  rules.minimise = fields.word("rumus_minimal", minimise_words, MinimiseFormula::a);
  rules.range_above = fields.word("di_atas_rentang", range_words, RangeAbove::figure_by_bound);
  rules.consolidation = fields.word("konsolidasi", consolidation_words_of_file, Consolidation::last);
  rules.cap = read_limit(fields, "batas_atas");
  rules.floor = read_limit(fields, "batas_bawah");
  rules.zero_target = read_zero_target(fields);
  rules.rounding = read_rounding(fields);
}

/// The default scale and map are named; a name that no table has is a fault at its place.
void choose_tables(YamlFields const& fields, Profile& profile) {
  if (auto const* node = fields.required("skala_bawaan")) {
    auto const* scale = find_scale(profile, node->text);
    if (scale) profile.defaults.rating_scale = *scale;
    if (!scale) fields.reading().refuse(rating_scale_unknown, *node, {"Skala: " + node->text, "Scale: " + node->text});
  }
  if (auto const* node = fields.required("predikat_bawaan")) {
    auto const* map = find_map(profile, node->text);
    if (map) profile.defaults.predicates = *map;
    if (!map) fields.reading().refuse(predicate_map_unknown, *node, {"Peta: " + node->text, "Map: " + node->text});
  }
}

Profile read_map_of_profile(YamlReading& reading, YamlNode const& root) {
  YamlFields const fields{reading,
                          root,
                          {"profil", "nama", "sumber", "asumsi", "rumus_minimal", "di_atas_rentang", "konsolidasi",
                           "batas_atas", "batas_bawah", "target_nol", "pembulatan", "skala", "predikat", "skala_bawaan",
                           "predikat_bawaan", "pemeriksaan", "penggabungan", "batas_efisiensi", "batas_merah"}};
  Profile profile;
  profile.id = ProfileId{fields.text("profil")};
  profile.name = fields.text("nama");
  profile.source = fields.text("sumber");
  for (auto const* each : fields.items("asumsi")) profile.assumptions.push_back(text_of(reading, *each));
  read_defaults(fields, profile);
  for (auto const* each : fields.items("skala")) profile.rating_scales.push_back(read_scale(reading, *each));
  for (auto const* each : fields.items("predikat")) profile.predicate_maps.push_back(read_map(reading, *each));
  choose_tables(fields, profile);
  for (auto const* each : fields.items("pemeriksaan")) profile.checks.push_back(read_check(reading, *each));
  profile.rollup = read_rollup(fields);
  if (fields.find("batas_efisiensi")) profile.efficiency_band = fields.number("batas_efisiensi");
  if (fields.find("batas_merah")) profile.red_at_most = fields.number("batas_merah");
  return profile;
}

template <class T, std::size_t count>
std::string_view word_for(Word<T> const (&words)[count], T meaning) {
  return std::ranges::find(words, meaning, &Word<T>::meaning)->word;
}

/// One line a fact, two more spaces a level.
class ProfileWriter {
 public:
  explicit ProfileWriter(Profile const& profile) : profile_(profile) {}

  std::string write() {
    out_ = "# Profil perhitungan capaian. Ubah sesuai kebijakan instansi Anda, lalu unggah sebagai berkas sendiri.\n";
    line(0, "profil", profile_.id.value);
    line(0, "nama", profile_.name);
    line(0, "sumber", profile_.source);
    if (!profile_.assumptions.empty()) out_ += "asumsi:\n";
    for (auto const& each : profile_.assumptions) out_ += "  - " + yaml_scalar(each) + "\n";
    write_defaults();
    write_scales();
    write_maps();
    write_checks();
    out_ += "\npenggabungan:\n";
    line(2, "rata_rata", word_for(mean_words, profile_.rollup.mean));
    line(2, "anggota", word_for(member_words, profile_.rollup.members));
    line(0, "batas_efisiensi", spell(profile_.efficiency_band).id);
    line(0, "batas_merah", spell(profile_.red_at_most).id);
    return std::move(out_);
  }

 private:
  void line(std::size_t indent, std::string_view key, std::string_view text) {
    out_.append(indent, ' ').append(key).append(": ").append(yaml_scalar(text)) += '\n';
  }
  /// The first fact of an item of a list, and the second one below it.
  void item(std::size_t indent, std::string_view key, std::string_view text, std::string_view more_key,
            std::string_view more) {
    out_.append(indent, ' ').append("- ").append(key).append(": ").append(yaml_scalar(text)) += '\n';
    line(indent + 2, more_key, more);
  }

  void write_defaults() {
    auto const& rules = profile_.defaults;
    out_ += '\n';
    line(0, "rumus_minimal", word_for(minimise_words, rules.minimise));
    line(0, "di_atas_rentang", word_for(range_words, rules.range_above));
    line(0, "konsolidasi", word_for(consolidation_words_of_file, rules.consolidation));
    line(0, "batas_atas", rules.cap.at ? spell(*rules.cap.at).id : "tanpa");
    line(0, "batas_bawah", rules.floor.at ? spell(*rules.floor.at).id : "tanpa");
    if (rules.zero_target.kind == ZeroTargetKind::steps) {
      out_ += "target_nol:\n  langkah:\n";
      for (auto const& each : rules.zero_target.steps) {
        item(4, "sampai", spell(each.up_to).id, "capaian", spell(each.achievement).id);
      }
      line(2, "selebihnya", spell(rules.zero_target.otherwise).id);
    } else {
      line(0, "target_nol", word_for(zero_target_words_of_file, rules.zero_target.kind));
    }
    out_ += "pembulatan:\n";
    line(2, "cara", word_for(rounding_mode_words, rules.rounding.mode));
    line(2, "angka", std::to_string(rules.rounding.places));
  }

  void write_scales() {
    out_ += '\n';
    line(0, "skala_bawaan", profile_.defaults.rating_scale.id);
    out_ += "skala:\n";
    for (auto const& scale : profile_.rating_scales) {
      item(2, "id", scale.id, "terendah", scale.lowest);
      out_ += "    tingkat:\n";
      for (auto const& each : scale.steps) item(6, "di_atas", spell(each.above).id, "nama", each.name);
    }
  }

  void write_maps() {
    out_ += '\n';
    line(0, "predikat_bawaan", profile_.defaults.predicates.id);
    out_ += "predikat:\n";
    for (auto const& map : profile_.predicate_maps) {
      out_ += "  - id: " + yaml_scalar(map.id) + "\n    nilai:\n";
      for (auto const& each : map.scores) item(6, "predikat", each.predicate, "skor", spell(each.score).id);
    }
  }

  void write_checks() {
    if (profile_.checks.empty()) return;
    out_ += "\n# tingkat: kesalahan (menghalangi pengiriman), peringatan (dapat dilewati dengan alasan), mati.\n";
    out_ += "pemeriksaan:\n";
    for (auto const& each : profile_.checks) {
      item(2, "periksa", word_for(check_words, each.code), "tingkat", word_for(severity_words, each.severity));
      if (!each.threshold.is_zero()) line(4, "batas", spell(each.threshold).id);
    }
  }

  Profile const& profile_;
  std::string out_;
};

}  // namespace

std::string write_profile(Profile const& profile) { return ProfileWriter{profile}.write(); }

std::expected<Profile, std::vector<Problem>> read_profile(std::string_view text, std::string const& file) {
  auto const root = read_yaml(text, file);
  if (!root) return std::unexpected(std::vector{root.error()});
  YamlReading reading{file, {}};
  auto profile = read_map_of_profile(reading, *root);
  if (!reading.problems.empty()) return std::unexpected(std::move(reading.problems));
  if (auto const checked = check_profile(profile); !checked) {
    auto problem = checked.error();
    problem.where = SourcePosition{file, 1, 1};
    return std::unexpected(std::vector{std::move(problem)});
  }
  return profile;
}

}  // namespace himpun::performance
