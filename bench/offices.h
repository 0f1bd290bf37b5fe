#pragma once
// An office with a catalogue, and very many offices with figures in one database, made from a seed.

#include <cstdint>
#include <string>

#include "app/installation.h"

namespace himpun::bench {

[[nodiscard]] app::Installation open_office(std::string const& folder);
void write_file(std::string const& path, std::string const& text);
/// Imports a file of the catalogue's tables; answers with how many rows were added.
std::int64_t import(app::Installation& installation, std::string const& path);

/// The seed office with so many indicators and their targets.
void prepare_catalogue(std::string const& folder, int indicators, int year);

struct Offices {
  int offices = 25'000;  ///< beside the one that can be opened
  int indicators = 50;   ///< each with four quarters
  int year = 2030;
  std::uint64_t seed = 20'260'105;
};
/// Makes them in an empty folder; answers with the number of figures.
std::int64_t make_offices(std::string const& folder, Offices const& wanted);

}  // namespace himpun::bench
