#include "adapters/pdf_signing/reading/signature_value.h"

#include <algorithm>
#include <set>

#include "adapters/pdf_signing/signature_field.h"
#include "base/text.h"

namespace himpun::pdf_signing {
namespace {

constexpr int deepest_field = 16;

std::string text_of(QPDFObjectHandle dictionary, char const* key) {
  auto value = dictionary.getKey(key);
  if (value.isName()) return value.getName().substr(1);
  if (!value.isString()) return {};
  auto text = value.getUTF8Value();
  return is_utf8(text) ? text : std::string{};
}

class FieldWalk {
 public:
  std::vector<FormField> found;

  void walk(QPDFObjectHandle field, std::string const& above, bool is_signature, int depth) {
    if (!field.isDictionary() || depth > deepest_field || found.size() >= most_fields) return;
    if (field.isIndirect() && !seen_.insert(field.getObjGen()).second) return;
    auto const own = text_of(field, "/T");
    auto const name = above.empty() || own.empty() ? above + own : above + "." + own;
    auto type = field.getKey("/FT");
    bool const is_signing = type.isName() ? type.isNameAndEquals("/Sig") : is_signature;
    auto kids = field.getKey("/Kids");
    bool has_fields = false;
    for (int i = 0; kids.isArray() && i < kids.getArrayNItems(); ++i) {
      auto kid = kids.getArrayItem(i);
      if (!kid.isDictionary() || !kid.hasKey("/T")) continue;  // a widget of this field
      has_fields = true;
      walk(kid, name, is_signing, depth + 1);
    }
    if (!has_fields) found.push_back({name, field, is_signing});
  }

