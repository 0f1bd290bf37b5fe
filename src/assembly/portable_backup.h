#pragma once
// The files of a portable backup (docs/decisions/0010): `journal.jsonl`, `credentials.jsonl`, and `blobs/` and `keys/`
// as in a data folder. They are written from one snapshot of an office in use and can be loaded into either database.

#include <filesystem>

#include "app/installation.h"
#include "shell/cli/cli.h"

namespace himpun::assembly {

/// Writes them all below `target`; answers with their paths there. Contents come after the journal that names them.
[[nodiscard]] std::vector<std::filesystem::path> write_portable(app::Store& store, app::BlobStore& blobs,
                                                                std::filesystem::path const& target,
                                                                cli::Progress const& progress);

/// Fills an empty store, read model included, in one transaction.
[[nodiscard]] Result<void> load_portable(std::filesystem::path const& folder, app::Store& store,
                                         cli::Progress const& progress);
/// Keeps every content of the backup.
void load_blobs(std::filesystem::path const& folder, std::string const& upload_folder, app::BlobStore& blobs,
                cli::Progress const& progress);

}  // namespace himpun::assembly
