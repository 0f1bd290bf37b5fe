#pragma once
// One complete case of the seed SOP through HTTP: 22 requests by seven officials, from the letter to the archive.

#include <functional>

#include "http_client.h"

namespace himpun::bench {

struct DemoOffice {
  Official kadis, sekretaris, kasubag, analis, perpustakaan, kearsipan, umum;
  std::string password;
};

[[nodiscard]] DemoOffice sign_in_everybody(int port);

struct Onlooker {
  std::function<void(double milliseconds)> timed;             ///< what every request took
  std::function<void(Json const& receipt)> acknowledged = {};  ///< may be empty
};

inline constexpr int requests_per_case = 22;

/// Carries out one case; throws when anything is refused.
void run_case(HttpClient& client, DemoOffice const& office, Onlooker const& onlooker);

/// Begins a case of the year's first quarter and takes it to its gathering; answers with its id. In a year that has a
/// catalogue the divisions' forms are open then.
[[nodiscard]] std::string begin_case(HttpClient& client, DemoOffice const& office, int year);

}  // namespace himpun::bench
