#include "core/document/bpmn/reading/names.h"

#include "base/text.h"
#include "core/procedure/reading/fields.h"

namespace himpun::document::bpmn {
namespace {

constexpr std::size_t longest_slug = 40;

}  // namespace

std::string make_slug(std::string_view name, std::string_view otherwise) {
  std::string slug;
  for (char const c : lower_ascii(name)) {
    bool const is_usable = (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
    if (is_usable) {
      slug += c;
    } else if (!slug.empty() && slug.back() != '-') {
      slug += '-';
    }
    if (slug.size() == longest_slug) break;
  }
  while (!slug.empty() && slug.back() == '-') slug.pop_back();
  if (slug.empty()) return std::string{otherwise};
  bool const begins_well = slug.front() >= 'a' && slug.front() <= 'z';
  return begins_well ? slug : std::string{otherwise} + "-" + slug;
}

std::string own_id(std::string_view id, std::string_view prefix) {
  if (!id.starts_with(prefix)) return {};
  auto const rest = id.substr(prefix.size());
  return procedure::is_identifier(rest) ? std::string{rest} : std::string{};
}

std::string one_line(std::string_view text) {
  std::string line;
  for (char const c : trim(text)) {
    bool const is_space = c == ' ' || c == '\n' || c == '\r' || c == '\t';
    if (!is_space) {
      line += c;
    } else if (line.back() != ' ') {
      line += ' ';
    }
  }
  return line;
}

std::string UniqueNames::take(std::string const& wished, std::string_view joint) {
  auto name = wished;
  for (int number = 2; !taken_.insert(name).second; ++number) {
    name = wished + std::string{joint} + std::to_string(number);
  }
  return name;
}

}  // namespace himpun::document::bpmn
