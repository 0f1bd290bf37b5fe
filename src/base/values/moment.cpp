#include "base/values/moment.h"

namespace himpun {
namespace {

std::string two_digits(std::int64_t number) { return (number < 10 ? "0" : "") + std::to_string(number); }

std::string clock_and_zone(Instant at, UtcOffset offset) {
  auto const minute = local_minute(at, offset).count();
  auto const zone = zone_name(offset);
  return two_digits(minute / 60) + "." + two_digits(minute % 60) + (zone.empty() ? "" : " " + zone);
}

}  // namespace

std::string zone_name(UtcOffset offset) {
  auto const hours = offset.east.count() / 60;
  return hours == 7 ? "WIB" : hours == 8 ? "WITA" : hours == 9 ? "WIT" : "";
}

std::string spell_moment_id(Instant at, UtcOffset offset) {
  return spell_date_id(local_date(at, offset)) + " pukul " + clock_and_zone(at, offset);
}

std::string spell_moment_en(Instant at, UtcOffset offset) {
  return spell_date_en(local_date(at, offset)) + " " + clock_and_zone(at, offset);
}

}  // namespace himpun
