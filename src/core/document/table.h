#pragma once
// The tables, ticks and pictures of a paper: what stands in rows and columns. How wide a column is and to which side
// its words go is said here; lines, fonts and colours are not.

#include "core/document/text_block.h"

namespace himpun::document {

struct Column {
  std::string title;
  Align align = Align::start;
  int width = 0;      ///< share of the table's width; 0 everywhere: as the words need
  std::string group;  ///< neighbours of the same group stand under one more heading; empty: none

  bool operator==(Column const&) const = default;
};

struct Cell {
  Spans text;
  int columns = 1;  ///< how many it covers

  bool operator==(Cell const&) const = default;
};

enum class RowLook : std::uint8_t { plain, section, total };  ///< section: a heading inside the table

struct Row {
  std::vector<Cell> cells;
  RowLook look = RowLook::plain;

  bool operator==(Row const&) const = default;
};

/// Its head is repeated on every page. `key` names it among a paper's tables (attachments, bookmarks); may be empty.
struct Table {
  std::string key;
  std::string caption;
  std::vector<Column> columns;
  std::vector<Row> rows;

  bool operator==(Table const&) const = default;
};

/// "Nomor : 000.8/12/2026": names in one column, colons under each other.
struct Fact {
  std::string name;
  Spans value;

  bool operator==(Fact const&) const = default;
};
struct Facts {
  std::vector<Fact> facts;

  bool operator==(Facts const&) const = default;
};

struct Tick {
  std::string text;
  bool ticked = false;

  bool operator==(Tick const&) const = default;
};
/// Small boxes to tick, in `columns` columns.
struct Ticks {
  std::vector<Tick> ticks;
  int columns = 1;

  bool operator==(Ticks const&) const = default;
};

/// A picture of the paper itself (a QR code). PNG bytes; `words` say what it shows to who cannot see it.
struct Picture {
  std::string png;
  std::string words;
  int width_mm = 30;

  bool operator==(Picture const&) const = default;
};

}  // namespace himpun::document
