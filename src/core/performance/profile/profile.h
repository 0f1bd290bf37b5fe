#pragma once
// A profile: one office's answers to every question the regulations leave open, as data with a name and a source. An
// agency adopts one for a year; the adopted value is kept whole, so that a later edit of the file changes no old
// figure. Profiles ship in data/profiles; profile_file.h reads them.

#include "core/performance/profile/rules.h"

namespace himpun::performance {

/// What is looked at before a form is sent. The number a check compares with is the rule's threshold.
enum class CheckCode : std::uint8_t {
  value_missing,           ///< the cell is blank
  ratio_above_one,         ///< numerator greater than denominator
  cumulative_falls,        ///< a running total lower than before
  jump,                    ///< differs from the last period by more than the threshold (per cent)
  target_too_low,          ///< achievement above the threshold (per cent)
  predicate_below_target,  ///< a worse predicate than the target's
  totals_differ,           ///< the parts do not add up to the value
  evidence_missing,        ///< fewer pieces than the threshold
  narrative_too_short,     ///< fewer characters than the threshold where the target was missed
};
BOOST_DESCRIBE_ENUM(CheckCode, value_missing, ratio_above_one, cumulative_falls, jump, target_too_low,
                    predicate_below_target, totals_differ, evidence_missing, narrative_too_short)

/// An error blocks; a warning takes a reason.
enum class Severity : std::uint8_t { off, warning, error };
BOOST_DESCRIBE_ENUM(Severity, off, warning, error)

struct CheckRule {
  CheckCode code = CheckCode::value_missing;
  Severity severity = Severity::warning;
  Decimal threshold;

  bool operator==(CheckRule const&) const = default;
};
BOOST_DESCRIBE_STRUCT(CheckRule, (), (code, severity, threshold))

enum class RollupMean : std::uint8_t { plain, weighted };
BOOST_DESCRIBE_ENUM(RollupMean, plain, weighted)

/// `own_first`: a node's own indicators, or its child nodes where it has none. `all`: both alike.
enum class RollupMembers : std::uint8_t { own_first, all };
BOOST_DESCRIBE_ENUM(RollupMembers, own_first, all)

struct RollupRule {
  RollupMean mean = RollupMean::plain;
  RollupMembers members = RollupMembers::own_first;

  bool operator==(RollupRule const&) const = default;
};
BOOST_DESCRIBE_STRUCT(RollupRule, (), (mean, members))

/// As it was stored before it said what is red; frozen with the events that hold it.
struct FirstProfile {
  ProfileId id;
  std::string name;
  std::string source;                    ///< whose practice, or which regulation
  std::vector<std::string> assumptions;  ///< what was taken without having read a text for it
  Rules defaults;                        ///< its scale and map are copies of ones below
  std::vector<RatingScale> rating_scales;
  std::vector<PredicateMap> predicate_maps;
  std::vector<CheckRule> checks;
  RollupRule rollup;
  Decimal efficiency_band{5};  ///< achievement minus absorption: fair within this many points of 0

  bool operator==(FirstProfile const&) const = default;
};
BOOST_DESCRIBE_STRUCT(FirstProfile, (),
                      (id, name, source, assumptions, defaults, rating_scales, predicate_maps, checks, rollup,
                       efficiency_band))

struct Profile : FirstProfile {
  /// An achievement of so many per cent or less is red on the leader's page. ASSUMPTION: no text says where red begins;
  /// 65 is where "sedang" ends in the scale of Permendagri 86/2017.
  Decimal red_at_most{65};

  bool operator==(Profile const&) const = default;
};
BOOST_DESCRIBE_STRUCT(Profile, (FirstProfile), (red_at_most))

inline constexpr ProblemType profile_invalid{"profile.invalid", ProblemKind::invalid, "Profil perhitungan belum benar",
                                             "The profile is not right"};
inline constexpr ProblemType rating_scale_unknown{"profile.rating_scale_unknown", ProblemKind::invalid,
                                                  "Skala penilaian tidak dikenal", "There is no such rating scale"};
inline constexpr ProblemType predicate_map_unknown{"profile.predicate_map_unknown", ProblemKind::invalid,
                                                   "Peta predikat tidak dikenal", "There is no such predicate map"};

/// The indicator's own choices, the rest from the profile. Refuses an unknown scale or map.
[[nodiscard]] Result<Rules> rules_for(Profile const& profile, RuleChoices const& choices);
/// Whether the profile is complete and its tables are in order; every fault as a field.
[[nodiscard]] Result<void> check_profile(Profile const& profile);

[[nodiscard]] CheckRule const* find_check(Profile const& profile, CheckCode code);
[[nodiscard]] RatingScale const* find_scale(Profile const& profile, std::string_view id);
[[nodiscard]] PredicateMap const* find_map(Profile const& profile, std::string_view id);
/// Score of a predicate, upper and lower case alike; none when the map does not have it.
[[nodiscard]] std::optional<Decimal> score_of(PredicateMap const& map, std::string_view predicate);
/// Place in the map, best 0; none when the map does not have it.
[[nodiscard]] std::optional<std::size_t> rank_of(PredicateMap const& map, std::string_view predicate);
/// The scale's name for an achievement in per cent.
[[nodiscard]] std::string rating_of(RatingScale const& scale, Decimal const& achievement);

[[nodiscard]] inline bool is_red(Profile const& profile, std::optional<Decimal> const& achievement) {
  return achievement && *achievement <= profile.red_at_most;
}

/// The rule in words: "maksimum 120 %", "tanpa batas atas", ...
[[nodiscard]] Words cap_words(Limit const& cap);
[[nodiscard]] Words floor_words(Limit const& floor);
[[nodiscard]] Words zero_target_words(ZeroTarget const& rule);
/// "(2 × Target − Realisasi) ÷ Target × 100"
[[nodiscard]] Words formula_words(Polarity polarity, Rules const& rules);
[[nodiscard]] Words consolidation_words(Consolidation consolidation);
[[nodiscard]] Words rounding_words(Rounding const& rounding);
/// "capaian sampai 65 %"
[[nodiscard]] Words red_words(Profile const& profile);

}  // namespace himpun::performance
