#include "scenarios/script.h"

#include <charconv>

#include "base/text.h"
#include "support/files.h"

namespace himpun::test {
namespace {

/// Statements of one line, each as its words.
std::vector<std::vector<std::string>> split_line(std::string_view line, std::string const& place) {
  std::vector<std::vector<std::string>> statements(1);
  for (std::size_t i = 0; i < line.size();) {
    if (line[i] == ' ') {
      ++i;
    } else if (line[i] == '#') {
      break;
    } else if (line[i] == ';') {
      statements.emplace_back();
      ++i;
    } else if (line[i] == '"') {
      auto const end = line.find('"', i + 1);
      if (end == std::string_view::npos) throw ScriptFault{place + ": a quotation does not end"};
      statements.back().emplace_back(line.substr(i + 1, end - i - 1));
      i = end + 1;
    } else {
      auto const end = std::min(line.find(' ', i), line.size());
      statements.back().emplace_back(line.substr(i, end - i));
      i = end;
    }
  }
  return statements;
}

}  // namespace

std::string Words::take() {
  if (empty()) throw ScriptFault{place_ + ": a word is missing at the end"};
  return words_[next_++];
}

bool Words::take_if(std::string const& word) {
  if (empty() || words_[next_] != word) return false;
  ++next_;
  return true;
}

void Words::expect(std::string const& word) {
  if (!take_if(word)) throw ScriptFault{place_ + ": expected the word '" + word + "' before '" + peek() + "'"};
}

int Words::take_number() {
  auto const word = take();
  int number = 0;
  auto const [end, error] = std::from_chars(word.data(), word.data() + word.size(), number);
  if (error != std::errc{} || end != word.data() + word.size()) {
    throw ScriptFault{place_ + ": '" + word + "' is no number"};
  }
  return number;
}

void Words::end() const {
  if (!empty()) throw ScriptFault{place_ + ": '" + peek() + "' is not understood"};
}

std::vector<Scenario> read_scenarios(std::string const& path) {
  std::vector<Scenario> scenarios;
  int number = 0;
  auto const text = read_source_file(path);
  for (auto const whole_line : split(text, '\n')) {
    auto const place = path + ":" + std::to_string(++number);
    auto const line = trim(whole_line);
    constexpr std::string_view heading = "scenario:";
    if (line.starts_with(heading)) {
      scenarios.push_back({std::string{trim(line.substr(heading.size()))}, place, {}});
      continue;
    }
    for (auto& words : split_line(line, place)) {
      if (words.empty()) continue;
      if (scenarios.empty()) throw ScriptFault{place + ": begin with 'scenario: what it shows'"};
      scenarios.back().statements.emplace_back(std::move(words), place);
    }
  }
  return scenarios;
}

}  // namespace himpun::test
