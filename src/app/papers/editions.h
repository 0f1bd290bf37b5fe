#pragma once
// Editions: the PDF of one version of one paper of a case, made beside the requests by a job and kept for good. Asking
// for one writes it down together with whatever else the transaction does; the job may take a moment or fail. A version
// that is itself an uploaded PDF is its own edition.

#include "app/office.h"
#include "core/document/case_papers.h"

namespace himpun::app {

/// `paper`: the key of a paper that the case itself writes, then `number` is its version; or the key of one that is
/// made from the case ("disposition:2").
struct EditionName {
  workflow::CaseId file;
  std::string paper;
  std::int32_t number = 1;
};

inline constexpr ProblemType edition_unknown{"paper.version_unknown", ProblemKind::not_found,
                                             "Versi naskah ini tidak ada", "There is no such version of the paper"};

inline constexpr std::string_view edition_job = "edition";
/// What the job is called in the store: "<case>/<number>/<paper>".
[[nodiscard]] std::string to_subject(EditionName const& name);

[[nodiscard]] std::optional<EditionName> parse_subject(std::string_view subject);

/// The version in the case; null when there is none.
[[nodiscard]] workflow::PaperVersion const* find_version(workflow::Case const& file, EditionName const& name);
/// Lets the file be read through its case.
[[nodiscard]] CaseFileRow file_row(workflow::CaseId const& file, FileRef const& ref);

/// Puts back what a rebuild has cleared: jobs of editions that are still to be made, and the files of those made.
void queue_editions(Transaction& transaction, workflow::CaseId const& file, document::CasePapers const& papers);

/// The finished PDF; nothing while it was not asked for, is being made, could not be made, or lacks the newest initials
/// or signature.
[[nodiscard]] std::optional<FileRef> find_edition(Sight& sight, EditionName const& name);
/// The same with its state and where its signature places lie; null when nobody asked for it.
[[nodiscard]] std::optional<document::Edition> show_edition(Sight& sight, EditionName const& name);
/// {paper, number, state, changed_at, sha256?, size?, reason?}
[[nodiscard]] Json edition_view(document::Edition const& edition);
/// Asks for it; does nothing when it is there with every mark, or under way. Refused with `case.unknown` and `paper.version_unknown`.
[[nodiscard]] Result<void> request_edition(Desk& desk, EditionName const& name);

}  // namespace himpun::app
