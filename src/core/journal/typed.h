#pragma once
// The glue between a module's events and what is stored: a `std::variant` of described structs becomes type, version
// and JSON, and comes back. A storage name with its version is written once, in the struct itself:
//
//   struct StepOpened {
//     static constexpr std::string_view event_name = "workflow.step_opened";
//     static constexpr int event_version = 1;
//     ...
//   };
//
// It holds no rule of any module and no envelope (event.h).

#include <boost/mp11/algorithm.hpp>
#include <boost/mp11/list.hpp>
#include <concepts>
#include <string>
#include <string_view>
#include <utility>
#include <variant>

#include "base/json_map.h"
#include "base/json_text.h"

namespace himpun::journal {

inline constexpr ProblemType event_unknown{"journal.event_unknown", ProblemKind::unavailable,
                                           "Jenis kejadian tidak dikenal", "The kind of event is not known"};
inline constexpr ProblemType event_unreadable{"journal.event_unreadable", ProblemKind::invalid,
                                              "Kejadian tidak dapat dibaca", "The event cannot be read"};

template <class T>
concept EventStruct = json_map::DescribedStruct<T> && std::default_initializable<T> && requires {
  { T::event_name } -> std::convertible_to<std::string_view>;
  { T::event_version } -> std::convertible_to<int>;
};

/// What an event is in the envelope: its storage name, the version of its shape, its facts.
struct EventData {
  std::string type;
  int version = 0;
  Json data;

  bool operator==(EventData const&) const = default;
};

/// The same with the facts as their canonical text.
struct EventText {
  std::string_view type;
  int version = 0;
  std::string data;
};

/// "workflow.step_opened version 3" is not known here / cannot be read.
[[nodiscard]] Problem unknown_event(std::string_view type, int version);
[[nodiscard]] Problem unreadable_event(std::string_view type, int version, Problem const& why);

namespace typed {

template <class T>
constexpr bool is_named(std::string_view type, int version) {
  return T::event_name == type && T::event_version == version;
}

/// How many alternatives carry this storage name and version: one for each, when the list is sound.
template <class... T>
constexpr int count_named(std::string_view type, int version) {
  return (0 + ... + (is_named<T>(type, version) ? 1 : 0));
}

template <class Variant>
struct Alternatives;
template <class... T>
struct Alternatives<std::variant<T...>> {
  static_assert((EventStruct<T> && ...), "every alternative is a described struct with event_name and event_version");
  static_assert(((count_named<T...>(T::event_name, T::event_version) == 1) && ...),
                "two alternatives share a storage name and version");
};

}  // namespace typed

template <class... T>
[[nodiscard]] EventData to_data(std::variant<T...> const& event) {
  static_assert(sizeof(typed::Alternatives<std::variant<T...>>) > 0);
  return std::visit(
      [](auto const& each) {
        using Each = std::remove_cvref_t<decltype(each)>;
        return EventData{std::string{Each::event_name}, Each::event_version, to_json(each)};
      },
      event);
}

template <class... T>
[[nodiscard]] EventText to_text(std::variant<T...> const& event) {
  static_assert(sizeof(typed::Alternatives<std::variant<T...>>) > 0);
  return std::visit(
      [](auto const& each) {
        using Each = std::remove_cvref_t<decltype(each)>;
        EventText text{Each::event_name, Each::event_version, {}};
        json_text::append(text.data, each);
        return text;
      },
      event);
}

/// Reads one event of `Variant`; an unknown name or version and a wrong shape are Problems.
template <class Variant>
[[nodiscard]] Result<Variant> from_data(std::string_view type, int version, Json const& data) {
  static_assert(sizeof(typed::Alternatives<Variant>) > 0);
  Result<Variant> answer{std::unexpect, unknown_event(type, version)};
  boost::mp11::mp_for_each<boost::mp11::mp_transform<boost::mp11::mp_identity, Variant>>([&](auto identity) {
    using Each = typename decltype(identity)::type;
    if (!typed::is_named<Each>(type, version)) return;
    if (auto event = from_json<Each>(data)) {
      answer = Variant{std::move(*event)};
    } else {
      answer = std::unexpected(unreadable_event(type, version, event.error()));
    }
  });
  return answer;
}

template <class Variant>
[[nodiscard]] Result<Variant> from_data(EventData const& stored) {
  return from_data<Variant>(stored.type, stored.version, stored.data);
}

}  // namespace himpun::journal
