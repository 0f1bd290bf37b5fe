#pragma once
// The rows of one worksheet, gathered while its XML streams by. What two programs could understand differently (a cell
// that comes twice, rows out of order, an unknown format) is refused at its cell. It keeps no more than the rows of one
// piece of the file.

#include <string>
#include <vector>

#include "adapters/sheets/xlsx/numbers.h"
#include "adapters/sheets/xlsx/texts.h"
#include "adapters/sheets/xlsx/xml.h"

namespace himpun::sheets {

struct SheetContext {
  app::SheetReading const& reading;
  std::string const& sheet;
  SharedTexts const& texts;
  std::vector<app::NumberStyle> const& styles;
  DateSystem dates;
};

class SheetRows final : public XmlListener {
 public:
  explicit SheetRows(SheetContext const& context) : context_(context) {}

  void opened(std::string_view element, XmlAttributes const& attributes) override;
  void closed(std::string_view element) override;
  void text(std::string_view piece) override;

  /// Hands over the rows that are complete and forgets them.
  [[nodiscard]] Result<void> hand_over(app::RowSink const& sink);
  [[nodiscard]] app::SheetSummary const& summary() const { return summary_; }

 private:
  void open_row(XmlAttributes const& attributes);
  void open_cell(XmlAttributes const& attributes);
  void open_formula(XmlAttributes const& attributes);
  void open_merged(XmlAttributes const& attributes);
  void close_cell();
  void close_row();
  void read_style(std::string_view index);
  void read_value(app::Cell& cell);
  void read_number(app::Cell& cell);
  void read_shared(app::Cell& cell);
  void read_boolean(app::Cell& cell);
  void read_iso_date(app::Cell& cell);
  [[nodiscard]] bool is_in_array() const;
  void refuse_cell(Words const& what);
  void refuse_sheet(ProblemType const& type, Words const& what);

  SheetContext context_;
  app::SheetSummary summary_;
  std::vector<app::Row> rows_;  ///< the first `complete_` are; they are used again to spare their memory
  std::size_t complete_ = 0;
  std::vector<app::CellRange> arrays_;  ///< array formulas whose cells are still to come
  bool is_in_data_ = false, is_in_row_ = false, is_in_cell_ = false, is_in_value_ = false, is_in_inline_ = false;
  std::int32_t row_ = 0;
  std::int32_t column_ = 0;
  std::string type_;
  std::string value_;
  TextGatherer inline_;
  app::NumberStyle style_ = app::NumberStyle::general;
  app::CellOrigin origin_ = app::CellOrigin::entered;
};

struct CellAddress {
  std::int32_t row = 0;
  std::int32_t column = 0;
};
/// "C5"; nothing when it is none or lies outside the largest sheet.
[[nodiscard]] std::optional<CellAddress> parse_address(std::string_view text);
/// "A1:C5" or "A1".
[[nodiscard]] std::optional<app::CellRange> parse_range(std::string_view text);

}  // namespace himpun::sheets
