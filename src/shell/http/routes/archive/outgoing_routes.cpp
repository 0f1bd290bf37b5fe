#include "app/archive/outgoing_desk.h"
#include "shell/http/routes/archive/archive_routes.h"
#include "shell/http/versioned.h"

namespace himpun::http {
namespace {

using app::Desk;

struct OutsideBody {
  archive::Channel channel{};
  std::string name;
  std::string address;
  std::optional<std::string> expedition_number;
};
BOOST_DESCRIBE_STRUCT(OutsideBody, (), (channel, name, address, expedition_number))

struct AddressingBody {
  std::string task;
  std::optional<std::string> security;
  std::optional<std::string> note;
  std::vector<OutsideBody> recipients;
};
BOOST_DESCRIBE_STRUCT(AddressingBody, (), (task, security, note, recipients))

struct DeliveryBody {
  std::string expedition_number;
  std::optional<std::string> receiver;
};
BOOST_DESCRIBE_STRUCT(DeliveryBody, (), (expedition_number, receiver))

struct RecallBody {
  std::string reason;
};
BOOST_DESCRIBE_STRUCT(RecallBody, (), (reason))

app::Addressing addressing_of(AddressingBody const& body) {
  app::Addressing asked{body.task, body.security.value_or(""), body.note.value_or(""), {}};
  for (auto const& each : body.recipients) {
    asked.recipients.push_back({{}, each.channel, each.name, each.address, each.expedition_number.value_or("")});
  }
  return asked;
}

/// A change of what a case sent out, as the caller saw it. `parameter` is the path's second one.
template <class Body>
void change_outgoing(Api& api, std::string_view operation, Method method, std::string_view path,
                     std::string const& parameter,
                     std::function<Result<Json>(Desk&, workflow::CaseId const&, std::int64_t, std::string const&,
                                                Body const&)> const& changing) {
  api.command(operation, method, path, [changing, parameter](Call const& call) -> Result<Order> {
    auto const seen = call.revision();
    if (!seen) return std::unexpected(seen.error());
    auto body = call.body<Body>();
    if (!body) return std::unexpected(body.error());
    workflow::CaseId const id{call.param("case")};
    auto const second = parameter.empty() ? std::string{} : call.param(parameter);
    return Order{[changing, id, seen = *seen, second, body = std::move(*body)](Desk& desk) {
                   return changing(desk, id, seen, second, body);
                 },
                 shown_afterwards};
  });
}

}  // namespace

void add_outgoing_routes(Api& api) {
  see(api, "show_outgoing", "/cases/:case/outgoing", [](app::Sight& sight, Call const& call) {
    return app::show_outgoing(sight, workflow::CaseId{call.param("case")});
  });
  change_outgoing<AddressingBody>(
      api, "address_outside", Method::post, "/cases/:case/outgoing", "",
      [](Desk& desk, workflow::CaseId const& id, std::int64_t seen, std::string const&, AddressingBody const& body) {
        return app::address_outside(desk, id, seen, addressing_of(body));
      });
  change_outgoing<DeliveryBody>(api, "record_delivery", Method::put, "/cases/:case/outgoing/:recipient/delivery",
                                "recipient",
                                [](Desk& desk, workflow::CaseId const& id, std::int64_t seen,
                                   std::string const& recipient, DeliveryBody const& body) {
                                  return app::record_delivery(desk, id, seen,
                                                              {archive::RecipientId{recipient}, body.expedition_number,
                                                               body.receiver.value_or("")});
                                });
  change_outgoing<RecallBody>(
      api, "recall_distribution", Method::put, "/cases/:case/distributions/:task/recall", "task",
      [](Desk& desk, workflow::CaseId const& id, std::int64_t seen, std::string const& task, RecallBody const& body) {
        return app::recall_distribution(desk, id, seen, task, body.reason);
      });
}

}  // namespace himpun::http
