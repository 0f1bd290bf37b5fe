#pragma once
// Use cases of the archive register: the schedule and its keepers, the list of files with their states, destruction
// from proposal to record. The rules are core/archive's. A destruction is recorded first, with every hash; the contents
// are removed afterwards (removal.h), so that nothing can disappear without its record.

#include "app/archive/item_list.h"
#include "app/views/page.h"
#include "core/archive/register/decide.h"

namespace himpun::app {

inline constexpr ProblemType archive_changed{"archive.changed", ProblemKind::stale, "Arsip sudah berubah",
                                             "The archive has changed in the meantime"};

/// {version, body: {version, today, codes, security, keepers, approvers, counts, may}}
[[nodiscard]] Result<Json> show_archive(Sight& sight);

struct FiledQuery {
  std::optional<archive::FileState> state;
  std::string code;           ///< this code and everything below it
  std::string search;         ///< part of number, case number or title
  std::optional<Date> until;  ///< only what enters its next state from today to this day
  std::string after;          ///< number of the last file of the page before
  int limit = 50;
};
/// One file as lists show it.
[[nodiscard]] Json filed_view(archive::Register const& all, archive::FiledCase const& file, Date today);
/// Files in the order of their numbers.
[[nodiscard]] std::vector<archive::FiledCase const*> find_filed(archive::Register const& all, FiledQuery const& query,
                                                                Date today);
/// {items, next?}
[[nodiscard]] Result<Json> list_filed(Sight& sight, FiledQuery const& query);
/// {file, items}: daftar isi berkas.
[[nodiscard]] Result<Json> show_filed(Sight& sight, std::string const& case_id);

/// {items}, newest first, with their files.
[[nodiscard]] Result<Json> list_proposals(Sight& sight);

using ArchiveRule = std::function<Result<archive::Events>(archive::Register const&, archive::Occasion const&)>;
/// Carries out one rule on the register as the caller saw it. Answers {version, body: {version}}.
[[nodiscard]] Result<Json> change_archive(Desk& desk, std::optional<std::int64_t> seen, ArchiveRule const& rule);

/// Answers {version, body: {version, id}}.
[[nodiscard]] Result<Json> propose_destruction(Desk& desk, std::vector<archive::FiledId> const& files,
                                               std::string const& reason);
/// Finds what nobody else needs, and records the destruction. Answers {version, body: {version}}.
[[nodiscard]] Result<Json> carry_out_destruction(Desk& desk, std::optional<std::int64_t> seen,
                                                 archive::ProposalId const& id, std::string const& witnesses);

/// The facts of a berita acara pemusnahan, for whoever makes the paper.
struct DestructionFacts {
  archive::Proposal proposal;
  std::vector<archive::FiledCase> files;
};
[[nodiscard]] Result<DestructionFacts> find_destruction(Sight& sight, archive::ProposalId const& id);

}  // namespace himpun::app
