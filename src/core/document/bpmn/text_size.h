#pragma once
// How much room a text takes on a BPMN diagram, estimated without a font: drawing programs write names in 12 px, labels
// in 11 px, and wrap them at words.

#include <string_view>

namespace himpun::document::bpmn {

struct Size {
  int width = 0;
  int height = 0;
};

/// Lines of `text`, wrapped at `characters` a line.
[[nodiscard]] int wrapped_lines(std::string_view text, int characters);
/// A task wide and high enough for its name.
[[nodiscard]] Size task_size(std::string_view name);
/// A label beside an event, a gateway or a line; drawing programs wrap it at 90 px.
[[nodiscard]] Size label_size(std::string_view text);
/// The height a lane needs for its name, which is written upwards.
[[nodiscard]] int name_strip_height(std::string_view name);

}  // namespace himpun::document::bpmn
