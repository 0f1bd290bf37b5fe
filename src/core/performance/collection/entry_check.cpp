#include "core/performance/collection/entry_check.h"

#include <algorithm>

#include "base/text.h"

namespace himpun::performance {
namespace {

using Errors = std::vector<FieldError>;

constexpr std::size_t max_title = 300;
constexpr std::size_t max_link = 2'000;

void report(Errors& errors, std::string pointer, Words message) {
  errors.push_back({std::move(pointer), std::move(message)});
}

void check_length(Errors& errors, std::string const& text, std::size_t most, std::string const& pointer) {
  if (count_characters(text) <= most) return;
  auto const number = std::to_string(most);
  report(errors, pointer, {"paling banyak " + number + " karakter", "at most " + number + " characters"});
}

void require_text(Errors& errors, std::string const& text, std::size_t most, std::string const& pointer) {
  if (trim(text).empty()) return report(errors, pointer, {"wajib diisi", "is required"});
  check_length(errors, text, most, pointer);
}

void take_over(Errors& errors, Result<void> const& checked) {
  if (!checked) errors.insert(errors.end(), checked.error().fields.begin(), checked.error().fields.end());
}

ValueKind kind_of(EntryForm form) {
  switch (form) {
    case EntryForm::ratio:
      return ValueKind::ratio;
    case EntryForm::predicate:
      return ValueKind::predicate;
    case EntryForm::number:
    case EntryForm::derived:
      return ValueKind::number;
  }
  return ValueKind::number;
}

Words kind_words(ValueKind kind) {
  switch (kind) {
    case ValueKind::ratio:
      return {"harus berupa pembilang dan penyebut", "must be a numerator and a denominator"};
    case ValueKind::predicate:
      return {"harus berupa predikat", "must be a predicate"};
    default:
      return {"harus berupa angka", "must be a number"};
  }
}

void check_parts(Errors& errors, Entry const& entry, Sheet const* sheet, std::string const& pointer) {
  if (entry.parts.size() > max_parts) report(errors, pointer, {"rincian terlalu banyak", "there are too many parts"});
  for (std::size_t i = 0; i < std::min(entry.parts.size(), max_parts); ++i) {
    auto const& part = entry.parts[i];
    auto const at = pointer + "/" + std::to_string(i);
    bool const is_known =
        sheet && std::ranges::find(sheet->inputs, part.name, &InputSheet::name) != sheet->inputs.end();
    if (!is_known) report(errors, at + "/name", {"tidak ada pada lembar indikator", "is not on the indicator's sheet"});
    if (std::ranges::count(entry.parts, part.name, &Part::name) > 1) {
      report(errors, at + "/name", {"ditulis dua kali", "is written twice"});
    }
    take_over(errors, check_value(part.value, at + "/value"));
  }
}

void check_follow_ups(Errors& errors, Entry const& entry, std::string const& pointer) {
  if (entry.follow_ups.size() > max_follow_ups) {
    return report(errors, pointer, {"paling banyak 20 tindak lanjut", "at most 20 follow-ups"});
  }
  for (std::size_t i = 0; i < entry.follow_ups.size(); ++i) {
    auto const at = pointer + "/" + std::to_string(i);
    require_text(errors, entry.follow_ups[i].action, max_narrative_characters, at + "/action");
    check_length(errors, entry.follow_ups[i].owner, max_title, at + "/owner");
  }
}

bool is_sha256(std::string_view text) {
  return text.size() == 64 &&
         std::ranges::all_of(text, [](char c) { return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f'); });
}

}  // namespace

void check_kind(Value const& value, Sheet const* sheet, std::string const& pointer, Errors& errors) {
  auto const wanted = sheet ? kind_of(sheet->form) : ValueKind::number;
  if (is_filled(value) && value.kind != wanted) report(errors, pointer + "/kind", kind_words(wanted));
  if (!sheet && value.number && value.number->sign() < 0) {
    report(errors, pointer + "/number", {"anggaran tidak boleh negatif", "money spent cannot be negative"});
  }
}

void check_entry(Entry const& entry, Sheet const* sheet, std::string const& pointer, Errors& errors) {
  take_over(errors, check_value(entry.value, pointer + "/value"));
  check_kind(entry.value, sheet, pointer + "/value", errors);
  if (sheet && sheet->form == EntryForm::derived && is_filled(entry.value)) {
    report(errors, pointer + "/value", {"dihitung dengan rumus; isi masukannya", "is computed; fill in its inputs"});
  }
  check_parts(errors, entry, sheet, pointer + "/parts");
  check_follow_ups(errors, entry, pointer + "/follow_ups");
  check_length(errors, entry.drivers, max_narrative_characters, pointer + "/drivers");
  check_length(errors, entry.obstacles, max_narrative_characters, pointer + "/obstacles");
  check_length(errors, entry.note, max_narrative_characters, pointer + "/note");
}

void check_evidence(Evidence const& evidence, std::string const& pointer, Errors& errors) {
  if (evidence.id.empty()) report(errors, pointer + "/id", {"wajib diisi", "is required"});
  require_text(errors, evidence.title, max_title, pointer + "/title");
  switch (evidence.kind) {
    case EvidenceKind::file:
      if (!evidence.file || !is_sha256(evidence.file->sha256) || trim(evidence.file->name).empty()) {
        report(errors, pointer + "/file", {"pilih berkas yang sudah diunggah", "choose a file that was uploaded"});
      }
      return;
    case EvidenceKind::link:
      require_text(errors, evidence.link, max_link, pointer + "/link");
      if (!evidence.link.starts_with("https://") && !evidence.link.starts_with("http://")) {
        report(errors, pointer + "/link", {"harus diawali https://", "must begin with https://"});
      }
      return;
    case EvidenceKind::physical:
      return require_text(errors, evidence.place, max_title, pointer + "/place");
  }
}

}  // namespace himpun::performance
