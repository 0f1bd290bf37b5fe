#include "core/calendar/time_limit.h"

#include <array>
#include <charconv>
#include <utility>

#include "base/text.h"

namespace himpun::calendar {
namespace {

constexpr std::int32_t most_amount = 10'000;

struct UnitName {
  std::string_view written;
  TimeUnit unit;
};

// In the SOP form a bare "hari" is a working day (the standard counts office time).
constexpr std::array unit_names{
    UnitName{"menit", TimeUnit::minutes},
    UnitName{"jam", TimeUnit::hours},
    UnitName{"hari", TimeUnit::working_days},
    UnitName{"hari kerja", TimeUnit::working_days},
    UnitName{"hari kalender", TimeUnit::calendar_days},
    UnitName{"minggu", TimeUnit::weeks},
    UnitName{"bulan", TimeUnit::months},
};

/// Small letters, single spaces, and one sign for every way to write "to" between two numbers.
std::string normalise(std::string_view text) {
  std::string const lower = lower_ascii(trim(text));
  std::string out;
  for (char const c : lower) {
    bool const space = c == ' ' || c == '\n' || c == '\r' || c == '\t';
    if (space && out.ends_with(' ')) continue;
    out += space ? ' ' : c;
  }
  for (std::string_view const range :
       {" s.d. ", " s.d ", " s/d ", " sampai ", " - ", " \xE2\x80\x93 ", "\xE2\x80\x93"}) {
    if (auto const at = out.find(range); at != std::string::npos) out.replace(at, range.size(), "-");
  }
  return out;
}

std::optional<std::int32_t> take_amount(std::string_view& text) {
  std::int32_t amount = 0;
  auto const [end, fault] = std::from_chars(text.data(), text.data() + text.size(), amount);
  if (fault != std::errc{} || amount < 1 || amount > most_amount) return std::nullopt;
  text.remove_prefix(static_cast<std::size_t>(end - text.data()));
  return amount;
}

std::optional<TimeUnit> find_unit(std::string_view name) {
  for (auto const& [written, unit] : unit_names) {
    if (written == name) return unit;
  }
  return std::nullopt;
}

std::optional<TimeLimit> parse(std::string_view text) {
  TimeLimit limit;
  auto const first = take_amount(text);
  if (!first) return std::nullopt;
  limit.amount = *first;
  if (text.starts_with('-')) {
    text.remove_prefix(1);
    auto const second = take_amount(text);
    if (!second || *second <= *first) return std::nullopt;
    limit.shortest = *first;
    limit.amount = *second;
  }
  auto const unit = find_unit(trim(text));
  if (!unit) return std::nullopt;
  limit.unit = *unit;
  return limit;
}

Words unit_words(TimeUnit unit, std::int32_t amount) {
  std::string const plural = amount == 1 ? "" : "s";
  switch (unit) {
    case TimeUnit::minutes:
      return {"menit", "minute" + plural};
    case TimeUnit::hours:
      return {"jam", "hour" + plural};
    case TimeUnit::working_days:
      return {"hari kerja", "working day" + plural};
    case TimeUnit::calendar_days:
      return {"hari kalender", "calendar day" + plural};
    case TimeUnit::weeks:
      return {"minggu", "week" + plural};
    case TimeUnit::months:
      return {"bulan", "month" + plural};
  }
  std::unreachable();
}

}  // namespace

Result<TimeLimit> parse_time_limit(std::string_view text) {
  if (auto const limit = parse(normalise(text))) return *limit;
  std::string const written{text};
  return refuse(time_limit_unreadable,
                {"`" + written +
                     "` tidak dapat dibaca. Tulis bilangan 1-10000 dan satuannya, misalnya `20 menit`, "
                     "`3 jam`, `2 hari`, `5 hari kalender`, `2 minggu`, `1 bulan` atau `1-2 hari`.",
                 "`" + written +
                     "` cannot be read. Write a number 1-10000 and its unit, like `20 menit`, `3 jam`, "
                     "`2 hari`, `5 hari kalender`, `2 minggu`, `1 bulan` or `1-2 hari`."});
}

Words spell(TimeLimit const& limit) {
  std::string amount = std::to_string(limit.amount);
  if (limit.shortest) amount = std::to_string(*limit.shortest) + "-" + amount;
  auto const unit = unit_words(limit.unit, limit.amount);
  return {amount + " " + unit.id, amount + " " + unit.en};
}

}  // namespace himpun::calendar
