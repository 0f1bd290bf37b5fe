#pragma once
// What papers say about a case, in the words papers use: officials as they are printed, instants in the office's time,
// signature places of a paper. It makes no paper.

#include "app/views/cases/case_scene.h"
#include "core/performance/collection/collection.h"
#include "core/report/figures/figure_lines.h"
#include "core/report/pieces.h"

namespace himpun::app {

[[nodiscard]] report::OfficeFacts office_facts(Sight& sight);
/// Who acted, with "Plt." or "Plh." before the post.
[[nodiscard]] report::Official official_of(access::Agency const& agency, access::By const& by);
/// Whoever may act for the holder today; only the post where nobody or several may.
[[nodiscard]] report::Official official_of(access::Agency const& agency, access::HolderId const& holder, Date today);

[[nodiscard]] std::string day_words(CaseScene const& scene, std::optional<Instant> at);      ///< "5 Januari 2026"
[[nodiscard]] std::string moment_words(CaseScene const& scene, Instant at);  ///< "5 Januari 2026 pukul 10.15 WIB"

/// Places of everybody who initials and signs a paper, in the order of the SOP's steps; where a mark stands on
/// `version` the place says so.
struct MarkPlaces {
  std::vector<document::SignaturePlace> initials;
  std::vector<document::SignaturePlace> signatures;
};
[[nodiscard]] MarkPlaces mark_places(CaseScene const& scene, std::string const& paper,
                                     workflow::PaperVersion const* version, report::OfficeFacts const& office);

/// Accepted figures of the collection's year as they are known now, its own rows first.
[[nodiscard]] report::DataBooks data_books(Sight& sight, performance::Catalogue const& catalogue, Period const& period,
                                           performance::Collection const* collection);

}  // namespace himpun::app
