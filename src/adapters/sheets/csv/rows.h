#pragma once
// CSV (RFC 4180) as it streams by: quotes, doubled quotes, line ends inside quotes, any of the three line ends. Every
// cell is text or blank: CSV does not know numbers. Faults are told with their line and the number of the field.

#include <cstdint>
#include <string>
#include <string_view>

#include "adapters/sheets/input.h"

namespace himpun::sheets {

inline constexpr std::string_view csv_sheet = "CSV";
inline constexpr std::string_view utf8_mark = "\xEF\xBB\xBF";

/// The separator that the first row uses most, outside quotes; between equals `;`, then tab. Excel's own first line
/// "sep=;" decides when it is there.
[[nodiscard]] char find_separator(std::string_view start);

class CsvRows {
 public:
  CsvRows(app::SheetReading const& reading, app::RowSink const& sink) : reading_(reading), sink_(sink) {}

  [[nodiscard]] Result<void> feed(std::string_view piece);
  [[nodiscard]] Result<app::SheetSummary> finish();

 private:
  enum class State : std::uint8_t { field_start, plain, quoted, quote_seen };

  [[nodiscard]] std::string_view begin(std::string_view piece);
  [[nodiscard]] Result<void> step(std::string_view& rest);
  [[nodiscard]] Result<void> step_after_quote(std::string_view& rest);
  void take_plain(std::string_view& rest);
  void take_quoted(std::string_view& rest);
  [[nodiscard]] Result<void> end_field();
  [[nodiscard]] Result<void> end_row();
  [[nodiscard]] Result<void> check_size() const;
  [[nodiscard]] std::unexpected<Problem> refuse_here(ProblemType const& type, Words const& what) const;

  app::SheetReading const& reading_;
  app::RowSink const& sink_;
  app::SheetSummary summary_;
  app::Row row_;
  std::string field_;
  State state_ = State::field_start;
  char separator_ = 0;  ///< not known yet
  bool was_quoted_ = false;
  bool is_after_return_ = false;   ///< the last byte was "\r": a "\n" belongs to it
  bool is_separator_row_ = false;  ///< this row is "sep=;"
  std::int64_t bytes_ = 0;
  std::int64_t line_ = 1;
  std::int64_t quote_line_ = 0;  ///< where the last quotation began
};

}  // namespace himpun::sheets
