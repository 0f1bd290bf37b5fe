// How large things may grow, and words that must not stay.

#include <algorithm>
#include <array>
#include <map>

#include "layers/rules.h"
#include "layers/source_text.h"

namespace himpun::layers {
namespace {

constexpr int most_lines_of_source = 500;
constexpr int most_lines_of_test = 800;
constexpr int most_lines_of_function = 70;
constexpr int most_files_in_folder = 25;

bool is_cpp(std::string_view path) { return path.ends_with(".h") || path.ends_with(".cpp"); }
bool is_program(std::string_view path) {
  constexpr std::array<std::string_view, 8> endings{".h", ".cpp", ".sql", ".ts", ".js", ".mjs", ".svelte", ".sh"};
  return std::ranges::any_of(endings, [&](auto ending) { return path.ends_with(ending); });
}
bool is_test(std::string_view path) {
  return path.starts_with("tests/") || path.find(".test.") != std::string_view::npos;
}
std::string_view folder_of(std::string_view path) {
  auto const slash = path.rfind('/');
  return slash == std::string_view::npos ? std::string_view{} : path.substr(0, slash);
}
bool has_counted_folder(std::string_view path) {
  return path.starts_with("src/") || path.starts_with("tests/") || path.starts_with("web/src/");
}

void check_file(SourceFile const& file, std::vector<Violation>& found) {
  auto const most = is_test(file.path) ? most_lines_of_test : most_lines_of_source;
  auto const lines = static_cast<int>(lines_of(file.text).size());
  if (lines > most) {
    found.push_back({file.path, 0, std::to_string(lines) + " lines; at most " + std::to_string(most)});
  }
  if (!is_cpp(file.path)) return;
  for (auto const& function : functions_of(blank_out(file.text))) {
    if (function.lines <= most_lines_of_function) continue;
    found.push_back({file.path, function.line,
                     "a function of " + std::to_string(function.lines) + " lines; at most " +
                         std::to_string(most_lines_of_function)});
  }
}

/// Written in halves, so that this file may say what it looks for.
std::vector<std::string> const& leftover_marks() {
  static std::vector<std::string> const marks{std::string{"TO"} + "DO", std::string{"FIX"} + "ME",
                                              std::string{"XX"} + "X", std::string{"HA"} + "CK"};
  return marks;
}
std::vector<std::string> const& machine_paths() {
  static std::vector<std::string> const paths{std::string{"/ho"} + "me/", std::string{"/ro"} + "ot/",
                                              std::string{"/wo"} + "rk/", std::string{"/tmp"} + "/w/",
                                              std::string{"/Us"} + "ers/"};
  return paths;
}

/// A path of the machine begins there: `apps/home/x.ts` is one of ours.
bool names_path(std::string_view line, std::string_view path) {
  for (auto at = line.find(path); at != std::string_view::npos; at = line.find(path, at + 1)) {
    if (at == 0 || std::string_view{" \t\"'`=(:<"}.find(line[at - 1]) != std::string_view::npos) return true;
  }
  return false;
}

void check_lines(SourceFile const& file, std::vector<Violation>& found) {
  auto const lines = lines_of(file.text);
  for (std::size_t i = 0; i < lines.size(); ++i) {
    auto const line = static_cast<int>(i) + 1;
    for (auto const& mark : leftover_marks()) {
      if (is_program(file.path) && has_word(lines[i], mark)) found.push_back({file.path, line, "a leftover " + mark});
    }
    for (auto const& path : machine_paths()) {
      if (names_path(lines[i], path)) found.push_back({file.path, line, "a path of somebody's machine: " + path});
    }
  }
}

void check_opening(SourceFile const& file, std::vector<Violation>& found) {
  auto const lines = lines_of(file.text);
  bool const is_good = lines.size() > 1 && lines[0] == "#pragma once" && lines[1].starts_with("// ");
  if (!is_good)
    found.push_back({file.path, 1, "a header opens with #pragma once and a paragraph that says what it is"});
}

}  // namespace

std::vector<Violation> check_size(std::vector<SourceFile> const& files) {
  std::vector<Violation> found;
  std::map<std::string_view, int> in_folder;
  for (auto const& file : files) {
    if (is_program(file.path)) check_file(file, found);
    if (has_counted_folder(file.path)) ++in_folder[folder_of(file.path)];
  }
  for (auto const& [folder, count] : in_folder) {
    if (count <= most_files_in_folder) continue;
    found.push_back(
        {std::string{folder}, 0, std::to_string(count) + " files; at most " + std::to_string(most_files_in_folder)});
  }
  return found;
}

std::vector<Violation> check_words(std::vector<SourceFile> const& files) {
  std::vector<Violation> found;
  for (auto const& file : files) {
    check_lines(file, found);
    if (file.path.ends_with(".h")) check_opening(file, found);
  }
  return found;
}

std::string spell(std::vector<Violation> const& violations) {
  std::string text;
  for (auto const& each : violations) {
    text += "\n  " + each.path + (each.line > 0 ? ":" + std::to_string(each.line) : "") + ": " + each.what;
  }
  return text;
}

}  // namespace himpun::layers
