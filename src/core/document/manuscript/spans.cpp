#include <array>

#include "core/document/manuscript/manuscript.h"

namespace himpun::document {
namespace {

constexpr int longest_run = 3;  ///< *, **, ***

bool is_punctuation(char c) {
  return (c >= '!' && c <= '/') || (c >= ':' && c <= '@') || (c >= '[' && c <= '`') || (c >= '{' && c <= '~');
}
bool is_space(char c) { return c == ' ' || c == '\n' || c == '\t'; }

/// The stars at `at`: how many.
std::size_t stars_at(std::string_view text, std::size_t at) {
  std::size_t end = at;
  while (end < text.size() && text[end] == '*') ++end;
  return end - at;
}

/// Stars open when a word begins after them and a run of as many ends a word later on; the first such run closes them.
/// What stands between is read alone, so emphasis is always nested.
class SpanReader {
 public:
  explicit SpanReader(std::string_view text) : text_(text) {}

  Spans read() {
    read_range(0, text_.size(), 0);
    return std::move(spans_);
  }

 private:
  /// `look`: bit 1 italic, bit 2 bold; the number of stars is the bits they set.
  void read_range(std::size_t begin, std::size_t end, unsigned look) {
    std::array<bool, longest_run + 1> hopeless{};  // no run of so many stars closes before `end`
    for (std::size_t i = begin; i < end;) {
      if (is_escape(i)) {
        add(text_[i + 1], look);
        i += 2;
        continue;
      }
      auto const length = stars_at(text_, i);
      if (length == 0) {
        add(text_[i++], look);
        continue;
      }
      auto const closing = may_open(i, length, look) && !hopeless[length] ? find_closing(i + length, end, length) : end;
      if (closing < end) {
        read_range(i + length, closing, look | static_cast<unsigned>(length));
        i = closing + length;
        continue;
      }
      if (length <= longest_run && may_open(i, length, look)) hopeless[length] = true;
      for (std::size_t star = 0; star < length; ++star) add('*', look);
      i += length;
    }
  }

  [[nodiscard]] bool is_escape(std::size_t at) const {
    return text_[at] == '\\' && at + 1 < text_.size() && is_punctuation(text_[at + 1]);
  }
  [[nodiscard]] bool may_open(std::size_t at, std::size_t length, unsigned look) const {
    auto const next = at + length;
    return length <= longest_run && (look & length) == 0 && next < text_.size() && !is_space(text_[next]);
  }
  [[nodiscard]] std::size_t find_closing(std::size_t begin, std::size_t end, std::size_t length) const {
    for (auto i = begin; i < end;) {
      if (is_escape(i)) {
        i += 2;
      } else if (auto const here = stars_at(text_, i); here > 0) {
        if (here == length && !is_space(text_[i - 1])) return i;
        i += here;
      } else {
        ++i;
      }
    }
    return end;
  }

  void add(char c, unsigned look) {
    static constexpr std::array looks{Emphasis::none, Emphasis::italic, Emphasis::bold, Emphasis::bold_italic};
    if (spans_.empty() || spans_.back().emphasis != looks[look]) spans_.push_back({{}, looks[look]});
    spans_.back().text += c;
  }

  std::string_view text_;
  Spans spans_;
};

}  // namespace

Spans read_spans(std::string_view text) { return SpanReader{text}.read(); }

std::string words_of(Spans const& spans) {
  std::string words;
  for (auto const& span : spans) words += span.text;
  return words;
}

}  // namespace himpun::document
