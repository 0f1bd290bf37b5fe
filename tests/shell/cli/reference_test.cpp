// docs/reference/cli.md is the real --help of every command. When it differs, the fresh text is written to cli.md in
// the working folder of the test: read it, and copy it over if it is what you want.

#include <gtest/gtest.h>

#include <fstream>

#include "shell/cli/command_line.h"
#include "shell/cli/commands.h"
#include "support/files.h"

namespace himpun::cli::test {
namespace {

using Path = std::vector<std::string>;

void collect(CLI::App const& app, Path const& path, std::vector<Path>& all) {
  all.push_back(path);
  for (auto const* each : app.get_subcommands([](CLI::App const*) { return true; })) {
    auto deeper = path;
    deeper.push_back(each->get_name());
    collect(*each, deeper, all);
  }
}

std::vector<Path> all_commands() {
  std::ostringstream nowhere;
  Frame frame{assembly::make_assembly(), nowhere, nowhere};
  CLI::App app{"", "himpun"};
  add_commands(app, frame);
  std::vector<Path> all;
  collect(app, {}, all);
  return all;
}

std::string title_of(Path const& path) {
  std::string title = "himpun";
  for (auto const& word : path) title += " " + word;
  return title;
}

std::string help_of(Path path) {
  path.emplace_back("--help");
  auto const said = say(path);
  EXPECT_EQ(said.exit, 0) << title_of(path);
  return said.out;
}

std::string fresh_reference() {
  std::string text =
      "# The command line\n\n"
      "What `himpun --help` and `--help` of every command print. This page is compared with the program by a test.\n\n"
      "Exit codes: 0 done; 1 done, with findings; 2 refused, or used wrongly; 3 the world failed (disk, database).\n";
  for (auto const& path : all_commands()) {
    text += "\n## " + title_of(path) + "\n\n```\n" + help_of(path) + "```\n";
  }
  return text;
}

TEST(CommandReference, IsTheRealHelpOfEveryCommand) {
  auto const fresh = fresh_reference();
  bool const same = fresh == himpun::test::read_source_file("docs/reference/cli.md");
  if (!same) std::ofstream{"cli.md"} << fresh;
  EXPECT_TRUE(same) << "docs/reference/cli.md is out of date; the fresh text stands in ./cli.md";
}

TEST(CommandReference, EveryCommandShowsAnExample) {
  for (auto const& path : all_commands()) {
    EXPECT_NE(help_of(path).find("  himpun "), std::string::npos) << title_of(path);
  }
}

}  // namespace
}  // namespace himpun::cli::test
