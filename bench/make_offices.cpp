// Makes the office of the measurements: a catalogue, and figures of very many offices beside it in one SQLite database.
// The same seed gives the same figures. `himpun serve --data FOLDER` opens it.

#include <CLI/CLI.hpp>
#include <cstdio>
#include <filesystem>

#include "offices.h"

int main(int argc, char** argv) {
  CLI::App app{"Makes a database of many offices for measurements"};
  himpun::bench::Offices wanted;
  std::string folder;
  app.add_option("FOLDER", folder, "A folder that is not there yet")->required();
  app.add_option("--seed", wanted.seed, "Of the figures")->capture_default_str();
  app.add_option("--offices", wanted.offices, "Beside the one that can be opened")->capture_default_str();
  app.add_option("--indicators", wanted.indicators, "Of each office")->capture_default_str();
  app.add_option("--year", wanted.year, "Of the figures")->capture_default_str();
  CLI11_PARSE(app, argc, argv);
  try {
    if (!std::filesystem::create_directory(folder)) throw std::runtime_error(folder + " is there already");
    auto const rows = himpun::bench::make_offices(folder, wanted);
    std::printf("made_figures %lld rows\n", static_cast<long long>(rows));
  } catch (std::exception const& failure) {
    std::fprintf(stderr, "make_offices: %s\n", failure.what());
    return 1;
  }
  return 0;
}
