#include "shell/http/routes/performance/decision_routes.h"

#include "app/figures/decision_desk.h"
#include "shell/http/routes/performance/year_query.h"

namespace himpun::http {
namespace {

using namespace performance;

struct DecisionBody {
  std::int32_t year = 0;
  std::optional<IndicatorId> indicator;
  std::optional<UnitId> unit;
  std::optional<Period> period;
  std::string text;
  HolderId to;
  std::optional<Date> on;
  std::optional<Date> due;
};
BOOST_DESCRIBE_STRUCT(DecisionBody, (), (year, indicator, unit, period, text, to, on, due))

struct SettlementBody {
  std::string note;
};
BOOST_DESCRIBE_STRUCT(SettlementBody, (), (note))

Result<Order> note_decision(Call const& call) {
  auto body = call.body<DecisionBody>();
  if (!body) return std::unexpected(body.error());
  NoteDecision const command{{},         body->year, {body->indicator, body->unit, body->period}, body->text,
                             body->to,   body->on,   body->due};
  return Order{[command](app::Desk& desk) { return app::note_decision(desk, command); },
               [](Json json) { return Answer{.json = std::move(json), .status = 201}; }};
}

Result<Order> settle_decision(Call const& call) {
  auto const year = read_year(std::string{call.param("year")}, "/year");
  if (!year) return std::unexpected(year.error());
  auto body = call.body<SettlementBody>();
  if (!body) return std::unexpected(body.error());
  SettleDecision const command{DecisionId{call.param("decision")}, body->note};
  return Order{[year = *year, command](app::Desk& desk) { return app::settle_decision(desk, year, command); },
               [](Json json) { return Answer{std::move(json)}; }};
}

}  // namespace

void add_decision_routes(Api& api) {
  api.command("note_decision", Method::post, "/decisions", note_decision);
  api.command("settle_decision", Method::post, "/decisions/:year/:decision/settlement", settle_decision);
}

}  // namespace himpun::http
