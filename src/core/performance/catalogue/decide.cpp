#include <algorithm>

#include "base/text.h"
#include "core/performance/catalogue/code.h"
#include "core/performance/catalogue/rules.h"

namespace himpun::performance {
namespace rules {

void Faults::require(std::string const& text, std::string pointer) {
  if (trim(text).empty()) add(std::move(pointer), {"wajib diisi", "is required"});
}

void Faults::take_over(Result<void> const& checked) {
  if (checked) return;
  fields_.insert(fields_.end(), checked.error().fields.begin(), checked.error().fields.end());
}

std::unexpected<Problem> Faults::refuse_as(ProblemType const& type) const {
  return std::unexpected(Problem{.type = &type, .fields = fields_});
}

void check_year(Faults& faults, std::int32_t year, std::string pointer) {
  if (year >= first_year && year <= last_year) return;
  faults.add(std::move(pointer), {"harus di antara 2000 dan 2100", "must be between 2000 and 2100"});
}

void check_unit(Faults& faults, access::Agency const& agency, UnitId const& unit, std::string pointer) {
  auto const found = agency.units.find(unit);
  if (found != agency.units.end() && !found->second.closed) return;
  faults.add(std::move(pointer), {"unit tidak ditemukan", "there is no such unit"});
}

}  // namespace rules

namespace {

struct Decide {
  Catalogue const& catalogue;
  CatalogueOccasion const& occasion;

  rules::Answer operator()(RecordNode const& command) const { return rules::record_node(catalogue, command, occasion); }
  rules::Answer operator()(RecordSheet const& command) const {
    return rules::record_sheet(catalogue, command, occasion);
  }
  rules::Answer operator()(CloseIndicator const& command) const { return rules::close_indicator(catalogue, command); }
  rules::Answer operator()(SignAgreement const& command) const {
    return rules::sign_agreement(catalogue, command, occasion);
  }
  rules::Answer operator()(ReviseAgreement const& command) const { return rules::revise_agreement(catalogue, command); }
  rules::Answer operator()(RecordFigure const& command) const { return rules::record_figure(catalogue, command); }
  rules::Answer operator()(RecordSpending const& command) const { return rules::record_spending(catalogue, command); }
  rules::Answer operator()(RecordCeiling const& command) const {
    return rules::record_ceiling(catalogue, command, occasion);
  }
  rules::Answer operator()(AdoptProfile const& command) const { return rules::adopt_profile(catalogue, command); }
  rules::Answer operator()(NameKeepers const& command) const {
    return rules::name_keepers(catalogue, command, occasion);
  }
};

/// Whether what the command records was there before: then it is a change, not an addition.
struct IsKnown {
  Catalogue const& catalogue;

  bool operator()(RecordNode const& command) const { return find_node(catalogue, command.node.id) != nullptr; }
  bool operator()(RecordSheet const& command) const {
    auto const* indicator = find_indicator(catalogue, command.indicator);
    return indicator && indicator->sheets.contains(command.sheet.year);
  }
  bool operator()(RecordCeiling const& command) const {
    return std::ranges::any_of(catalogue.ceilings, [&](Ceiling const& each) {
      return each.code == command.ceiling.code && each.year == command.ceiling.year &&
             each.stage == command.ceiling.stage && each.date == command.ceiling.date;
    });
  }
  bool operator()(RecordFigure const& command) const {
    auto const* indicator = find_indicator(catalogue, command.indicator);
    return indicator && indicator->figures(command.kind).find(command.figure.year);
  }
  bool operator()(RecordSpending const& command) const {
    auto const& known = command.kind == FigureKind::midterm ? catalogue.spending_planned : catalogue.spending_past;
    auto const code = normalise_code(command.spending.code);
    return known.contains(std::pair{code ? *code : command.spending.code, command.spending.year});
  }
  bool operator()(AdoptProfile const& command) const { return catalogue.profiles.contains(command.year); }
  bool operator()(SignAgreement const&) const { return false; }
  bool operator()(CloseIndicator const&) const { return true; }
  bool operator()(ReviseAgreement const&) const { return true; }
  bool operator()(NameKeepers const&) const { return true; }
};

}  // namespace

Result<void> who_keeps(Catalogue const& catalogue, CatalogueOccasion const& occasion) {
  auto const& caller = occasion.caller;
  if (caller.is_installation() || caller.is(access::Role::administrator)) return {};
  auto const acts_for = [&](HolderId const& each) {
    return access::post_for(occasion.agency, *caller.person, each, occasion.today).has_value();
  };
  if (caller.person && std::ranges::any_of(catalogue.keepers, acts_for)) return {};
  return refuse(catalogue_not_yours, {"Katalog dikelola administrator dan pengelola data kinerja yang ditunjuk.",
                                      "The catalogue is kept by administrators and the keepers who were named."});
}

Result<CatalogueEvents> decide(Catalogue const& catalogue, CatalogueCommand const& command,
                               CatalogueOccasion const& occasion) {
  if (auto const allowed = who_keeps(catalogue, occasion); !allowed) return std::unexpected(allowed.error());
  return std::visit(Decide{catalogue, occasion}, command);
}

bool Preview::is_acceptable() const {
  return std::ranges::none_of(rows, [](PreviewRow const& each) { return each.fate == RowFate::refused; });
}

Preview preview(Catalogue const& catalogue, std::vector<CatalogueCommand> const& commands,
                CatalogueOccasion const& occasion) {
  auto after = catalogue;
  return preview_onto(after, commands, occasion);
}

Preview preview_onto(Catalogue& after, std::vector<CatalogueCommand> const& commands,
                     CatalogueOccasion const& occasion) {
  Preview preview;
  for (auto const& command : commands) {
    bool const is_known = std::visit(IsKnown{after}, command);
    auto events = decide(after, command, occasion);
    if (!events) {
      preview.rows.push_back({RowFate::refused, std::move(events.error())});
      continue;
    }
    preview.rows.push_back({events->empty() ? RowFate::same
                            : is_known      ? RowFate::changed
                                            : RowFate::added,
                            std::nullopt});
    for (auto const& event : *events) {
      evolve(after, event);
      preview.events.push_back(event);
    }
  }
  if (!preview.is_acceptable()) preview.events.clear();
  return preview;
}

}  // namespace himpun::performance
