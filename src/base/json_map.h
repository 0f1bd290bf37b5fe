#pragma once
// Plain structs to JSON and back, by Boost.Describe. Reading is strict: a missing member, an unknown member, a wrong
// type or an unknown word is an error with its JSON pointer, and all of them are reported at once. Optional members
// that are empty are not written. It holds no rule about the values themselves.
//
// Mapped: bool, whole numbers, std::string, Decimal (as text), Id, Date, Instant, described enums (by name),
// std::optional, std::vector, std::map<std::string, T>, Json (as it is) and described structs.

#include <boost/describe.hpp>
#include <boost/mp11/algorithm.hpp>
#include <concepts>
#include <limits>
#include <map>
#include <optional>
#include <string>
#include <type_traits>
#include <vector>

#include "base/id.h"
#include "base/json.h"
#include "base/time.h"
#include "base/values/decimal.h"

namespace himpun {

inline constexpr ProblemType input_invalid{"input.invalid", ProblemKind::invalid, "Isian belum benar",
                                           "Some fields are not right"};

namespace json_map {

template <class T>
concept DescribedStruct = boost::describe::has_describe_members<T>::value && !std::is_enum_v<T>;
template <class T>
concept DescribedEnum = std::is_enum_v<T> && boost::describe::has_describe_enumerators<T>::value;
template <class T>
using Members = boost::describe::describe_members<T, boost::describe::mod_public | boost::describe::mod_inherited>;

template <class T>
struct IsOptional : std::false_type {};
template <class T>
struct IsOptional<std::optional<T>> : std::true_type {};

void report(std::vector<FieldError>& errors, std::string const& pointer, char const* id, char const* en);
void report_unknown_word(std::vector<FieldError>& errors, std::string const& pointer,
                         std::vector<std::string> const& known);

inline Json write(bool value) { return value; }
inline Json write(std::string const& value) { return value; }
inline Json write(Date value) { return to_text(value); }
inline Json write(Instant value) { return to_text(value); }
inline Json write(Decimal const& value) { return to_text(value); }
inline Json write(Json const& value) { return value; }
template <class Tag>
Json write(Id<Tag> const& value) {
  return value.value;
}
template <std::integral T>
requires(!std::same_as<T, bool>) Json write(T value) { return static_cast<std::int64_t>(value); }
template <DescribedEnum T>
Json write(T value) {
  return std::string{boost::describe::enum_to_string(value, "?")};
}
template <class T>
Json write(std::vector<T> const& items);
template <class T>
Json write(std::map<std::string, T> const& items);
template <DescribedStruct T>
Json write(T const& value);

template <class T>
Json write(std::vector<T> const& items) {
  Json::Array array;
  array.reserve(items.size());
  for (auto const& item : items) array.push_back(write(item));
  return array;
}
template <class T>
Json write(std::map<std::string, T> const& items) {
  Json::Object object;
  for (auto const& [name, item] : items) object.emplace_back(name, write(item));
  return object;
}
template <DescribedStruct T>
Json write(T const& value) {
  Json::Object object;
  object.reserve(boost::mp11::mp_size<Members<T>>::value);
  boost::mp11::mp_for_each<Members<T>>([&](auto member) {
    auto const& field = value.*member.pointer;
    if constexpr (IsOptional<std::remove_cvref_t<decltype(field)>>::value) {
      if (field) object.emplace_back(member.name, write(*field));
    } else {
      object.emplace_back(member.name, write(field));
    }
  });
  return object;
}

using Errors = std::vector<FieldError>;

void read(Json const& json, bool& out, std::string const& pointer, Errors& errors);
void read(Json const& json, std::string& out, std::string const& pointer, Errors& errors);
void read(Json const& json, Date& out, std::string const& pointer, Errors& errors);
void read(Json const& json, Instant& out, std::string const& pointer, Errors& errors);
void read(Json const& json, Decimal& out, std::string const& pointer, Errors& errors);
inline void read(Json const& json, Json& out, std::string const&, Errors&) { out = json; }
/// Reads a whole number within [low, high].
std::int64_t read_number(Json const& json, std::int64_t low, std::int64_t high, std::string const& pointer,
                         Errors& errors);
template <class Tag>
void read(Json const& json, Id<Tag>& out, std::string const& pointer, Errors& errors) {
  read(json, out.value, pointer, errors);
}
template <std::integral T>
requires(!std::same_as<T, bool>) void read(Json const& json, T& out, std::string const& pointer, Errors& errors) {
  out =
      static_cast<T>(read_number(json, std::numeric_limits<T>::min(), std::numeric_limits<T>::max(), pointer, errors));
}
template <DescribedEnum T>
void read(Json const& json, T& out, std::string const& pointer, Errors& errors) {
  auto const* word = json.get_if<std::string>();
  if (word && boost::describe::enum_from_string(word->c_str(), out)) return;
  std::vector<std::string> known;
  boost::mp11::mp_for_each<boost::describe::describe_enumerators<T>>([&](auto each) { known.push_back(each.name); });
  report_unknown_word(errors, pointer, known);
}
template <class T>
void read(Json const& json, std::optional<T>& out, std::string const& pointer, Errors& errors);
template <class T>
void read(Json const& json, std::vector<T>& out, std::string const& pointer, Errors& errors);
template <class T>
void read(Json const& json, std::map<std::string, T>& out, std::string const& pointer, Errors& errors);
template <DescribedStruct T>
void read(Json const& json, T& out, std::string const& pointer, Errors& errors);

template <class T>
void read(Json const& json, std::optional<T>& out, std::string const& pointer, Errors& errors) {
  if (json.is_null()) {
    out.reset();
  } else {
    read(json, out.emplace(), pointer, errors);
  }
}
template <class T>
void read(Json const& json, std::vector<T>& out, std::string const& pointer, Errors& errors) {
  auto const* items = json.get_if<Json::Array>();
  if (!items) return report(errors, pointer, "harus berupa daftar", "must be a list");
  for (auto const& item : *items) {
    T value{};
    read(item, value, pointer + "/" + std::to_string(out.size()), errors);
    out.push_back(std::move(value));
  }
}
template <class T>
void read(Json const& json, std::map<std::string, T>& out, std::string const& pointer, Errors& errors) {
  auto const* members = json.get_if<Json::Object>();
  if (!members) return report(errors, pointer, "harus berupa objek", "must be an object");
  for (auto const& [name, member] : *members) read(member, out[name], pointer + "/" + name, errors);
}
template <DescribedStruct T>
void read(Json const& json, T& out, std::string const& pointer, Errors& errors) {
  auto const* members = json.get_if<Json::Object>();
  if (!members) return report(errors, pointer, "harus berupa objek", "must be an object");
  boost::mp11::mp_for_each<Members<T>>([&](auto member) {
    auto& field = out.*member.pointer;
    if (auto const* value = json.find(member.name)) {
      read(*value, field, pointer + "/" + member.name, errors);
    } else if constexpr (!IsOptional<std::remove_cvref_t<decltype(field)>>::value) {
      report(errors, pointer + "/" + member.name, "wajib diisi", "is required");
    }
  });
  for (auto const& [name, value] : *members) {
    bool known = false;
    boost::mp11::mp_for_each<Members<T>>([&](auto member) { known = known || name == member.name; });
    if (!known) report(errors, pointer + "/" + name, "tidak dikenal", "is not known");
  }
}

}  // namespace json_map

/// The word of a described enum as it stands in JSON and in the database.
template <json_map::DescribedEnum T>
[[nodiscard]] std::string word_of(T value) {
  return boost::describe::enum_to_string(value, "?");
}

template <class T>
[[nodiscard]] Json to_json(T const& value) {
  return json_map::write(value);
}

/// Reads `T` or refuses with `input.invalid` and every wrong field.
template <class T>
[[nodiscard]] Result<T> from_json(Json const& json) {
  T value{};
  std::vector<FieldError> errors;
  json_map::read(json, value, "", errors);
  if (errors.empty()) return value;
  return std::unexpected(Problem{.type = &input_invalid, .fields = std::move(errors)});
}

}  // namespace himpun
