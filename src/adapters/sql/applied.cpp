#include "adapters/sql/applied.h"

#include <algorithm>

#include "base/text.h"

namespace himpun::sql {

Result<std::int64_t> compare_migrations(std::vector<AppliedMigration> const& applied,
                                        std::vector<Migration> const& known) {
  for (auto const& each : applied) {
    auto const match = std::ranges::find(known, each.number, &Migration::number);
    if (match == known.end()) {
      return refuse(database_newer, {"Migrasi " + std::to_string(each.number) + " (" + each.name +
                                         ") tidak dikenal. Pasang versi Himpun yang terakhir dipakai.",
                                     "Migration " + std::to_string(each.number) + " (" + each.name +
                                         ") is not known. Install the version of Himpun that was used last."});
    }
    if (match->hash != each.hash) {
      return refuse(database_damaged, {"Migrasi " + std::to_string(each.number) + " berbeda dari yang diterapkan.",
                                       "Migration " + std::to_string(each.number) + " differs from what was applied."});
    }
  }
  return applied.empty() ? 0 : applied.back().number;
}

std::unexpected<Problem> refuse_other_agency(std::vector<std::string> const& found, std::string const& expected) {
  auto const others = found.empty() ? std::string{"-"} : join(found, ", ");
  return refuse(database_foreign, {"Basis data ini milik instansi " + others + ", bukan " + expected + ".",
                                   "This database belongs to agency " + others + ", not " + expected + "."});
}

std::unexpected<Problem> refuse_outdated() {
  return refuse(database_outdated, {"Jalankan `himpun migrate`; salinan cadangan dibuat lebih dulu.",
                                    "Run `himpun migrate`; a backup is taken first."});
}

}  // namespace himpun::sql
