#pragma once
// A row of the tree, of the indicators, of the ceilings or of the figures as the command it asks for. What cannot be
// read is noted in the row, and then there is no command; whether the command may be is for the catalogue's rules.

#include "app/ports/world.h"
#include "app/sheets/catalogue/names.h"
#include "core/performance/catalogue/commands.h"

namespace himpun::app {

/// `catalogue`: as the rows before this one leave it.
struct RowBooks {
  NameBook const& names;
  performance::Catalogue const& catalogue;
  MakeId const& make_id;
};

using RowCommand = std::optional<performance::CatalogueCommand>;

[[nodiscard]] RowCommand tree_command(TableRow& row, RowBooks const& books);
[[nodiscard]] RowCommand indicator_command(TableRow& row, RowBooks const& books);
[[nodiscard]] RowCommand ceiling_command(TableRow& row, RowBooks const& books);
[[nodiscard]] RowCommand figure_command(TableRow& row);
[[nodiscard]] RowCommand spending_command(TableRow& row);

/// What the row is about, for people: "Sub kegiatan 2.23.02.2.01.0018 Pengembangan bahan pustaka".
[[nodiscard]] std::string about_row(CatalogueTable table, TableRow const& row);

/// "baru = Eksemplar baru (eksemplar); lama = Eksemplar lama (eksemplar)"
[[nodiscard]] std::string write_inputs(std::vector<performance::InputSheet> const& inputs);

}  // namespace himpun::app
