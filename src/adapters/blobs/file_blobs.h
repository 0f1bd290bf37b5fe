#pragma once
// File contents in the data folder, each under its SHA-256: `blobs/ab/abcdef...`. What is kept is on the disk before
// `keep` returns, is never changed, and is recognised when it comes again.

#include <memory>
#include <string>

#include "app/ports/world.h"

namespace himpun::blobs {

/// `folder` is made when it is not there. Throws StoreFailure when the disk does not answer.
[[nodiscard]] std::unique_ptr<app::BlobStore> in_folder(std::string folder);

/// Path of a content below `folder`.
[[nodiscard]] std::string path_in(std::string const& folder, std::string_view sha256_hex);

/// Whatever was written to the disk of `folder` is durable when this returns.
void flush_disk(std::string const& folder);

/// Reads the content again and compares its hash: what `restore --check` does.
[[nodiscard]] bool is_intact(std::string const& folder, std::string_view sha256_hex);

}  // namespace himpun::blobs
