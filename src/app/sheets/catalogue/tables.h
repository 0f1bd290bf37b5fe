#pragma once
// The six tables an office keeps its catalogue in: pohon kinerja, indikator, target, pagu, angka tahun lalu, anggaran
// tahun lalu; and the Indonesian words of their drop-downs. The template is written and imports are read with the same columns.

#include <array>
#include <span>

#include "app/sheets/table.h"
#include "core/performance/catalogue/events.h"

namespace himpun::app {

enum class CatalogueTable : std::uint8_t { tree, indicators, targets, ceilings, figures, spendings };

/// In the order of CatalogueTable.
[[nodiscard]] std::span<TableShape const> catalogue_tables();
[[nodiscard]] inline TableShape const& table_of(CatalogueTable table) {
  return catalogue_tables()[static_cast<std::size_t>(table)];
}

/// Words of a drop-down with what they mean, in the order of the enumeration.
template <class Enum, std::size_t Size>
struct WordList {
  std::array<char const*, Size> words;

  [[nodiscard]] std::string of(Enum value) const { return words[static_cast<std::size_t>(value)]; }
  [[nodiscard]] std::vector<std::string> all() const { return {words.begin(), words.end()}; }
};

inline constexpr WordList<performance::NodeKind, 5> node_kinds{
    {"Tujuan", "Sasaran", "Program", "Kegiatan", "Sub kegiatan"}};
inline constexpr WordList<performance::Polarity, 4> polarities{{"Maksimal", "Minimal", "Rentang", "Predikat"}};
inline constexpr WordList<performance::IndicatorKind, 3> indicator_kinds{{"Hasil", "Hasil antara", "Keluaran"}};
inline constexpr WordList<performance::EntryForm, 4> entry_forms{{"Angka", "Pembilang/penyebut", "Predikat", "Rumus"}};
inline constexpr WordList<performance::Counting, 2> countings{{"Per periode", "Kumulatif"}};
inline constexpr WordList<PeriodKind, 4> reportings{{"Bulanan", "Triwulanan", "Semesteran", "Tahunan"}};
inline constexpr WordList<performance::Consolidation, 5> consolidations{
    {"Jumlah", "Terakhir", "Rata-rata", "Tertinggi", "Rasio"}};
inline constexpr WordList<performance::BudgetStage, 3> budget_stages{{"Murni", "Pergeseran", "Perubahan"}};
inline constexpr WordList<performance::FigureKind, 3> figure_kinds{
    {"Target akhir Renstra", "Tahun lalu", "Pembanding"}};
inline constexpr WordList<performance::FigureKind, 2> spending_kinds{{"Pagu akhir Renstra", "Realisasi tahun lalu"}};

/// The columns of the target table that hold a period's target: their keys and periods within a year.
struct PeriodColumn {
  char const* key;
  char const* title;
  PeriodKind kind;
  std::int32_t number;
};
[[nodiscard]] std::span<PeriodColumn const> period_columns();

}  // namespace himpun::app
