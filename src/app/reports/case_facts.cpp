#include "app/reports/case_facts.h"

#include <algorithm>

#include "app/papers/printing.h"
#include "app/views/performance/year_figures.h"
#include "base/values/moment.h"
#include "core/performance/collection/figures.h"

namespace himpun::app {
namespace {

using document::PlaceKind;
using procedure::StepKind;

std::string standing_words(access::Standing standing) {
  if (standing == access::Standing::plt) return "Plt. ";
  return standing == access::Standing::plh ? "Plh. " : "";
}

report::Official printed(access::Agency const& agency, access::PersonId const& person, std::string position) {
  auto const found = agency.people.find(person);
  if (found == agency.people.end()) return {std::move(position), {}, {}, {}};
  return {std::move(position), found->second.name, found->second.rank, found->second.nip};
}

workflow::Mark const* mark_of(workflow::PaperVersion const* version, procedure::StepId const& step) {
  if (!version) return nullptr;
  auto const found = std::ranges::find_if(
      version->marks, [&](workflow::Mark const& mark) { return mark.step == step && !mark.voided_at; });
  return found == version->marks.end() ? nullptr : &*found;
}

report::Official marker_of(CaseScene const& scene, procedure::Step const& step, workflow::Mark const* mark) {
  if (mark) return official_of(scene.agency, mark->by);
  auto const holders = workflow::holders_of(scene.file, step.performers.front());
  return holders.empty() ? report::Official{} : official_of(scene.agency, holders.front(), scene.today());
}

document::SignaturePlace place_for(CaseScene const& scene, procedure::Step const& step, workflow::Mark const* mark,
                                   std::string id, report::OfficeFacts const& office) {
  bool const signs = step.kind == StepKind::signature;
  auto place = report::place_of(std::move(id), signs ? PlaceKind::signature : PlaceKind::initials,
                                marker_of(scene, step, mark));
  if (signs && mark) place.place_and_date = report::place_and_date(office, day_words(scene, mark->at));
  if (mark) place.words = (signs ? "Ditandatangani " : "Diparaf ") + moment_words(scene, mark->at);
  return place;
}

/// This collection's own rows take the place of what the tables say of its period.
void put_own(report::DataBooks& books, performance::Collection const& collection) {
  for (auto const& [key, row] : collection.rows) {
    auto& list = key.kind == performance::RowKind::indicator ? books.indicators[performance::IndicatorId{key.subject}]
                                                             : books.budget[key.subject];
    std::erase_if(list, [&](auto const& each) { return each.period == collection.period; });
    if (performance::counts(row.state)) list.push_back(performance::realisation_of(collection, row, books.catalogue));
    std::ranges::sort(list, {}, [](auto const& each) { return last_day(each.period); });
  }
}

}  // namespace

report::OfficeFacts office_facts(Sight& sight) {
  return {sight.agency().name, sight.agency().region, dressing_of(sight).letterhead.place};
}

report::Official official_of(access::Agency const& agency, access::By const& by) {
  return printed(agency, by.person,
                 standing_words(by.standing) + access::holder_name(agency, access::HolderId{by.position.value}));
}

report::Official official_of(access::Agency const& agency, access::HolderId const& holder, Date today) {
  auto const people = access::people_for(agency, holder, today);
  auto const name = access::holder_name(agency, holder);
  if (people.size() != 1) return {name, {}, {}, {}};
  auto const post = access::post_for(agency, people.front(), holder, today);
  if (!post) return printed(agency, people.front(), name);
  return official_of(agency, access::By{people.front(), post->position, post->standing});
}

std::string day_words(CaseScene const& scene, std::optional<Instant> at) {
  return at ? spell_date_id(local_date(*at, calendar::offset_of(scene.calendar))) : std::string{};
}

std::string moment_words(CaseScene const& scene, Instant at) {
  return spell_moment_id(at, calendar::offset_of(scene.calendar));
}

MarkPlaces mark_places(CaseScene const& scene, std::string const& paper, workflow::PaperVersion const* version,
                       report::OfficeFacts const& office) {
  MarkPlaces places;
  for (auto const& step : scene.procedure.steps) {
    bool const signs = step.kind == StepKind::signature;
    if ((!signs && step.kind != StepKind::initialing) || step.paper != paper || step.performers.empty()) continue;
    auto& list = signs ? places.signatures : places.initials;
    auto id = std::string{signs ? "tanda-tangan-" : "paraf-"} + std::to_string(list.size() + 1);
    list.push_back(place_for(scene, step, mark_of(version, step.id), std::move(id), office));
  }
  return places;
}

report::DataBooks data_books(Sight& sight, performance::Catalogue const& catalogue, Period const& period,
                             performance::Collection const* collection) {
  auto figures = figures_of_year(sight, catalogue, period.year);
  report::DataBooks books{catalogue, period, std::move(figures.indicators), std::move(figures.budget),
                          [&](performance::UnitId const& unit) {
                            return access::holder_name(sight.agency(), access::HolderId{unit.value});
                          },
                          earlier_years(sight, catalogue, period.year)};
  auto const is_later = [&](performance::Realisation const& each) { return last_day(each.period) > last_day(period); };
  for (auto& [id, list] : books.indicators) std::erase_if(list, is_later);
  for (auto& [code, list] : books.budget) std::erase_if(list, is_later);
  if (collection && collection->exists()) put_own(books, *collection);
  return books;
}

}  // namespace himpun::app
