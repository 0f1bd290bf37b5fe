#include "core/journal/typed.h"

namespace himpun::journal {

Problem unknown_event(std::string_view type, int version) {
  auto const name = std::string{type} + "/" + std::to_string(version);
  return Problem{
      .type = &event_unknown,
      .detail = {"Kejadian \"" + name + "\" tidak dikenal oleh versi Himpun ini; pasang versi yang lebih baru.",
                 "The event \"" + name + "\" is not known to this version of Himpun; install a newer one."}};
}

Problem unreadable_event(std::string_view type, int version, Problem const& why) {
  auto const name = std::string{type} + "/" + std::to_string(version);
  return Problem{.type = &event_unreadable,
                 .detail = {"Isi kejadian \"" + name + "\" tidak sesuai bentuknya.",
                            "The facts of the event \"" + name + "\" do not have its shape."},
                 .fields = why.fields};
}

}  // namespace himpun::journal
