#pragma once
// What an operator may hear when a database is opened or brought up to date.

#include "base/problem.h"

namespace himpun::sql {

inline constexpr ProblemType database_missing{"database.missing", ProblemKind::not_found, "Basis data belum ada",
                                              "There is no database yet"};
inline constexpr ProblemType database_foreign{"database.foreign", ProblemKind::conflict,
                                              "Ini bukan basis data instansi ini",
                                              "This is not the database of this agency"};
inline constexpr ProblemType database_outdated{"database.outdated", ProblemKind::conflict,
                                               "Basis data perlu dimutakhirkan", "The database needs an upgrade"};
inline constexpr ProblemType database_newer{"database.newer", ProblemKind::conflict,
                                            "Basis data berasal dari versi Himpun yang lebih baru",
                                            "The database comes from a newer version of Himpun"};
inline constexpr ProblemType database_damaged{"database.damaged", ProblemKind::conflict, "Basis data rusak",
                                              "The database is damaged"};

}  // namespace himpun::sql
