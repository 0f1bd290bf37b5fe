// The rings: who includes whom, and what stays outside core.

#include <algorithm>
#include <array>
#include <functional>
#include <sstream>

#include "layers/rules.h"
#include "layers/source_text.h"

namespace himpun::layers {
namespace {

constexpr std::string_view source_root = "src/";

bool is_within(std::string_view path, std::string_view folder) {
  return path == folder || (path.starts_with(folder) && path.substr(folder.size()).starts_with('/'));
}

Module const* module_of(Table const& table, std::string_view path) {
  auto const found = std::ranges::find_if(table, [&](Module const& each) { return is_within(path, each.path); });
  return found == table.end() ? nullptr : &*found;
}

/// Headers of the C++ library that reach for the world: not for core.
constexpr std::array<std::string_view, 24> worldly{
    "thread",     "mutex",     "shared_mutex", "atomic",     "future",    "condition_variable",
    "stop_token", "semaphore", "latch",        "barrier",    "random",    "locale",
    "codecvt",    "fstream",   "iostream",     "filesystem", "coroutine", "cstdio",
    "cstdlib",    "ctime",     "clocale",      "csignal",    "csetjmp",   "regex"};
constexpr std::array<std::string_view, 14> worldly_words{
    "throw",  "try",   "catch",  "system_clock", "steady_clock", "high_resolution_clock", "utc_clock", "thread_local",
    "getenv", "fopen", "printf", "std::rand",    "setlocale",    "current_zone"};

/// Third-party headers are angled and either have a folder or an extension, or stand alone in one (sqlite3.h).
bool is_third_party(std::string_view header) { return header.find_first_of("/.") != std::string_view::npos; }
/// Boost.Describe and the part of MP11 that walks over what it describes.
bool is_description(std::string_view header) {
  return header.starts_with("boost/describe") || header.starts_with("boost/mp11/");
}

bool may_use_third_party(std::string_view path) {
  return path.starts_with("adapters/") || path.starts_with("shell/") || path == "main.cpp" ||
         (path.starts_with("base/") && path.ends_with(".cpp"));
}

class Reach {
 public:
  Reach(Table const& table, SourceFile const& file, std::vector<Violation>& found)
      : table_(table), file_(file), path_(std::string_view{file.path}.substr(source_root.size())), found_(found) {}

  void check() {
    module_ = module_of(table_, path_);
    if (!module_) return report(0, "belongs to no module of src/layers.txt");
    for (auto const& include : includes_of(file_.text)) {
      include.is_angled ? check_foreign(include) : check_own(include);
    }
    if (path_.starts_with("core/")) check_core();
  }

 private:
  void check_own(Include const& include) {
    auto const& target = include.target;
    if (is_within(target, module_->path)) return;
    bool const allowed = std::ranges::any_of(module_->uses, [&](auto const& each) { return is_within(target, each); });
    if (!allowed) report(include.line, module_->path + " may not include " + target);
  }

  void check_foreign(Include const& include) {
    auto const& header = include.target;
    if (is_third_party(header) && !is_description(header) && !may_use_third_party(path_)) {
      report(include.line, "third-party header <" + header + ">");
    }
    bool const is_core = path_.starts_with("core/");
    if (is_core && std::ranges::find(worldly, header) != worldly.end()) {
      report(include.line, "core may not use <" + header + ">");
    }
  }

  void check_core() {
    auto const code = blank_out(file_.text);
    auto const lines = lines_of(code);
    for (std::size_t i = 0; i < lines.size(); ++i) {
      for (auto const word : worldly_words) {
        if (has_word(lines[i], word)) report(static_cast<int>(i) + 1, "core may not use `" + std::string{word} + "`");
      }
    }
  }

  void report(int line, std::string what) { found_.push_back({file_.path, line, std::move(what)}); }

  Table const& table_;
  SourceFile const& file_;
  std::string_view path_;
  std::vector<Violation>& found_;
  Module const* module_ = nullptr;
};

}  // namespace

Table parse_table(std::string_view text) {
  Table table;
  for (auto const line : lines_of(text)) {
    auto const colon = line.find(':');
    if (line.starts_with('#') || colon == std::string_view::npos) continue;
    Module module{std::string{line.substr(0, colon)}, {}};
    std::istringstream words{std::string{line.substr(colon + 1)}};
    for (std::string word; words >> word;) module.uses.push_back(word);
    table.push_back(std::move(module));
  }
  return table;
}

std::string find_cycle(Table const& table) {
  std::function<std::string(Module const&, std::string const&)> walk = [&](Module const& at, std::string const& way) {
    for (auto const& each : table) {
      bool const used = std::ranges::any_of(at.uses, [&](auto const& use) { return is_within(each.path, use); });
      if (!used || &each == &at) continue;
      if ((way + " ").find(" " + each.path + " ") != std::string::npos) return way.substr(1) + " -> " + each.path;
      if (auto found = walk(each, way + " -> " + each.path); !found.empty()) return found;
    }
    return std::string{};
  };
  for (auto const& each : table) {
    if (auto found = walk(each, " " + each.path); !found.empty()) return found;
  }
  return {};
}

std::vector<Violation> check_reach(Table const& table, std::vector<SourceFile> const& files) {
  std::vector<Violation> found;
  for (auto const& file : files) {
    bool const is_code = file.path.ends_with(".h") || file.path.ends_with(".cpp");
    if (is_code && file.path.starts_with(source_root)) Reach{table, file, found}.check();
  }
  return found;
}

}  // namespace himpun::layers
