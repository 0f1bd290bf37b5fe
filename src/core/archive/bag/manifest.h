#pragma once
// A manifest of a bag: one line a file, checksum and name (RFC 8493 section 2.1.3). Reading refuses, with the line,
// everything that two readers could understand differently. It computes no checksum.

#include <cstdint>
#include <map>
#include <string>
#include <string_view>

#include "base/problem.h"

namespace himpun::archive {

enum class Algorithm : std::uint8_t { sha256, sha512 };

inline constexpr ProblemType manifest_malformed{"package.manifest_malformed", ProblemKind::invalid,
                                                "Daftar isi paket (manifest) tidak benar",
                                                "A manifest of the package is not right"};

/// Name of a file, from the bag's folder -> lowercase hexadecimal checksum.
using Manifest = std::map<std::string, std::string>;

[[nodiscard]] std::string_view name_of(Algorithm algorithm);  ///< `sha256`

/// `file`: what the manifest is called, for the refusal. Line ends may be LF, CR LF or CR.
[[nodiscard]] Result<Manifest> read_manifest(std::string_view text, Algorithm algorithm, std::string_view file);
/// The one text of a manifest: in order of names, two spaces, LF.
[[nodiscard]] std::string write_manifest(Manifest const& manifest);

/// CR, LF and % as %0D, %0A and %25, and back; only those.
[[nodiscard]] std::string encode_path(std::string_view path);
[[nodiscard]] std::string decode_path(std::string_view text);

}  // namespace himpun::archive
