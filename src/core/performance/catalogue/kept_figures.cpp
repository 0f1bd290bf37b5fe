#include "core/performance/catalogue/kept_figures.h"

#include <cstring>
#include <string_view>

#include "base/ensure.h"
#include "base/json_map.h"

namespace himpun::performance {
namespace {

// A record: year (4 bytes), length of what follows (4 bytes), then either 'n', the number's text, 0, the source; or 'j'
// and the whole figure as JSON.
constexpr std::size_t head_bytes = 8;

struct Record {
  std::int32_t year = 0;
  std::size_t begin = 0;  ///< of the record
  std::size_t end = 0;
  std::string_view body;
};

std::int32_t number_at(std::string_view bytes, std::size_t at) {
  std::int32_t number = 0;
  std::memcpy(&number, bytes.data() + at, sizeof number);
  return number;
}

/// The record that begins at `at`; none at the end.
std::optional<Record> record_at(std::string_view bytes, std::size_t at) {
  if (at >= bytes.size()) return std::nullopt;
  auto const length = static_cast<std::size_t>(number_at(bytes, at + 4));
  return Record{number_at(bytes, at), at, at + head_bytes + length, bytes.substr(at + head_bytes, length)};
}

template <class Each>
void for_each_record(std::string_view bytes, Each each) {
  for (auto record = record_at(bytes, 0); record; record = record_at(bytes, record->end)) each(*record);
}

bool is_plain_number(Target const& target) {
  auto const& value = target.value;
  bool const has_bounds = target.lower || target.upper;
  return value.kind == ValueKind::number && value.number && !has_bounds && !value.numerator && !value.denominator &&
         !value.predicate && !value.reason;
}

std::string pack(YearFigure const& figure) {
  std::string body;
  if (is_plain_number(figure.target)) {
    body = 'n' + to_text(*figure.target.value.number) + '\0' + figure.source;
  } else {
    body = 'j' + write_json(to_json(figure));
  }
  std::string bytes(head_bytes, '\0');
  auto const length = static_cast<std::int32_t>(body.size());
  std::memcpy(bytes.data(), &figure.year, sizeof figure.year);
  std::memcpy(bytes.data() + 4, &length, sizeof length);
  return bytes + body;
}

YearFigure unpack(Record const& record) {
  auto const body = record.body.substr(1);
  if (record.body.front() == 'n') {
    auto const end = body.find('\0');
    auto number = parse_exact(body.substr(0, end));
    ensure(number.has_value(), "a kept figure is a number");
    return {record.year, target_of(number_value(std::move(*number))), std::string{body.substr(end + 1)}};
  }
  auto const json = parse_json(body);
  ensure(json.has_value(), "a kept figure is JSON");
  auto figure = from_json<YearFigure>(*json);
  ensure(figure.has_value(), "a kept figure has its shape");
  return std::move(*figure);
}

}  // namespace

std::size_t KeptFigures::size() const {
  std::size_t count = 0;
  for_each_record(packed_, [&](Record const&) { ++count; });
  return count;
}

std::optional<YearFigure> KeptFigures::first_from(std::int32_t year) const {
  for (auto record = record_at(packed_, 0); record; record = record_at(packed_, record->end)) {
    if (record->year >= year) return unpack(*record);
  }
  return std::nullopt;
}

std::optional<YearFigure> KeptFigures::last_until(std::int32_t year) const {
  std::optional<Record> last;
  for_each_record(packed_, [&](Record const& record) {
    if (record.year <= year) last = record;
  });
  return last ? std::optional{unpack(*last)} : std::nullopt;
}

std::optional<YearFigure> KeptFigures::find(std::int32_t year) const {
  auto figure = first_from(year);
  return figure && figure->year == year ? figure : std::nullopt;
}

std::vector<YearFigure> KeptFigures::all() const {
  std::vector<YearFigure> figures;
  for_each_record(packed_, [&](Record const& record) { figures.push_back(unpack(record)); });
  return figures;
}

void KeptFigures::put(YearFigure const& figure) {
  auto const bytes = pack(figure);
  std::size_t from = packed_.size();
  std::size_t to = from;
  for (auto record = record_at(packed_, 0); record; record = record_at(packed_, record->end)) {
    if (record->year < figure.year) continue;
    from = record->begin;
    to = record->year == figure.year ? record->end : record->begin;
    break;
  }
  packed_.replace(from, to - from, bytes);
}

}  // namespace himpun::performance
