#pragma once
// Plain structs straight to JSON text: byte for byte what `write_json(to_json(value))` gives (json_map.h), without the
// tree between. For what is written at every step, such as events; reading stays with json_map.

#include <charconv>

#include "base/json_map.h"

namespace himpun::json_text {

/// Text that is JSON already, taken over as it is.
struct Raw {
  std::string_view text;
};

inline void append(std::string& out, Raw value) { out += value.text; }
inline void append(std::string& out, bool value) { out += value ? "true" : "false"; }
inline void append(std::string& out, std::string_view value) { append_json_string(out, value); }
inline void append(std::string& out, std::string const& value) { append_json_string(out, value); }
inline void append(std::string& out, Date value) { append_json_string(out, to_text(value)); }
inline void append(std::string& out, Instant value) { append_json_string(out, to_text(value)); }
inline void append(std::string& out, Decimal const& value) { append_json_string(out, to_text(value)); }
inline void append(std::string& out, Json const& value) { append_json(out, value); }
template <class Tag>
void append(std::string& out, Id<Tag> const& value) {
  append_json_string(out, value.value);
}
template <std::integral T>
requires(!std::same_as<T, bool>) void append(std::string& out, T value) {
  char text[24];
  auto const [end, error] = std::to_chars(text, text + sizeof text, static_cast<std::int64_t>(value));
  out.append(text, end);
}
template <json_map::DescribedEnum T>
void append(std::string& out, T value) {
  append_json_string(out, boost::describe::enum_to_string(value, "?"));
}
template <class T>
void append(std::string& out, std::vector<T> const& items);
template <class T>
void append(std::string& out, std::map<std::string, T> const& items);
template <json_map::DescribedStruct T>
void append(std::string& out, T const& value);

/// Members of one object, with commas between them.
class Members {
 public:
  explicit Members(std::string& out) : out_(out) { out_ += '{'; }
  ~Members() { out_ += '}'; }
  Members(Members const&) = delete;
  Members& operator=(Members const&) = delete;

  template <class T>
  void add(std::string_view name, T const& value) {
    if (!first_) out_ += ',';
    first_ = false;
    append_json_string(out_, name);
    out_ += ':';
    append(out_, value);
  }

 private:
  std::string& out_;
  bool first_ = true;
};

template <class T>
void append(std::string& out, std::vector<T> const& items) {
  out += '[';
  for (auto const& item : items) {
    if (&item != &items.front()) out += ',';
    append(out, item);
  }
  out += ']';
}
template <class T>
void append(std::string& out, std::map<std::string, T> const& items) {
  Members members(out);
  for (auto const& [name, item] : items) members.add(name, item);
}
template <json_map::DescribedStruct T>
void append(std::string& out, T const& value) {
  Members members(out);
  boost::mp11::mp_for_each<json_map::Members<T>>([&](auto member) {
    auto const& field = value.*member.pointer;
    if constexpr (json_map::IsOptional<std::remove_cvref_t<decltype(field)>>::value) {
      if (field) members.add(member.name, *field);
    } else {
      members.add(member.name, field);
    }
  });
}

}  // namespace himpun::json_text
