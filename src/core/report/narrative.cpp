#include "core/report/narrative.h"

#include <algorithm>

#include "base/text.h"

namespace himpun::report {
namespace {

using namespace document;

/// "BAB II  Perencanaan Kinerja", "B. Dasar Hukum" and "dasar hukum" are the same chapter by their last words.
std::string key_of(std::string_view text) { return lower_ascii(trim(text)); }

std::string text_of(Heading const& heading) {
  std::string text;
  for (auto const& span : heading.text) text += span.text;
  return text;
}

/// The chapter a heading names; empty when it is none of them.
std::string named_by(Heading const& heading, std::vector<std::string> const& chapters) {
  auto const written = key_of(text_of(heading));
  auto const found = std::ranges::find_if(chapters, [&](std::string const& chapter) {
    auto const key = key_of(chapter);
    if (!written.ends_with(key)) return false;
    return written.size() == key.size() || written[written.size() - key.size() - 1] == ' ';
  });
  return found == chapters.end() ? std::string{} : *found;
}

}  // namespace

Narrative::Narrative(Blocks const& manuscript, std::vector<std::string> const& chapters) {
  auto chapter = chapters.empty() ? std::string{} : chapters.front();
  for (auto const& block : manuscript) {
    auto const* heading = std::get_if<Heading>(&block.what);
    auto named = heading && heading->level == 1 ? named_by(*heading, chapters) : std::string{};
    if (!named.empty()) {
      chapter = std::move(named);
      continue;
    }
    auto copy = block;
    if (auto* own = std::get_if<Heading>(&copy.what)) own->level = std::min(own->level + 1, 3);
    chapters_[chapter].push_back(std::move(copy));
  }
}

Blocks const& Narrative::of(std::string const& chapter) const {
  static Blocks const none;
  auto const found = chapters_.find(chapter);
  return found == chapters_.end() ? none : found->second;
}

}  // namespace himpun::report
