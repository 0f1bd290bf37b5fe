#pragma once
// A JSON value (RFC 8259) with two stricter rules of ours: numbers are whole (decimals travel as text, so that no
// figure is ever rounded on the way) and a member name occurs once. Members keep the order in which they were added,
// so the text that is written is always the same for the same value; that text is what the journal hashes.

#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

#include "base/problem.h"

namespace himpun {

class Json {
 public:
  using Array = std::vector<Json>;
  using Member = std::pair<std::string, Json>;
  using Object = std::vector<Member>;
  using Value = std::variant<std::nullptr_t, bool, std::int64_t, std::string, Array, Object>;

  Json() : value_(nullptr) {}
  Json(std::nullptr_t) : value_(nullptr) {}
  Json(bool yes) : value_(yes) {}
  Json(std::int64_t number) : value_(number) {}
  Json(int number) : value_(std::int64_t{number}) {}
  Json(std::string text) : value_(std::move(text)) {}
  Json(std::string_view text) : value_(std::string{text}) {}
  Json(char const* text) : value_(std::string{text}) {}
  Json(Array items) : value_(std::move(items)) {}
  Json(Object members) : value_(std::move(members)) {}

  [[nodiscard]] Value const& value() const { return value_; }
  template <class T>
  [[nodiscard]] T const* get_if() const {
    return std::get_if<T>(&value_);
  }
  [[nodiscard]] bool is_null() const { return std::holds_alternative<std::nullptr_t>(value_); }

  /// The member called `name`, or null when this is no object or has no such member.
  [[nodiscard]] Json const* find(std::string_view name) const;
  /// Adds a member at the end; this must be an object (or null, which becomes one).
  Json& add(std::string name, Json member);
  /// Adds an item at the end; this must be an array (or null, which becomes one).
  Json& push(Json item);

  bool operator==(Json const&) const = default;

 private:
  Value value_;
};

/// The text of a member; empty when there is no such text.
[[nodiscard]] std::string text_of(Json const& json, std::string_view member);
/// The number of a member; 0 when there is no such number.
[[nodiscard]] std::int64_t number_of(Json const& json, std::string_view member);

inline constexpr ProblemType json_malformed{"json.malformed", ProblemKind::invalid, "JSON tidak dapat dibaca",
                                            "The JSON cannot be read"};

/// Reads one JSON text. Refuses with `json.malformed` and the place (line, column) of the first fault. Depth is
/// limited to 32 levels.
[[nodiscard]] Result<Json> parse_json(std::string_view text);

/// The one text form: no white space, members in order, escapes only where RFC 8259 demands them.
[[nodiscard]] std::string write_json(Json const& json);
void append_json(std::string& out, Json const& json);
void append_json_string(std::string& out, std::string_view text);

}  // namespace himpun
