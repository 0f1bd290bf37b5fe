#include "core/report/figures/collected.h"

#include <algorithm>

#include "base/text.h"
#include "core/performance/collection/figures.h"

namespace himpun::report {
namespace {

using namespace document;
namespace perf = performance;

/// "Bidang Perpustakaan" becomes "bidang-perpustakaan": names of tables are names of files.
std::string slug(std::string const& name) {
  std::string made;
  for (char const c : lower_ascii(name)) {
    bool const is_plain = (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
    if (is_plain) made += c;
    else if (!made.empty() && made.back() != '-') made += '-';
  }
  return made;
}

std::vector<perf::Row const*> rows_of(perf::Collection const& collection, perf::UnitId const& unit,
                                      perf::RowKind kind) {
  std::vector<perf::Row const*> rows;
  for (auto const& [key, each] : collection.rows) {
    if (key.unit == unit && key.kind == kind) rows.push_back(&each);
  }
  return rows;
}

std::string period_target(FigureLine const& line, Period const& period) {
  auto const found = std::ranges::find(line.measured.targets, period, &perf::PeriodTarget::period);
  return found == line.measured.targets.end() ? std::string{"–"} : spell(found->target).id;
}

Table achievements(DataBooks const& books, perf::Collection const& collection, std::vector<FigureLine> const& lines,
                   perf::UnitId const& unit) {
  Table table{"capaian-" + slug(books.unit_name(unit)),
              "Capaian indikator",
              {{"Indikator", Align::start, 30, {}},
               {"Satuan", Align::start, 9, {}},
               {"Target", Align::end, 10, "Periode"},
               {"Realisasi", Align::end, 11, "Periode"},
               {"Capaian %", Align::end, 10, "Periode"},
               {"Target", Align::end, 10, "Tahun"},
               {"Capaian %", Align::end, 10, "Tahun"},
               {"Predikat", Align::start, 10, {}}},
              {}};
  for (auto const* each : rows_of(collection, unit, perf::RowKind::indicator)) {
    auto const* line = find_line(lines, perf::IndicatorId{each->key.subject});
    if (!line || !perf::counts(each->state)) continue;
    auto const own = perf::achievement_of(line->measured, collection.period);
    table.rows.push_back(row({line->sheet->name, line->sheet->unit_of_measure, period_target(*line, collection.period),
                              spell(perf::figure_of(collection, *each, books.catalogue)).id, percent(own.value),
                              year_target_of(*line), percent(line->of_year.value),
                              (own.value ? own : line->to_date).rating.value_or("–")}));
  }
  return table;
}

std::string follow_ups(perf::Entry const& entry) {
  std::vector<std::string> texts;
  for (auto const& each : entry.follow_ups) {
    auto text = each.action;
    if (!each.owner.empty()) text += " (" + each.owner + ")";
    if (each.due) text += ", paling lambat " + spell_date_id(*each.due);
    texts.push_back(std::move(text));
  }
  return join(texts, "; ");
}

Table causes(DataBooks const& books, perf::Collection const& collection, perf::UnitId const& unit) {
  Table table{"penyebab-" + slug(books.unit_name(unit)),
              "Penyebab dan tindak lanjut",
              {{"Indikator", Align::start, 24, {}},
               {"Faktor pendorong", Align::start, 25, {}},
               {"Faktor penghambat", Align::start, 25, {}},
               {"Tindak lanjut", Align::start, 26, {}}},
              {}};
  for (auto const* each : rows_of(collection, unit, perf::RowKind::indicator)) {
    auto const& entry = each->entry;
    bool const says_nothing = entry.drivers.empty() && entry.obstacles.empty() && entry.follow_ups.empty();
    if (!perf::counts(each->state) || says_nothing) continue;
    table.rows.push_back(row({subject_name(books, each->key), entry.drivers, entry.obstacles, follow_ups(entry)}));
  }
  return table;
}

Table spending(DataBooks const& books, perf::Collection const& collection, std::vector<MoneyLine> const& lines, perf::UnitId const& unit) {
  Table table{"anggaran-" + slug(books.unit_name(unit)),
              "Realisasi anggaran (rupiah)",
              {{"Kode", Align::start, 12, {}},
               {"Program/kegiatan", Align::start, 29, {}},
               {"Pagu", Align::end, 16, {}},
               {"Realisasi periode", Align::end, 16, {}},
               {"Realisasi s.d. periode", Align::end, 16, {}},
               {"Serapan %", Align::end, 11, {}}},
              {}};
  for (auto const* each : rows_of(collection, unit, perf::RowKind::budget)) {
    auto const line = std::ranges::find_if(lines, [&](auto const& one) { return one.ceiling->code == each->key.subject; });
    if (line == lines.end() || !perf::counts(each->state)) continue;
    table.rows.push_back(row({line->ceiling->code, line->ceiling->name, money(line->ceiling->amount),
                              spell(each->value()).id, money(line->spent), percent(line->absorption.value)}));
  }
  return table;
}

void add_table(Blocks& blocks, Table table) {
  if (!table.rows.empty()) blocks.push_back({std::move(table)});
}

std::string place_of(perf::Evidence const& evidence) {
  if (evidence.kind == perf::EvidenceKind::link) return evidence.link;
  if (evidence.kind == perf::EvidenceKind::physical) return evidence.place;
  return evidence.file ? evidence.file->name + "\nSHA-256 " + evidence.file->sha256.substr(0, 16) + "…" : std::string{};
}

std::string kind_of(perf::EvidenceKind kind) {
  switch (kind) {
    case perf::EvidenceKind::file:
      return "berkas";
    case perf::EvidenceKind::link:
      return "tautan";
    case perf::EvidenceKind::physical:
      return "fisik";
  }
  return {};
}

std::string uses_of(DataBooks const& books, perf::KeptEvidence const& kept) {
  std::vector<std::string> texts;
  for (auto const& use : kept.uses) {
    texts.push_back(subject_name(books, use.row) + (use.page.empty() ? "" : " (hal. " + use.page + ")"));
  }
  return join(texts, "; ");
}

void add_row_remarks(std::vector<std::string>& remarks, DataBooks const& books, perf::Row const& each) {
  auto const name = subject_name(books, each.key) + " (" + books.unit_name(each.key.unit) + ")";
  if (each.state == perf::RowState::left_out) remarks.push_back(name + ": tidak diterima sampai data dikunci.");
  else if (!perf::counts(each.state)) remarks.push_back(name + ": belum diterima, tidak dihitung.");
  for (auto const& waiver : each.waivers) remarks.push_back(name + ": peringatan dilewati, " + waiver.reason);
  for (auto const& fix : each.corrections) {
    remarks.push_back(name + ": pembetulan menjadi " + spell(fix.value).id + ", " + fix.reason);
  }
}

}  // namespace

std::string subject_name(DataBooks const& books, perf::RowKey const& key) {
  if (key.kind == perf::RowKind::indicator) {
    auto const* sheet = perf::find_sheet(books.catalogue, perf::IndicatorId{key.subject}, books.period.year);
    return sheet ? sheet->name : key.subject;
  }
  auto const* ceiling = perf::find_ceiling(books.catalogue, key.subject, books.period.year, last_day(books.period));
  return ceiling ? key.subject + " " + ceiling->name : key.subject;
}

Blocks collected_per_division(DataBooks const& books, perf::Collection const& collection) {
  Blocks blocks;
  auto const lines = figure_lines(books);
  auto const monies = money_lines(books);
  for (auto const& form : collection.forms) {
    blocks.push_back(heading(2, books.unit_name(form.unit)));
    auto const before = blocks.size();
    add_table(blocks, achievements(books, collection, lines, form.unit));
    add_table(blocks, causes(books, collection, form.unit));
    add_table(blocks, spending(books, collection, monies, form.unit));
    if (blocks.size() == before) blocks.push_back(paragraph("Belum ada data yang diterima."));
  }
  return blocks;
}

Table evidence_list(DataBooks const& books, perf::Collection const& collection) {
  Table table{"data-dukung",
              {},
              {{"No", Align::centre, 5, {}},
               {"Data dukung", Align::start, 25, {}},
               {"Jenis", Align::start, 9, {}},
               {"Tempat", Align::start, 19, {}},
               {"Untuk", Align::start, 42, {}}},
              {}};
  for (auto const& [id, kept] : collection.evidence) {
    if (kept.uses.empty()) continue;
    table.rows.push_back(row({std::to_string(table.rows.size() + 1), kept.evidence.title, kind_of(kept.evidence.kind),
                              place_of(kept.evidence), uses_of(books, kept)}));
  }
  return table;
}

std::vector<std::string> collection_remarks(DataBooks const& books, perf::Collection const& collection) {
  std::vector<std::string> remarks;
  for (auto const& [key, each] : collection.rows) add_row_remarks(remarks, books, each);
  if (!collection.frozen_reason.empty()) remarks.push_back("Data dikunci sebelum lengkap: " + collection.frozen_reason);
  for (auto const& line : figure_lines(books)) {
    auto const found = std::ranges::find_if(collection.rows, [&](auto const& each) {
      return each.first.kind == perf::RowKind::indicator && each.first.subject == line.indicator->id.value;
    });
    bool const is_due = found != collection.rows.end() && perf::counts(found->second.state);
    if (is_due && !line.to_date.value) remarks.push_back(line.sheet->name + ": " + line.to_date.why_not.id);
  }
  return remarks;
}

}  // namespace himpun::report
