#pragma once
// Values on their way to PostgreSQL and back, in its binary form: whole numbers are 8 bytes with the highest first,
// text and bytes go as they are. libpq copies parameters when a statement is sent, so nothing is copied here.

#include <libpq-fe.h>

#include <array>
#include <cstdint>
#include <string>
#include <string_view>

#include "base/ensure.h"

namespace himpun::postgres {

class Parameters {
 public:
  void text(std::string_view value) { add(value.data() ? value.data() : "", value.size()); }
  void bytes(std::string_view value) { text(value); }
  void number(std::int64_t value) {
    ensure(count_ < numbers_.size(), "a query has at most 24 parameters");
    auto& buffer = numbers_[count_];
    auto rest = static_cast<std::uint64_t>(value);
    for (std::size_t at = buffer.size(); at-- > 0; rest >>= 8) buffer[at] = static_cast<char>(rest & 0xFF);
    add(buffer.data(), buffer.size());
  }
  void null() { add(nullptr, 0); }

  [[nodiscard]] int count() const { return static_cast<int>(count_); }
  [[nodiscard]] char const* const* values() const { return values_.data(); }
  [[nodiscard]] int const* lengths() const { return lengths_.data(); }
  [[nodiscard]] int const* formats() const { return formats_.data(); }

 private:
  static constexpr std::size_t most = 24;

  void add(char const* value, std::size_t size) {
    ensure(count_ < most, "a query has at most 24 parameters");
    values_[count_] = value;
    lengths_[count_] = static_cast<int>(size);
    formats_[count_] = 1;
    ++count_;
  }

  std::size_t count_ = 0;
  std::array<char const*, most> values_{};
  std::array<int, most> lengths_{};
  std::array<int, most> formats_{};
  std::array<std::array<char, 8>, most> numbers_{};
};

/// Columns of one row of a result, taken one after the other.
class Columns {
 public:
  Columns(PGresult const* result, int row) : result_(result), row_(row) {}

  std::string text() { return std::string{bytes()}; }
  std::string_view bytes() {
    std::string_view const value{PQgetvalue(result_, row_, next_),
                                 static_cast<std::size_t>(PQgetlength(result_, row_, next_))};
    ++next_;
    return value;
  }
  std::int64_t number() {
    std::uint64_t value = 0;
    for (unsigned char const byte : bytes()) value = value << 8 | byte;
    return static_cast<std::int64_t>(value);
  }
  bool take_null() {
    bool const is_null = PQgetisnull(result_, row_, next_) == 1;
    if (is_null) ++next_;
    return is_null;
  }

 private:
  PGresult const* result_;
  int row_;
  int next_ = 0;
};

}  // namespace himpun::postgres
