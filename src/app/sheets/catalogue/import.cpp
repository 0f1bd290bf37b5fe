#include "app/sheets/catalogue/import.h"

#include <algorithm>

#include "app/sheets/catalogue/target_rows.h"

namespace himpun::app {
namespace {

using performance::CatalogueCommand;
using performance::RowFate;

constexpr std::size_t most_listed = 2'500;  ///< of refused rows, and of the others
constexpr std::size_t rows_at_once = 1'000;
constexpr std::size_t events_at_once = 20;
constexpr std::size_t figures_at_once = 200;  ///< of one event

/// Lists what people must see and counts the rest.
class Report {
 public:
  explicit Report(Language language) : language_(language) {}

  void note(CatalogueTable table, TableRow const& row, RowFate fate) {
    count(fate);
    auto& list = fate == RowFate::refused ? refused_ : others_;
    if (list.size() == most_listed) return void(++left_out_);
    ImportRow noted{row.sheet(), row.number(), fate, about_row(table, row), std::nullopt};
    if (fate == RowFate::refused) noted.problem = say_faults(row.faults(), language_);
    list.push_back(std::move(noted));
  }
  [[nodiscard]] bool is_acceptable() const { return counts_.refused == 0; }

  ImportReport take() {
    ImportReport report{std::move(others_), left_out_, is_acceptable(), counts_};
    report.rows.insert(left_out_ > 0 ? report.rows.begin() : report.rows.end(), refused_.begin(), refused_.end());
    if (left_out_ == 0) std::ranges::stable_sort(report.rows, {}, [](auto const& row) { return row.row; });
    if (left_out_ == 0) std::ranges::stable_sort(report.rows, {}, [](auto const& row) { return row.sheet; });
    return report;
  }

 private:
  void count(RowFate fate) {
    switch (fate) {
      case RowFate::added:
        ++counts_.added;
        return;
      case RowFate::changed:
        ++counts_.changed;
        return;
      case RowFate::same:
        ++counts_.same;
        return;
      case RowFate::refused:
        ++counts_.refused;
    }
  }

  Language language_;
  std::vector<ImportRow> refused_;
  std::vector<ImportRow> others_;
  ImportCounts counts_;
  std::int64_t left_out_ = 0;
};

class Import {
 public:
  Import(Sight& sight, performance::Catalogue& catalogue, ImportRecorder const& record, ImportAim const& aim)
      : sight_(sight),
        catalogue_(catalogue),
        record_(record),
        names_(sight.agency()),
        occasion_{sight.today(), sight.caller, sight.agency()},
        report_(aim.language),
        progress_(aim.progress) {}

  Result<ImportReport> run(Workbook& workbook, std::vector<FoundTable> const& tables) {
    for (auto const table : {CatalogueTable::tree, CatalogueTable::indicators, CatalogueTable::targets,
                             CatalogueTable::ceilings, CatalogueTable::figures, CatalogueTable::spendings}) {
      for (auto const& found : tables) {
        if (found.shape != static_cast<std::size_t>(table)) continue;
        auto const read =
            read_table(workbook, found, table_of(table), [&](TableRow row) { return take(table, std::move(row)); });
        if (!read) return std::unexpected(read.error());
      }
      if (auto done = finish(table); !done) return std::unexpected(done.error());
    }
    if (auto done = record_events(1); !done) return std::unexpected(done.error());
    return report_.take();
  }

 private:
  [[nodiscard]] RowBooks books() const { return {names_, catalogue_, sight_.world.make_id}; }

  /// Rows whose order matters wait until their table was read.
  Result<void> take(CatalogueTable table, TableRow row) {
    if (progress_ && ++rows_ % rows_at_once == 0) progress_(rows_);
    switch (table) {
      case CatalogueTable::tree:
      case CatalogueTable::indicators:
        waiting_.push_back(std::move(row));
        return {};
      case CatalogueTable::targets:
        targets_.push_back(target_row(std::move(row), names_));
        return {};
      case CatalogueTable::ceilings:
        return decide_row(table, row, ceiling_command(row, books()));
      case CatalogueTable::spendings:
        return decide_row(table, row, spending_command(row));
      case CatalogueTable::figures:
        figures_.push_back(std::move(row));
        return figures_.size() < rows_at_once ? Result<void>{} : decide_figures();
    }
    return {};
  }

  Result<void> finish(CatalogueTable table) {
    if (table == CatalogueTable::targets) return decide_targets();
    if (table == CatalogueTable::figures) return decide_figures();
    return decide_waiting(table);
  }

  /// Parents before children, and what a formula uses before the formula.
  Result<void> decide_waiting(CatalogueTable table) {
    std::ranges::stable_sort(waiting_, {}, [&](TableRow const& row) -> std::size_t {
      if (table == CatalogueTable::indicators) return is_blank(row.cell("formula")) ? 0 : 1;
      auto copy = row;  // a word that is not known is noted when the row is decided
      return word_in(copy, "kind", node_kinds.all()).value_or(0);
    });
    for (auto& row : waiting_) {
      auto command = table == CatalogueTable::tree ? tree_command(row, books()) : indicator_command(row, books());
      if (auto done = decide_row(table, row, std::move(command)); !done) return done;
    }
    waiting_.clear();
    return {};
  }

