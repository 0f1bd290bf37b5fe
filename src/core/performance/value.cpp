#include "core/performance/value.h"

#include "base/text.h"

namespace himpun::performance {
namespace {

using Fields = std::vector<FieldError>;

void report(Fields& fields, std::string pointer, char const* id, char const* en) {
  fields.push_back({std::move(pointer), {id, en}});
}

void check_number(Fields& fields, std::optional<Decimal> const& number, std::string const& pointer) {
  if (!number) return report(fields, pointer, "wajib diisi", "is required");
  auto const places = number->digits_after();
  if (!number->is_number() || !places || *places > typed_digits_after ||
      number->digits_before() > typed_digits_before) {
    report(fields, pointer, "paling banyak 24 angka di depan koma dan 10 angka di belakangnya",
           "at most 24 digits before the decimal point and 10 after it");
  }
}

void check_text(Fields& fields, std::optional<std::string> const& text, std::size_t most, std::string const& pointer) {
  if (!text || trim(*text).empty()) return report(fields, pointer, "wajib diisi", "is required");
  if (count_characters(*text) > most) report(fields, pointer, "terlalu panjang", "is too long");
}

template <class Member>
void refuse_member(Fields& fields, Member const& member, std::string const& pointer) {
  if (member) report(fields, pointer, "tidak dipakai untuk jenis nilai ini", "does not belong to this kind of value");
}

/// Members that the kind has no use for must be absent: two ways to say the same thing are one too many.
void check_absent(Fields& fields, Value const& value, std::string const& pointer) {
  using enum ValueKind;
  if (value.kind != number && value.kind != predicate) refuse_member(fields, value.number, pointer + "/number");
  if (value.kind != ratio) refuse_member(fields, value.numerator, pointer + "/numerator");
  if (value.kind != ratio) refuse_member(fields, value.denominator, pointer + "/denominator");
  if (value.kind != predicate) refuse_member(fields, value.predicate, pointer + "/predicate");
  if (value.kind != not_available) refuse_member(fields, value.reason, pointer + "/reason");
}

void check_ratio(Fields& fields, Value const& value, std::string const& pointer) {
  check_number(fields, value.numerator, pointer + "/numerator");
  check_number(fields, value.denominator, pointer + "/denominator");
  if (value.denominator && value.denominator->is_zero()) {
    report(fields, pointer + "/denominator", "penyebut tidak boleh nol; pilih \"tidak tersedia\" bila memang tidak ada",
           "the denominator cannot be zero; choose \"not available\" when there is none");
  }
}

void check_into(Fields& fields, Value const& value, std::string const& pointer) {
  check_absent(fields, value, pointer);
  switch (value.kind) {
    case ValueKind::blank:
      return;
    case ValueKind::number:
      return check_number(fields, value.number, pointer + "/number");
    case ValueKind::ratio:
      return check_ratio(fields, value, pointer);
    case ValueKind::predicate:
      if (value.number) check_number(fields, value.number, pointer + "/number");
      return check_text(fields, value.predicate, max_predicate_characters, pointer + "/predicate");
    case ValueKind::not_available:
      return check_text(fields, value.reason, max_reason_characters, pointer + "/reason");
  }
}

Result<void> verdict(Fields fields) {
  if (fields.empty()) return {};
  return std::unexpected(Problem{.type = &value_invalid, .fields = std::move(fields)});
}

}  // namespace

Value number_value(Decimal number) {
  Value value{ValueKind::number, {}, {}, {}, {}, {}};
  value.number = std::move(number);
  return value;
}

Value ratio_value(Decimal numerator, Decimal denominator) {
  Value value{ValueKind::ratio, {}, {}, {}, {}, {}};
  value.numerator = std::move(numerator);
  value.denominator = std::move(denominator);
  return value;
}

Value predicate_value(std::string predicate, std::optional<Decimal> score) {
  Value value{ValueKind::predicate, std::move(score), {}, {}, {}, {}};
  value.predicate = std::move(predicate);
  return value;
}

Value not_available(std::string reason) {
  Value value{ValueKind::not_available, {}, {}, {}, {}, {}};
  value.reason = std::move(reason);
  return value;
}

bool is_filled(Value const& value) { return value.kind != ValueKind::blank && value.kind != ValueKind::not_available; }

bool is_zero(Value const& value) {
  if (value.kind == ValueKind::ratio) return value.numerator && value.numerator->is_zero();
  return value.kind == ValueKind::number && value.number && value.number->is_zero();
}

bool is_filled(Target const& target) { return is_filled(target.value) || target.lower || target.upper; }

std::optional<Decimal> magnitude(Value const& value, Decimal const& multiplier) {
  switch (value.kind) {
    case ValueKind::number:
    case ValueKind::predicate:
      return value.number;
    case ValueKind::ratio: {
      if (!value.numerator || !value.denominator) return std::nullopt;
      auto const number = *value.numerator / *value.denominator * multiplier;
      return number.is_number() ? std::optional{number} : std::nullopt;
    }
    case ValueKind::blank:
    case ValueKind::not_available:
      return std::nullopt;
  }
  return std::nullopt;
}

Result<void> check_value(Value const& value, std::string const& pointer) {
  Fields fields;
  check_into(fields, value, pointer);
  return verdict(std::move(fields));
}

Result<void> check_target(Target const& target, std::string const& pointer) {
  Fields fields;
  check_into(fields, target.value, pointer + "/value");
  if (target.lower) check_number(fields, target.lower, pointer + "/lower");
  if (target.upper) check_number(fields, target.upper, pointer + "/upper");
  if ((target.lower || target.upper) && target.value.kind != ValueKind::blank) {
    report(fields, pointer + "/value", "target rentang memakai batas bawah dan atas saja",
           "a range target has bounds only");
  }
  if (target.lower && target.upper && *target.lower > *target.upper) {
    report(fields, pointer + "/upper", "batas atas harus lebih besar dari batas bawah",
           "the upper bound must be greater than the lower one");
  }
  return verdict(std::move(fields));
}

Words spell(Value const& value) {
  switch (value.kind) {
    case ValueKind::blank:
      return {"belum diisi", "not filled in"};
    case ValueKind::number:
      return spell(value.number.value_or(Decimal{}));
    case ValueKind::ratio: {
      auto const above = spell(value.numerator.value_or(Decimal{}));
      auto const below = spell(value.denominator.value_or(Decimal{}));
      return {above.id + "/" + below.id, above.en + "/" + below.en};
    }
    case ValueKind::predicate: {
      auto const name = value.predicate.value_or("");
      if (!value.number) return {name, name};
      auto const score = spell(*value.number);
      return {name + " (" + score.id + ")", name + " (" + score.en + ")"};
    }
    case ValueKind::not_available:
      if (value.reason.value_or("").empty()) return {"tidak tersedia", "not available"};
      return {"tidak tersedia: " + *value.reason, "not available: " + *value.reason};
  }
  return {};
}

Words spell(Target const& target) {
  if (!target.lower && !target.upper) return spell(target.value);
  if (!target.upper) return {"paling sedikit " + spell(*target.lower).id, "at least " + spell(*target.lower).en};
  if (!target.lower) return {"paling banyak " + spell(*target.upper).id, "at most " + spell(*target.upper).en};
  auto const low = spell(*target.lower);
  auto const high = spell(*target.upper);
  return {low.id + " sampai " + high.id, low.en + " to " + high.en};
}

}  // namespace himpun::performance
