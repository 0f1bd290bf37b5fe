#include "app/books.h"

#include "app/streams.h"

namespace himpun::access {
static void evolve(Agency& agency, Event const& event, Instant) { evolve(agency, event); }
}  // namespace himpun::access
namespace himpun::calendar {
static void evolve(Calendar& calendar, Event const& event, Instant) { evolve(calendar, event); }
}  // namespace himpun::calendar
namespace himpun::performance {
static void evolve(Catalogue& catalogue, CatalogueEvent const& event, Instant) { evolve(catalogue, event); }
}  // namespace himpun::performance
namespace himpun::document {
static void evolve(Stationery& stationery, LetterheadEvent const& event, Instant) { evolve(stationery, event); }
}  // namespace himpun::document

namespace himpun::app {

Books::Agency Books::agency(Reader& reader) { return fold<access::Event>(reader, agency_stream, agencies_); }

Books::Calendar Books::calendar(Reader& reader) { return fold<calendar::Event>(reader, calendar_stream, calendars_); }

Books::Book Books::book(Reader& reader, std::string_view id) {
  return fold<procedure::Event>(reader, procedure_stream(id), books_);
}

Books::Catalogue Books::catalogue(Reader& reader) {
  return fold<performance::CatalogueEvent>(reader, catalogue_stream, catalogues_);
}

Books::Archive Books::archive(Reader& reader) { return fold<archive::Event>(reader, archive_stream, archives_); }

Books::Sending Books::sending(Reader& reader, std::string_view case_id) {
  return fold<archive::SendingEvent>(reader, sending_stream(case_id), sendings_);
}

Books::Collection Books::collection(Reader& reader, std::string_view case_id) {
  return fold<performance::CollectionEvent>(reader, collection_stream(case_id), collections_);
}

Books::Decisions Books::decisions(Reader& reader, std::int32_t year) {
  return fold<performance::DecisionEvent>(reader, decisions_stream(year), decisions_);
}

Books::Stationery Books::stationery(Reader& reader) {
  return fold<document::LetterheadEvent>(reader, letterhead_stream, stationeries_);
}

Books::Papers Books::papers(Reader& reader, std::string_view case_id) {
  return fold<document::PapersEvent>(reader, papers_stream(case_id), papers_);
}

Books::Case Books::find_case(Reader& reader, std::string_view id) {
  return fold<workflow::Event>(reader, case_stream(id), cases_);
}

}  // namespace himpun::app
