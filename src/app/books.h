#pragma once
// The books every decision is taken with: the agency, its calendar and its procedures, as one transaction or snapshot
// sees them. They are folded from their streams and kept between uses.

#include "app/state_cache.h"
#include "core/access/events.h"
#include "core/archive/register/events.h"
#include "core/archive/sending/events.h"
#include "core/calendar/events.h"
#include "core/document/case_papers.h"
#include "core/document/letterhead.h"
#include "core/performance/catalogue/events.h"
#include "core/performance/collection/events.h"
#include "core/performance/decision/events.h"
#include "core/procedure/book.h"
#include "core/workflow/events.h"

namespace himpun::app {

inline constexpr std::string_view agency_stream = "agency";
inline constexpr std::string_view calendar_stream = "calendar";
[[nodiscard]] inline std::string procedure_stream(std::string_view id) { return "procedure/" + std::string{id}; }
[[nodiscard]] inline std::string case_stream(std::string_view id) { return "case/" + std::string{id}; }

inline constexpr std::string_view catalogue_stream = "catalogue";
[[nodiscard]] inline std::string collection_stream(std::string_view case_id) {
  return "collection/" + std::string{case_id};
}

[[nodiscard]] inline std::string decisions_stream(std::int32_t year) { return "decisions/" + std::to_string(year); }
inline constexpr std::string_view letterhead_stream = "letterhead";
[[nodiscard]] inline std::string papers_stream(std::string_view case_id) { return "papers/" + std::string{case_id}; }
inline constexpr std::string_view archive_stream = "archive";
[[nodiscard]] inline std::string sending_stream(std::string_view case_id) {
  return "distribution/" + std::string{case_id};
}

class Books {
 public:
  using Agency = StateCache<access::Agency>::Entry;
  using Calendar = StateCache<calendar::Calendar>::Entry;
  using Book = StateCache<procedure::Book>::Entry;
  using Case = StateCache<workflow::Case>::Entry;
  using Catalogue = StateCache<performance::Catalogue>::Entry;
  using Collection = StateCache<performance::Collection>::Entry;
  using Decisions = StateCache<performance::Decisions>::Entry;
  using Stationery = StateCache<document::Stationery>::Entry;
  using Papers = StateCache<document::CasePapers>::Entry;
  using Archive = StateCache<archive::Register>::Entry;
  using Sending = StateCache<archive::SendingBook>::Entry;

  [[nodiscard]] Agency agency(Reader& reader);
  [[nodiscard]] Calendar calendar(Reader& reader);
  [[nodiscard]] Book book(Reader& reader, std::string_view id);
  [[nodiscard]] Case find_case(Reader& reader, std::string_view id);
  [[nodiscard]] Catalogue catalogue(Reader& reader);
  /// The collection of a case; it does not exist for cases that gather no indicators.
  [[nodiscard]] Collection collection(Reader& reader, std::string_view case_id);
  /// What leaders decided about figures of that year.
  [[nodiscard]] Decisions decisions(Reader& reader, std::int32_t year);
  [[nodiscard]] Stationery stationery(Reader& reader);
  /// The printed papers of a case; none before the first was asked for.
  [[nodiscard]] Papers papers(Reader& reader, std::string_view case_id);
  [[nodiscard]] Archive archive(Reader& reader);
  /// What of a case went out of the office, and recalls.
  [[nodiscard]] Sending sending(Reader& reader, std::string_view case_id);
  void keep(std::string_view case_id, Collection entry) {
    collections_.put(collection_stream(case_id), std::move(entry));
  }
  void keep(Catalogue entry) { catalogues_.put(catalogue_stream, std::move(entry)); }
  void keep(std::string_view case_id, Case entry) { cases_.put(case_stream(case_id), std::move(entry)); }

 private:
  StateCache<access::Agency> agencies_{4};
  StateCache<calendar::Calendar> calendars_{4};
  StateCache<procedure::Book> books_{256};
  StateCache<workflow::Case> cases_{4096};
  StateCache<performance::Catalogue> catalogues_{4};
  StateCache<performance::Collection> collections_{1024};
  StateCache<performance::Decisions> decisions_{16};
  StateCache<document::Stationery> stationeries_{4};
  StateCache<document::CasePapers> papers_{1024};
  StateCache<archive::Register> archives_{4};
  StateCache<archive::SendingBook> sendings_{1024};
};

}  // namespace himpun::app
