#include "core/document/bpmn/text_size.h"

#include <algorithm>

#include "base/text.h"

namespace himpun::document::bpmn {
namespace {

// In pixels; a character's width is in tenths, on average.
constexpr int name_character_tenths = 64;
constexpr int label_character_tenths = 58;
constexpr int line_height = 15;
constexpr int task_padding = 18;
constexpr int task_marks = 52;  ///< for the marks in the upper corner and at the bottom
constexpr int least_task_height = 80;
constexpr int narrowest_task = 120;
constexpr int widest_task = 240;
constexpr int task_width_step = 20;
constexpr int wished_lines = 5;
constexpr int widest_label = 90;
constexpr int strip_lines = 2;  ///< of a lane's name

int characters_in(int width, int character_tenths) { return std::max(width * 10 / character_tenths, 1); }

int length_of(std::string_view text) {
  return static_cast<int>(std::min<std::size_t>(count_characters(text), 100'000));
}

/// Words on lines of at most `characters`; a longer word goes on in the next line.
class Wrapping {
 public:
  explicit Wrapping(int characters) : characters_(characters) {}

  void add(int word) {
    if (used_ > 0 && used_ + 1 + word <= characters_) {
      used_ += 1 + word;
    } else {
      lines_ += (used_ > 0 ? 1 : 0) + (word - 1) / characters_;
      used_ = (word - 1) % characters_ + 1;
    }
    longest_ = std::max(longest_, std::min(std::max(used_, word), characters_));
  }
  [[nodiscard]] int lines() const { return lines_; }
  [[nodiscard]] int longest() const { return longest_; }

 private:
  int characters_;
  int lines_ = 1;
  int used_ = 0;
  int longest_ = 0;
};

Wrapping wrap(std::string_view text, int characters) {
  Wrapping wrapping{characters};
  for (auto const word : split(text, ' ')) {
    if (auto const length = length_of(trim(word)); length > 0) wrapping.add(length);
  }
  return wrapping;
}

}  // namespace

int wrapped_lines(std::string_view text, int characters) { return wrap(text, std::max(characters, 1)).lines(); }

Size task_size(std::string_view name) {
  int width = narrowest_task;
  auto const lines = [&] { return wrapped_lines(name, characters_in(width - task_padding, name_character_tenths)); };
  while (width < widest_task && lines() > wished_lines) width += task_width_step;
  return {width, std::max(least_task_height, lines() * line_height + task_marks)};
}

Size label_size(std::string_view text) {
  auto const wrapping = wrap(text, characters_in(widest_label, label_character_tenths));
  auto const width = wrapping.longest() * label_character_tenths / 10 + 4;
  return {std::min(width, widest_label), wrapping.lines() * (line_height - 1)};
}

int name_strip_height(std::string_view name) {
  return length_of(name) * name_character_tenths / 10 / strip_lines + 2 * task_padding;
}

}  // namespace himpun::document::bpmn
