#pragma once
// Where the ports meet the real thing: an office is opened, prepared, backed up and restored from the adapters. The
// one place that knows them all; it holds no rule.

#include "shell/cli/cli.h"

namespace himpun::assembly {

/// What the command line is given.
[[nodiscard]] cli::Assembly make_assembly();

/// An office in memory with no data: nothing of it outlives the process.
[[nodiscard]] app::Installation blank();
/// Null where WeasyPrint is not installed.
[[nodiscard]] std::unique_ptr<app::Renderer> printer();
[[nodiscard]] Result<app::Installation> open(app::Place const& place);
/// As `open`, on a store that is opened in another way: the benchmarks watch one.
using StoreOpener =
    std::function<Result<std::unique_ptr<app::Store>>(app::Place const& place, std::string const& agency)>;
[[nodiscard]] Result<app::Installation> open_with(StoreOpener const& open_store, app::Place const& place);
[[nodiscard]] Result<std::vector<std::string>> prepare(app::Place const& place);

/// Founds an office of this id in an empty place, or brings it up to date.
[[nodiscard]] Result<void> found(app::Place const& place, std::string const& agency);
[[nodiscard]] Result<std::unique_ptr<app::Store>> open_store(app::Place const& place, std::string const& agency);
[[nodiscard]] std::unique_ptr<app::BlobStore> open_blobs(app::Place const& place, std::string const& agency);

/// PostgreSQL is always copied in the portable form.
[[nodiscard]] Result<cli::BackupReport> back_up(app::Place const& place, std::string const& folder,
                                                cli::BackupForm form, cli::Progress const& progress);
[[nodiscard]] Result<cli::BackupReport> check_backup(std::string const& folder, cli::Progress const& progress);
[[nodiscard]] Result<cli::BackupReport> restore(std::string const& folder, app::Place const& place,
                                                cli::Progress const& progress);

}  // namespace himpun::assembly