 private:
  std::set<QPDFObjGen> seen_;
};

bool is_hex_digit(char letter) {
  return (letter >= '0' && letter <= '9') || (letter >= 'a' && letter <= 'f') || (letter >= 'A' && letter <= 'F');
}

std::array<std::size_t, 4> range_of(QPDFObjectHandle dictionary, std::size_t size) {
  auto range = dictionary.getKey("/ByteRange");
  std::array<std::size_t, 4> numbers{};
  if (!range.isArray() || range.getArrayNItems() != 4) return {};
  for (int i = 0; i < 4; ++i) {
    auto item = range.getArrayItem(i);
    if (!item.isInteger() || item.getIntValue() < 0 || item.getUIntValue() > size) return {};
    numbers[static_cast<std::size_t>(i)] = static_cast<std::size_t>(item.getIntValue());
  }
  bool const fits = numbers[0] == 0 && numbers[1] < numbers[2] && numbers[2] + numbers[3] <= size;
  return fits ? numbers : std::array<std::size_t, 4>{};
}

/// The hole is one hexadecimal string, and it is this dictionary's /Contents.
bool hole_is_contents(SignatureValue const& value, std::string_view pdf) {
  auto const hole = pdf.substr(value.range[1], value.range[2] - value.range[1]);
  if (hole.size() < 2 || hole.front() != '<' || hole.back() != '>') return false;
  auto const digits = hole.substr(1, hole.size() - 2);
  if (!std::ranges::all_of(digits, is_hex_digit)) return false;
  return lower_ascii(digits) == to_hex(value.contents);
}

bool ends_a_revision(std::string_view revision) {
  auto const end = revision.find_last_not_of("\r\n \t");
  return end != std::string_view::npos && revision.substr(0, end + 1).ends_with("%%EOF");
}

bool covers_all(SignatureValue const& value, std::string_view pdf) {
  return value.range[1] > 0 && hole_is_contents(value, pdf) && ends_a_revision(pdf.substr(0, value.revision_end()));
}

/// `D:20260105141500+07'00'` as an instant.
std::optional<Instant> read_date(std::string text) {
  if (text.starts_with("D:")) text.erase(0, 2);
  if (text.size() < 14) return std::nullopt;
  auto zone = text.substr(14);
  std::erase(zone, '\'');
  if (zone.empty() || zone.starts_with('Z')) zone = "+0000";
  if (zone.size() < 5) return std::nullopt;
  return parse_instant(text.substr(0, 4) + "-" + text.substr(4, 2) + "-" + text.substr(6, 2) + "T" +
                       text.substr(8, 2) + ":" + text.substr(10, 2) + ":" + text.substr(12, 2) + zone.substr(0, 3) +
                       ":" + zone.substr(3, 2));
}

bool closes_file(QPDFObjectHandle dictionary) {
  auto references = dictionary.getKey("/Reference");
  for (int i = 0; references.isArray() && i < references.getArrayNItems(); ++i) {
    auto reference = references.getArrayItem(i);
    if (reference.isDictionary() && reference.getKey("/TransformMethod").isNameAndEquals("/DocMDP")) return true;
  }
  return false;
}

/// Where the update that this signature came with begins: behind the revision before it.
std::size_t base_end(SignatureValue const& value, std::string_view pdf) {
  auto const end = pdf.substr(0, value.range[1]).rfind("%%EOF");
  if (end == std::string_view::npos) return 0;
  auto at = end + 5;
  if (at < pdf.size() && pdf[at] == '\r') ++at;
  if (at < pdf.size() && pdf[at] == '\n') ++at;
  return at;
}

}  // namespace

bool SignatureValue::is_time_stamp() const {
  auto handle = dictionary;
  return handle.getKey("/SubFilter").isNameAndEquals("/ETSI.RFC3161");
}

std::size_t der_length(std::string_view bytes) {
  if (bytes.size() < 2 || bytes[0] != '\x30') return 0;
  auto const first = static_cast<std::uint8_t>(bytes[1]);
  if (first < 0x80) return std::min<std::size_t>(bytes.size(), 2u + first);
  std::size_t const more = first & 0x7f;
  if (more == 0 || more > 4 || bytes.size() < 2 + more) return 0;
  std::size_t length = 0;
  for (std::size_t i = 0; i < more; ++i) length = length << 8 | static_cast<std::uint8_t>(bytes[2 + i]);
  auto const whole = 2 + more + length;
  return whole <= bytes.size() ? whole : 0;
}

std::vector<FormField> form_fields(QPDF& document) {
  FieldWalk walk;
  auto form = document.getRoot().getKey("/AcroForm");
  auto fields = form.isDictionary() ? form.getKey("/Fields") : QPDFObjectHandle::newNull();
  for (int i = 0; fields.isArray() && i < fields.getArrayNItems(); ++i) {
    walk.walk(fields.getArrayItem(i), "", false, 0);
  }
  return std::move(walk.found);
}

std::vector<SignatureValue> signature_values(QPDF& document, std::string_view pdf) {
  std::vector<SignatureValue> values;
  for (auto& each : form_fields(document)) {
    auto value = each.field.getKey("/V");
    if (!each.is_signature || !value.isDictionary() || values.size() >= most_signatures) continue;
    auto contents = value.getKey("/Contents");
    values.push_back({each.name, value, range_of(value, pdf.size()),
                      contents.isString() ? contents.getStringValue() : std::string{}});
  }
  std::ranges::stable_sort(values, {}, &SignatureValue::revision_end);
  return values;
}

signing::SignatureFacts plain_facts(SignatureValue const& value, QPDF& document, std::string_view pdf) {
  signing::SignatureFacts facts;
  auto dictionary = value.dictionary;
  facts.field = value.field;
  facts.sub_filter = text_of(dictionary, "/SubFilter");
  facts.is_time_stamp = value.is_time_stamp();
  facts.name = text_of(dictionary, "/Name");
  facts.reason = text_of(dictionary, "/Reason");
  facts.claimed_at = read_date(text_of(dictionary, "/M"));
  facts.revision_end = static_cast<std::int64_t>(value.revision_end());
  facts.covers_all = covers_all(value, pdf);
  auto const length = der_length(value.contents);
  facts.padding_is_zero = length > 0 && value.contents.find_first_not_of('\0', length) == std::string::npos;
  facts.contents_sha256 = to_hex(sha256(std::string_view{value.contents}.substr(0, length)));
  facts.base_sha256 = to_hex(sha256(pdf.substr(0, base_end(value, pdf))));
  facts.closes = closes_file(dictionary);
  auto file = dictionary.getKey(file_key);
  auto const own = file_name_of(document);
  facts.belongs_here = !file.isString() || own.empty() || to_hex(file.getStringValue()) == own;
  return facts;
}

}  // namespace himpun::pdf_signing
