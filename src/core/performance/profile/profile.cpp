#include "core/performance/profile/profile.h"

#include <algorithm>

#include "base/text.h"

namespace himpun::performance {
namespace {

using Fields = std::vector<FieldError>;

void report(Fields& fields, std::string pointer, char const* id, char const* en) {
  fields.push_back({std::move(pointer), {id, en}});
}

/// Each step lower than the one before it: else a step could never be reached.
void check_scale(Fields& fields, RatingScale const& scale, std::string const& pointer) {
  if (trim(scale.id).empty()) report(fields, pointer + "/id", "wajib diisi", "is required");
  if (trim(scale.lowest).empty()) report(fields, pointer + "/lowest", "wajib diisi", "is required");
  for (std::size_t i = 0; i < scale.steps.size(); ++i) {
    auto const at = pointer + "/steps/" + std::to_string(i);
    if (trim(scale.steps[i].name).empty()) report(fields, at + "/name", "wajib diisi", "is required");
    if (i > 0 && !(scale.steps[i].above < scale.steps[i - 1].above)) {
      report(fields, at + "/above", "harus lebih kecil dari batas sebelumnya", "must be below the step before it");
    }
  }
}

void check_map(Fields& fields, PredicateMap const& map, std::string const& pointer) {
  if (trim(map.id).empty()) report(fields, pointer + "/id", "wajib diisi", "is required");
  for (std::size_t i = 0; i < map.scores.size(); ++i) {
    auto const at = pointer + "/scores/" + std::to_string(i);
    if (trim(map.scores[i].predicate).empty()) report(fields, at + "/predicate", "wajib diisi", "is required");
    if (i > 0 && map.scores[i - 1].score < map.scores[i].score) {
      report(fields, at + "/score", "predikat yang lebih baik harus lebih dulu", "better predicates come first");
    }
  }
}

void check_zero_target(Fields& fields, ZeroTarget const& rule, std::string const& pointer) {
  if ((rule.kind == ZeroTargetKind::steps) == rule.steps.empty()) {
    report(fields, pointer + "/steps", "tabel langkah hanya, dan harus, ada pada aturan `steps`",
           "a step table belongs to the rule `steps`, and only to it");
  }
  for (std::size_t i = 1; i < rule.steps.size(); ++i) {
    if (rule.steps[i - 1].up_to < rule.steps[i].up_to) continue;
    report(fields, pointer + "/steps/" + std::to_string(i) + "/up_to", "harus lebih besar dari langkah sebelumnya",
           "must be above the step before it");
  }
}

void check_limits(Fields& fields, Rules const& rules, std::string const& pointer) {
  if (rules.cap.at && rules.cap.at->sign() <= 0) {
    report(fields, pointer + "/cap/at", "harus lebih besar dari nol", "must be greater than zero");
  }
  if (rules.cap.at && rules.floor.at && *rules.cap.at < *rules.floor.at) {
    report(fields, pointer + "/floor/at", "tidak boleh di atas batas atas", "cannot be above the cap");
  }
  if (rules.rounding.places < 0 || rules.rounding.places > 10) {
    report(fields, pointer + "/rounding/places", "harus di antara 0 dan 10", "must be between 0 and 10");
  }
}

void check_checks(Fields& fields, std::vector<CheckRule> const& checks) {
  for (std::size_t i = 0; i < checks.size(); ++i) {
    auto const at = "/checks/" + std::to_string(i);
    auto const same = [&](CheckRule const& each) { return each.code == checks[i].code; };
    if (std::ranges::count_if(checks, same) > 1) report(fields, at + "/code", "ditulis dua kali", "is written twice");
    if (checks[i].threshold.sign() < 0) report(fields, at + "/threshold", "tidak boleh negatif", "cannot be negative");
  }
}

template <class Items>
auto const* find_by_id(Items const& items, std::string_view id) {
  auto const found = std::ranges::find_if(items, [&](auto const& each) { return each.id == id; });
  return found == items.end() ? nullptr : &*found;
}

}  // namespace

RatingScale const* find_scale(Profile const& profile, std::string_view id) {
  return find_by_id(profile.rating_scales, id);
}

PredicateMap const* find_map(Profile const& profile, std::string_view id) {
  return find_by_id(profile.predicate_maps, id);
}

CheckRule const* find_check(Profile const& profile, CheckCode code) {
  auto const found = std::ranges::find(profile.checks, code, &CheckRule::code);
  return found == profile.checks.end() || found->severity == Severity::off ? nullptr : &*found;
}

Result<Rules> rules_for(Profile const& profile, RuleChoices const& choices) {
  Rules rules = profile.defaults;
  rules.minimise = choices.minimise.value_or(rules.minimise);
  rules.range_above = choices.range_above.value_or(rules.range_above);
  rules.consolidation = choices.consolidation.value_or(rules.consolidation);
  rules.cap = choices.cap.value_or(rules.cap);
  rules.floor = choices.floor.value_or(rules.floor);
  rules.zero_target = choices.zero_target.value_or(rules.zero_target);
  rules.rounding = choices.rounding.value_or(rules.rounding);
  if (choices.rating_scale) {
    auto const* scale = find_scale(profile, *choices.rating_scale);
    auto const& id = *choices.rating_scale;
    if (!scale) return refuse(rating_scale_unknown, {"Skala: " + id + ".", "The scale: " + id + "."});
    rules.rating_scale = *scale;
  }
  if (choices.predicate_map) {
    auto const* map = find_map(profile, *choices.predicate_map);
    auto const& id = *choices.predicate_map;
    if (!map) return refuse(predicate_map_unknown, {"Peta: " + id + ".", "The map: " + id + "."});
    rules.predicates = *map;
  }
  return rules;
}

Result<void> check_profile(Profile const& profile) {
  Fields fields;
  if (trim(profile.id.value).empty()) report(fields, "/id", "wajib diisi", "is required");
  if (trim(profile.name).empty()) report(fields, "/name", "wajib diisi", "is required");
  for (std::size_t i = 0; i < profile.rating_scales.size(); ++i) {
    check_scale(fields, profile.rating_scales[i], "/rating_scales/" + std::to_string(i));
  }
  for (std::size_t i = 0; i < profile.predicate_maps.size(); ++i) {
    check_map(fields, profile.predicate_maps[i], "/predicate_maps/" + std::to_string(i));
  }
  check_scale(fields, profile.defaults.rating_scale, "/defaults/rating_scale");
  check_zero_target(fields, profile.defaults.zero_target, "/defaults/zero_target");
  check_limits(fields, profile.defaults, "/defaults");
  check_checks(fields, profile.checks);
  if (profile.efficiency_band.sign() < 0) {
    report(fields, "/efficiency_band", "tidak boleh negatif", "cannot be negative");
  }
  if (profile.red_at_most.sign() < 0) report(fields, "/red_at_most", "tidak boleh negatif", "cannot be negative");
  if (fields.empty()) return {};
  return std::unexpected(Problem{.type = &profile_invalid, .fields = std::move(fields)});
}

std::optional<std::size_t> rank_of(PredicateMap const& map, std::string_view predicate) {
  auto const wanted = lower_ascii(trim(predicate));
  auto const found =
      std::ranges::find_if(map.scores, [&](auto const& each) { return lower_ascii(each.predicate) == wanted; });
  if (found == map.scores.end()) return std::nullopt;
  return static_cast<std::size_t>(found - map.scores.begin());
}

std::optional<Decimal> score_of(PredicateMap const& map, std::string_view predicate) {
  auto const rank = rank_of(map, predicate);
  return rank ? std::optional{map.scores[*rank].score} : std::nullopt;
}

std::string rating_of(RatingScale const& scale, Decimal const& achievement) {
  auto const found =
      std::ranges::find_if(scale.steps, [&](RatingStep const& each) { return achievement > each.above; });
  return found == scale.steps.end() ? scale.lowest : found->name;
}

}  // namespace himpun::performance
