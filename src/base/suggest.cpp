#include "base/suggest.h"

#include <algorithm>
#include <numeric>
#include <vector>

#include "base/text.h"

namespace himpun {
namespace {

constexpr std::size_t longest_compared = 64;
constexpr std::size_t most_listed = 30;

}  // namespace

std::size_t edit_distance(std::string_view from, std::string_view to, std::size_t give_up) {
  std::size_t const apart = from.size() > to.size() ? from.size() - to.size() : to.size() - from.size();
  if (apart > give_up || std::max(from.size(), to.size()) > longest_compared) return give_up + 1;
  std::vector<std::size_t> row(to.size() + 1);
  std::iota(row.begin(), row.end(), std::size_t{0});
  for (std::size_t i = 1; i <= from.size(); ++i) {
    std::size_t diagonal = row[0];
    row[0] = i;
    for (std::size_t j = 1; j <= to.size(); ++j) {
      std::size_t const changed = diagonal + (from[i - 1] == to[j - 1] ? 0 : 1);
      diagonal = row[j];
      row[j] = std::min({changed, row[j] + 1, row[j - 1] + 1});
    }
  }
  return std::min(row.back(), give_up + 1);
}

std::optional<std::string> closest_word(std::string_view word, std::span<std::string const> known) {
  std::string const lower = lower_ascii(word);
  std::size_t best = std::max<std::size_t>(1, word.size() / 3);
  std::optional<std::string> found;
  for (auto const& each : known) {
    auto const distance = edit_distance(lower, lower_ascii(each), best);
    if (distance > best || (found && distance == best)) continue;
    best = distance;
    found = each;
  }
  return found;
}

Words suggest(std::string_view word, std::span<std::string const> known) {
  if (auto const near = closest_word(word, known)) {
    return {" Maksud Anda `" + *near + "`?", " Did you mean `" + *near + "`?"};
  }
  if (known.empty()) return {};
  std::vector<std::string> listed{known.begin(),
                                  known.begin() + static_cast<std::ptrdiff_t>(std::min(known.size(), most_listed))};
  std::string const rest = known.size() > most_listed ? ", ..." : "";
  return {" Pilihan: " + join(listed, ", ") + rest + ".", " Choices: " + join(listed, ", ") + rest + "."};
}

}  // namespace himpun
