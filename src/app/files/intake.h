#pragma once
// Files from outside: looked at before they are kept, and later taken as they are, not as a request says they are.
// What is kept answers for its own type and size; only the name is the sender's.

#include "app/office.h"
#include "app/ports/file_inspection.h"
#include "base/values/file_ref.h"

namespace himpun::app {

/// Bytes from which a type is told, at the beginning of a file.
inline constexpr std::size_t beginning_bytes = 64 * 1024;

inline constexpr ProblemType file_infected{"file.infected", ProblemKind::invalid, "Berkas ini mengandung virus",
                                           "This file contains a virus"};
inline constexpr ProblemType file_contradicts{"file.type_contradicts", ProblemKind::invalid,
                                              "Isi berkas bukan jenis yang disebutkan",
                                              "The file's content is not of the type it is said to be"};
inline constexpr ProblemType scanner_unreachable{"scanner.unreachable", ProblemKind::unavailable,
                                                 "Pemindai virus tidak dapat dihubungi",
                                                 "The virus scanner cannot be reached"};

/// Refused with `file.infected`, and with `scanner.unreachable` where scanning is required; otherwise what the scanner
/// said. Nothing in it when there is no scanner.
[[nodiscard]] Result<std::optional<Scan>> scan_file(Scanning const& scanning, std::string const& path);

/// The media type of an upload; refused with `file.type_contradicts`. Without `world.types` the declared one.
[[nodiscard]] Result<std::string> type_of_upload(World const& world, std::string const& path,
                                                 std::string const& declared);

/// The kept file that a request names, with the type and size of what is kept; refused with `file.missing`.
[[nodiscard]] Result<FileRef> kept_file(World const& world, FileRef const& named);

}  // namespace himpun::app
