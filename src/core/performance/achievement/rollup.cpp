#include "core/performance/achievement/rollup.h"

#include <algorithm>

namespace himpun::performance {
namespace {

Words mean_words(RollupRule const& rule) {
  if (rule.mean == RollupMean::weighted) {
    return {"Rata-rata tertimbang capaian yang tercetak: Σ(capaian × bobot) ÷ Σ bobot",
            "Weighted mean of the printed achievements: Σ(achievement × weight) ÷ Σ weight"};
  }
  return {"Rata-rata capaian yang tercetak: Σ capaian ÷ banyaknya",
          "Plain mean of the printed achievements: Σ achievement ÷ their number"};
}

void remark_left_out(Workings& work, RollupMember const& member, Words const& why) {
  work.remark({member.name + " tidak ikut dihitung, bukan nol: " + why.id,
               member.name + " is left out, not counted as zero: " + why.en});
}

/// Members that count, in the order of their ids; the others are named.
std::vector<RollupMember> counting(std::vector<RollupMember> members, RollupRule const& rule, Workings& work) {
  std::ranges::sort(members, {}, [](RollupMember const& each) { return std::pair{each.id, each.name}; });
  std::vector<RollupMember> counted;
  for (auto& each : members) {
    if (!each.achievement) {
      remark_left_out(work, each, each.why_not);
    } else if (rule.mean == RollupMean::weighted && each.weight.sign() <= 0) {
      remark_left_out(work, each, {"bobotnya nol.", "its weight is zero."});
    } else {
      counted.push_back(std::move(each));
    }
  }
  return counted;
}

LineRef input_of(Workings& work, RollupMember const& member) {
  return work.input({"Capaian " + member.name, "Achievement of " + member.name}, *member.achievement,
                    number_value(*member.achievement), member.id);
}

LineRef plain_mean(Workings& work, std::vector<RollupMember> const& members) {
  std::vector<LineRef> lines;
  for (auto const& each : members) lines.push_back(input_of(work, each));
  return work.apply(Operation::average, {"Rata-rata", "Mean"}, lines);
}

LineRef weighted_mean(Workings& work, std::vector<RollupMember> const& members) {
  std::vector<LineRef> products;
  std::vector<LineRef> weights;
  for (auto const& each : members) {
    auto const achievement = input_of(work, each);
    weights.push_back(
        work.input({"Bobot " + each.name, "Weight of " + each.name}, each.weight, number_value(each.weight), each.id));
    products.push_back(work.apply(Operation::multiply,
                                  {"Capaian × bobot " + each.name, "Achievement × weight " + each.name},
                                  {achievement, weights.back()}));
  }
  auto const above = work.apply(Operation::sum, {"Σ(capaian × bobot)", "Σ(achievement × weight)"}, products);
  auto const below = work.apply(Operation::sum, {"Σ bobot", "Σ weight"}, weights);
  return work.apply(Operation::divide, {"Rata-rata tertimbang", "Weighted mean"}, {above, below});
}

RollupMember member_of(Indicator const& indicator, Sheet const& sheet,
                       std::map<IndicatorId, Achievement> const& achievements) {
  RollupMember member{indicator.id.value, sheet.name, std::nullopt, {}, sheet.weight};
  auto const found = achievements.find(indicator.id);
  if (found == achievements.end()) {
    member.why_not = {"belum ada capaian.", "there is no achievement yet."};
  } else {
    member.achievement = found->second.value;
    member.why_not = found->second.why_not;
  }
  return member;
}

/// Walks down from the roots and comes back with every node's achievement, parents first.
class Tree {
 public:
  Tree(Catalogue const& catalogue, std::int32_t year, Profile const& profile,
       std::map<IndicatorId, Achievement> const& achievements)
      : catalogue_(catalogue), year_(year), profile_(profile), achievements_(achievements) {}

  Achievement visit(Node const& node) {
    auto const place = found_.size();
    found_.push_back({node.id, {}, {}});
    auto members = own_members(node);
    bool const takes_children = members.empty() || profile_.rollup.members == RollupMembers::all;
    for (auto const* child : children_of(catalogue_, node.id, year_)) {
      auto const achievement = visit(*child);
      if (takes_children) {
        members.push_back({child->id.value, child->name, achievement.value, achievement.why_not, Decimal{1}});
      }
    }
    for (auto const& each : members) found_[place].members.push_back(each.id);
    found_[place].achievement = roll_up(std::move(members), profile_.rollup, profile_.defaults);
    return found_[place].achievement;
  }

  std::vector<NodeAchievement> take() { return std::move(found_); }

 private:
  std::vector<RollupMember> own_members(Node const& node) const {
    std::vector<RollupMember> members;
    for (auto const* each : indicators_of(catalogue_, node.id, year_)) {
      members.push_back(member_of(*each, *sheet_in(*each, year_), achievements_));
    }
    return members;
  }

  Catalogue const& catalogue_;
  std::int32_t year_;
  Profile const& profile_;
  std::map<IndicatorId, Achievement> const& achievements_;
  std::vector<NodeAchievement> found_;
};

}  // namespace

Achievement roll_up(std::vector<RollupMember> members, RollupRule const& rule, Rules const& rules) {
  Workings work{mean_words(rule)};
  Achievement achievement{.basis = Basis::year};
  auto const counted = counting(std::move(members), rule, work);
  if (counted.empty()) {
    achievement.why_not = {"Belum ada capaian di bawahnya yang dapat dihitung.",
                           "There is no achievement below it to count."};
    achievement.trace = work.take();
    return achievement;
  }
  auto const raw = rule.mean == RollupMean::weighted ? weighted_mean(work, counted) : plain_mean(work, counted);
  auto const line = work.round(raw, rules.rounding);
  work.rule(rounding_words(rules.rounding));
  if (work.at(line).is_number()) {
    achievement.value = achievement.before_cap = work.at(line);
    achievement.rating = rating_of(rules.rating_scale, *achievement.value);
  } else {
    achievement.why_not = {"Angka terlalu besar untuk dihitung.", "The numbers are too large to compute."};
  }
  achievement.trace = work.take();
  return achievement;
}

std::vector<NodeAchievement> roll_up_tree(Catalogue const& catalogue, std::int32_t year, Profile const& profile,
                                          std::map<IndicatorId, Achievement> const& achievements) {
  Tree tree{catalogue, year, profile, achievements};
  for (auto const* root : children_of(catalogue, std::nullopt, year)) tree.visit(*root);
  return tree.take();
}

}  // namespace himpun::performance
