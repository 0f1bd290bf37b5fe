#pragma once
// Texts that a workbook keeps once and cells refer to by number, held in memory within a limit. Formatting inside a
// text and reading aids (furigana) are left out.

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "adapters/sheets/xlsx/archive.h"

namespace himpun::sheets {

class SharedTexts {
 public:
  [[nodiscard]] std::size_t count() const { return ends_.size(); }
  [[nodiscard]] std::string_view at(std::size_t index) const {
    auto const from = index == 0 ? 0 : ends_[index - 1];
    return std::string_view{all_}.substr(from, ends_[index] - from);
  }
  void add(std::string_view text) {
    all_ += text;
    ends_.push_back(all_.size());
  }
  [[nodiscard]] std::int64_t bytes() const {
    return static_cast<std::int64_t>(all_.size() + ends_.size() * sizeof(std::size_t));
  }

 private:
  std::string all_;
  std::vector<std::size_t> ends_;
};

[[nodiscard]] Result<SharedTexts> read_shared_texts(Archive const& archive, std::string_view part);

/// `_x000D_` and its like are how a workbook writes characters that XML cannot hold (ECMA-376 part 1, 22.9.2.19). Line
/// ends become "\n"; other control characters stay written out.
[[nodiscard]] std::string unescape_text(std::string_view text);

/// Gathers the text of a cell: every `t` but those of reading aids. Feed it what opens and closes inside `si` or `is`.
class TextGatherer {
 public:
  void opened(std::string_view element) {
    if (element == "rPh") is_in_aid_ = true;
    if (element == "t") is_in_text_ = !is_in_aid_;
  }
  void closed(std::string_view element) {
    if (element == "rPh") is_in_aid_ = false;
    if (element == "t") is_in_text_ = false;
  }
  void text(std::string_view piece) {
    if (is_in_text_) text_ += piece;
  }
  void clear() { text_.clear(); }
  [[nodiscard]] std::string const& gathered() const { return text_; }

 private:
  std::string text_;
  bool is_in_text_ = false;
  bool is_in_aid_ = false;
};

}  // namespace himpun::sheets
