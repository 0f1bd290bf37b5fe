#include "base/json_map.h"

#include "base/text.h"

namespace himpun::json_map {
namespace {

/// More than anybody reads; without a limit a small hostile body would get a large answer.
constexpr std::size_t most_errors = 100;

void add(Errors& errors, std::string const& pointer, Words words) {
  if (errors.size() < most_errors) errors.push_back({pointer, std::move(words)});
}

}  // namespace

void report(Errors& errors, std::string const& pointer, char const* id, char const* en) {
  add(errors, pointer, {id, en});
}

void report_unknown_word(Errors& errors, std::string const& pointer, std::vector<std::string> const& known) {
  auto const list = join(known, ", ");
  add(errors, pointer, {"harus salah satu dari: " + list, "must be one of: " + list});
}

void read(Json const& json, bool& out, std::string const& pointer, Errors& errors) {
  if (auto const* yes = json.get_if<bool>()) {
    out = *yes;
  } else {
    report(errors, pointer, "harus ya atau tidak (true/false)", "must be true or false");
  }
}

void read(Json const& json, std::string& out, std::string const& pointer, Errors& errors) {
  auto const* text = json.get_if<std::string>();
  if (!text) return report(errors, pointer, "harus berupa teks", "must be text");
  // PostgreSQL cannot store U+0000 in text; refuse it everywhere so that both databases agree.
  if (text->find('\0') != std::string::npos) {
    return report(errors, pointer, "tidak boleh memuat karakter nol", "must not contain a null character");
  }
  out = *text;
}

void read(Json const& json, Date& out, std::string const& pointer, Errors& errors) {
  auto const* text = json.get_if<std::string>();
  auto const date = text ? parse_date(*text) : std::nullopt;
  if (!date)
    return report(errors, pointer, "harus berupa tanggal, misalnya 2026-01-05", "must be a date like 2026-01-05");
  out = *date;
}

void read(Json const& json, Instant& out, std::string const& pointer, Errors& errors) {
  auto const* text = json.get_if<std::string>();
  auto const at = text ? parse_instant(*text) : std::nullopt;
  if (!at) {
    return report(errors, pointer, "harus berupa waktu, misalnya 2026-01-05T07:30:00Z",
                  "must be an instant like 2026-01-05T07:30:00Z");
  }
  out = *at;
}

void read(Json const& json, Decimal& out, std::string const& pointer, Errors& errors) {
  auto const* text = json.get_if<std::string>();
  auto const number = text ? parse_exact(*text) : std::nullopt;
  if (!number) {
    return report(errors, pointer, "harus berupa angka dalam teks, misalnya \"1234.5\"",
                  "must be a number in text, like \"1234.5\"");
  }
  out = *number;
}

std::int64_t read_number(Json const& json, std::int64_t low, std::int64_t high, std::string const& pointer,
                         Errors& errors) {
  auto const* number = json.get_if<std::int64_t>();
  if (number && *number >= low && *number <= high) return *number;
  if (number) {
    auto const range = std::to_string(low) + " - " + std::to_string(high);
    errors.push_back({pointer, {"harus di antara " + range, "must be within " + range}});
  } else {
    report(errors, pointer, "harus berupa bilangan bulat", "must be a whole number");
  }
  return 0;
}

}  // namespace himpun::json_map
