#include "shell/http/routes/office/account_routes.h"

#include "app/desks/agency_desk.h"
#include "shell/http/versioned.h"

namespace himpun::http {
namespace {

using app::Desk;
using app::Sight;

struct PasswordSetting {
  std::string password;
};
BOOST_DESCRIBE_STRUCT(PasswordSetting, (), (password))

/// Asked before the slow hashing of a password.
Result<void> require_administrator(Api& api, Call const& call) {
  auto const may = api.office().look(call.session().account, [](Sight& sight) -> Result<Json> {
    if (auto ok = app::require_administrator(sight); !ok) return std::unexpected(ok.error());
    return Json{};
  });
  if (!may) return std::unexpected(may.error());
  return {};
}

Result<Order> order_account(Api& api, Call const& call) {
  auto opening = call.body<app::AccountOpening>();
  if (!opening) return std::unexpected(opening.error());
  if (auto ok = require_administrator(api, call); !ok) return std::unexpected(ok.error());
  auto hash = api.sessions().hash_new(opening->password);
  if (!hash) return std::unexpected(hash.error());
  opening->password.clear();
  return Order{[opening = std::move(*opening), hash = std::move(*hash)](Desk& desk) {
                 return app::open_account(desk, opening, hash);
               },
               created_below("/accounts")};
}

Result<Answer> set_password(Api& api, Call const& call) {
  auto const setting = call.body<PasswordSetting>();
  if (!setting) return std::unexpected(setting.error());
  if (auto ok = require_administrator(api, call); !ok) return std::unexpected(ok.error());
  auto const set =
      api.sessions().set_password(call.session().account, access::AccountId{call.param("account")}, setting->password);
  if (!set) return std::unexpected(set.error());
  return Answer{.json = {}, .status = 204};
}

}  // namespace

void add_account_routes(Api& api) {
  see(api, "list_accounts", "/accounts", [](Sight& sight, Call const& call) -> Result<Json> {
    auto const query = page_query(call);
    if (!query) return std::unexpected(query.error());
    return app::show_list(sight, app::require_administrator(sight),
                          [&](Sight& seen) { return app::list_accounts(seen, *query); });
  });
  api.slow_command("create_account", Method::post, "/accounts",
                   [&api](Call const& call) { return order_account(api, call); });
  see(api, "show_account", "/accounts/:account", [](Sight& sight, Call const& call) {
    return app::show_account(sight, access::AccountId{call.param("account")});
  });
  change<app::AccountRecord>(api, "change_account", Method::put, "/accounts/:account", "account",
                             [](Desk& desk, Aim const& aim, app::AccountRecord const& record) {
                               return app::change_account(desk, aim.seen, access::AccountId{aim.id}, record);
                             });
  api.work("set_account_password", Method::post, "/accounts/:account/password",
           [&api](Call& call) { return set_password(api, call); });
}

}  // namespace himpun::http