  Result<void> decide_row(CatalogueTable table, TableRow& row, RowCommand command) {
    if (!command) return report_.note(table, row, RowFate::refused), Result<void>{};
    auto preview = performance::preview_onto(catalogue_, {std::move(*command)}, occasion_);
    auto const& verdict = preview.rows.front();
    if (verdict.problem) row.take_over(*verdict.problem);
    report_.note(table, row, verdict.fate);
    return collect(std::move(preview.events));
  }

  Result<void> decide_figures() {
    std::vector<CatalogueCommand> commands;
    std::vector<TableRow*> asked;
    for (auto& row : figures_) {
      auto command = figure_command(row);
      if (!command) report_.note(CatalogueTable::figures, row, RowFate::refused);
      if (!command) continue;
      commands.push_back(std::move(*command));
      asked.push_back(&row);
    }
    auto preview = performance::preview_onto(catalogue_, commands, occasion_);
    for (std::size_t i = 0; i < asked.size(); ++i) {
      auto const& verdict = preview.rows[i];
      if (verdict.problem) asked[i]->take_over(*verdict.problem);
      report_.note(CatalogueTable::figures, *asked[i], verdict.fate);
    }
    figures_.clear();
    return collect(std::move(preview.events));
  }

  Result<void> decide_targets() {
    std::vector<TargetRow const*> same;
    auto groups = group_targets(targets_, books(), same);
    for (auto const* each : same) report_.note(CatalogueTable::targets, each->row, RowFate::same);
    for (auto const& each : targets_) {
      if (!each.row.faults().empty()) report_.note(CatalogueTable::targets, each.row, RowFate::refused);
    }
    for (auto& group : groups) {
      if (auto done = decide_group(group); !done) return done;
    }
    targets_.clear();
    return {};
  }

  /// Rows of a refused agreement that are right themselves are listed as what they would be.
  Result<void> decide_group(TargetGroup& group) {
    bool const is_new = std::holds_alternative<performance::SignAgreement>(group.command);
    auto preview = performance::preview_onto(catalogue_, {group.command}, occasion_);
    if (auto const& problem = preview.rows.front().problem) blame_rows(group, *problem);
    for (auto const* each : group.rows) {
      report_.note(CatalogueTable::targets, each->row,
                   !each->row.faults().empty() ? RowFate::refused
                   : is_new                    ? RowFate::added
                                               : RowFate::changed);
    }
    return collect(std::move(preview.events));
  }

  Result<void> collect(performance::CatalogueEvents events) {
    if (!record_) return {};
    for (auto& event : events) add_event(std::move(event));
    return record_events(events_at_once);
  }

  /// Figures that follow each other become one event: a file may have a hundred thousand.
  void add_event(performance::CatalogueEvent event) {
    auto* figure = std::get_if<performance::FigureRecorded>(&event);
    if (!figure) return events_.push_back(std::move(event));
    auto* last = events_.empty() ? nullptr : std::get_if<performance::FiguresRecorded>(&events_.back());
    if (!last || last->figures.size() == figures_at_once) {
      events_.emplace_back(performance::FiguresRecorded{});
      last = &std::get<performance::FiguresRecorded>(events_.back());
    }
    last->figures.push_back({std::move(figure->indicator), figure->kind, std::move(figure->figure)});
  }

  Result<void> record_events(std::size_t at_least) {
    if (!report_.is_acceptable()) events_.clear();
    if (events_.size() < at_least) return {};
    auto done = record_(events_);
    events_.clear();
    return done;
  }

  Sight& sight_;
  performance::Catalogue& catalogue_;
  ImportRecorder const& record_;
  NameBook names_;
  performance::CatalogueOccasion occasion_;
  Report report_;
  std::vector<TableRow> waiting_;
  std::vector<TargetRow> targets_;
  std::vector<TableRow> figures_;
  performance::CatalogueEvents events_;
  ImportProgress progress_;
  std::int64_t rows_ = 0;
};

}  // namespace

Result<ImportReport> run_import(Sight& sight, SheetFile const& file, performance::Catalogue& catalogue,
                                ImportRecorder const& record, ImportAim const& aim) {
  SheetReading const reading{file.name};
  auto const workbook = sight.world.sheets.open_file(file.path, reading);
  if (!workbook) return std::unexpected(workbook.error());
  auto const tables = find_tables(**workbook, reading, catalogue_tables());
  if (!tables) return std::unexpected(tables.error());
  return Import{sight, catalogue, record, aim}.run(**workbook, *tables);
}

}  // namespace himpun::app
