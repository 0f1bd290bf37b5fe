#pragma once
// Plain values to the parameters of a prepared statement and back from its columns, by Boost.Describe: the members of
// a row struct in their order are the parameters and the columns in their order. It does not know any database: a
// sink takes `text`, `number`, `bytes` and `null`; a source gives `text`, `number`, `bytes` and `take_null` (true when
// the next column is null, which is then passed over).
// Instants are microseconds since 1970 in UTC, booleans 0 or 1, hashes 32 bytes.

#include <boost/describe.hpp>
#include <boost/mp11/algorithm.hpp>
#include <cstring>
#include <optional>
#include <string>
#include <string_view>
#include <type_traits>

#include "app/ports/store.h"
#include "base/sha256.h"
#include "base/time.h"

namespace himpun::sql {

template <class T>
concept DescribedRow = boost::describe::has_describe_members<T>::value && !std::is_enum_v<T>;
template <class T>
using Members = boost::describe::describe_members<T, boost::describe::mod_public>;

template <class Sink>
void bind_value(Sink& sink, std::string_view text) {
  sink.text(text);
}
template <class Sink, std::integral T>
void bind_value(Sink& sink, T number) {
  sink.number(static_cast<std::int64_t>(number));
}
template <class Sink>
void bind_value(Sink& sink, Instant at) {
  sink.number(at.time_since_epoch().count());
}
template <class Sink>
void bind_value(Sink& sink, Sha256 const& hash) {
  sink.bytes(bytes_of(hash));
}
template <class Sink, class T>
void bind_value(Sink& sink, std::optional<T> const& value) {
  if (value) {
    bind_value(sink, *value);
  } else {
    sink.null();
  }
}
template <class Sink, DescribedRow Row>
void bind_value(Sink& sink, Row const& row) {
  boost::mp11::mp_for_each<Members<Row>>([&](auto member) { bind_value(sink, row.*member.pointer); });
}

template <class Source>
void take_value(Source& source, std::string& out) {
  out = source.text();
}
template <class Source, std::integral T>
void take_value(Source& source, T& out) {
  out = static_cast<T>(source.number());
}
template <class Source>
void take_value(Source& source, Instant& out) {
  out = Instant{std::chrono::microseconds{source.number()}};
}
template <class Source>
void take_value(Source& source, Sha256& out) {
  std::string_view const bytes = source.bytes();
  if (bytes.size() != out.size()) throw app::StoreFailure("a stored hash does not have 32 bytes");
  std::memcpy(out.data(), bytes.data(), out.size());
}
template <class Source, class T>
void take_value(Source& source, std::optional<T>& out) {
  out.reset();
  if (!source.take_null()) take_value(source, out.emplace());
}
template <class Source, DescribedRow Row>
void take_value(Source& source, Row& row) {
  boost::mp11::mp_for_each<Members<Row>>([&](auto member) { take_value(source, row.*member.pointer); });
}

}  // namespace himpun::sql
