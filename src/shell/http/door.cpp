#include "shell/http/door.h"

#include <spdlog/spdlog.h>

#include <optional>
#include <stop_token>

#include "app/archive/mailing.h"
#include "app/archive/removal.h"
#include "app/checkpoints.h"
#include "app/desks/calendar_desk.h"
#include "app/figures/reminders.h"
#include "app/papers/press.h"
#include "base/embedded.h"
#include "shell/http/assets.h"
#include "shell/http/routes.h"
#include "shell/http/routes/signing/mark_routes.h"
#include "shell/http/routes/signing/signature_routes.h"
#include "shell/http/routes/signing/verification_page.h"
#include "shell/jobs/jobs.h"

namespace himpun::http {
namespace {

/// Every route; those of signing also need the installation's own tools.
void add_all_routes(Api& api, app::Installation& installation) {
  add_routes(api);
  add_mark_routes(api, *installation.signing);
  add_signature_routes(api, *installation.signing);
  add_verification_page(api, *installation.signing);
}

/// One line per request at level `info`; what failed on our side at level `error`.
void log_request(RequestLog const& log) {
  auto const milliseconds = static_cast<double>(log.duration.count()) / 1000.0;
  spdlog::log(log.status >= 500 ? spdlog::level::err : spdlog::level::debug, "{} {} {} {} {:.1f} ms",
              log.remote_address, to_text(log.method), log.path, log.status, milliseconds);
}

void log_refusal(char const* job, Problem const& problem) {
  spdlog::warn("{}: {} {}", job, problem.type->code, problem.detail.id);
}

/// On a node that holds the key; the others leave it to that one.
void make_checkpoint(app::CheckpointMaker& checkpoints, app::CheckpointKey const& key) {
  if (!key.can_sign()) return;
  if (auto const made = checkpoints.make_checkpoint(); !made) log_refusal("make_checkpoint", made.error());
}

void follow(app::Office& office, std::stop_token const& stopping) {
  auto const followed = app::follow_calendar(office, stopping);
  if (!followed) return log_refusal("follow_calendar", followed.error());
  if (followed->cases > 0) {
    spdlog::info("calendar: {} running cases looked at, {} got other due dates", followed->cases, followed->moved);
  }
}

void remind(app::Office& office, std::stop_token const& stopping) {
  auto const reminded = app::remind_divisions(office, stopping);
  if (!reminded) return log_refusal("remind_divisions", reminded.error());
  if (reminded->divisions > 0) spdlog::info("reminders: {} divisions told", reminded->divisions);
}

ServerOptions with_logs(ServerOptions options, std::string const& upload_folder) {
  options.upload_folder = upload_folder;
  if (!options.on_request) options.on_request = log_request;
  if (!options.on_failure) options.on_failure = [](std::string const& what) { spdlog::error("{}", what); };
  return options;
}

}  // namespace

/// In order of making; taken down in reverse.
struct Door::Parts {
  app::Installation& installation;
  app::SessionDesk sessions;
  app::CheckpointMaker checkpoints;
  Assets assets{embedded_files()};
  Facilities facilities;
  Router router;
  Api api;
  std::unique_ptr<Server> server;
  std::unique_ptr<jobs::Jobs> jobs;
  std::unique_ptr<jobs::Jobs> press;  ///< on a thread of its own: a page may take a minute
  std::unique_ptr<jobs::Jobs> slow_jobs;  ///< that wait for others: a thread of their own
  std::optional<app::Mailing> mailing;
  std::stop_source stopping;

  Parts(app::Installation& opened, DoorOptions const& options)
      : installation(opened),
        sessions(*opened.office),
        checkpoints(*opened.office),
        facilities(options.facilities, opened.scanning),
        api(router, *opened.office, sessions, facilities) {
    add_all_routes(api, installation);
    router.set_fallback(assets.handler());
    server = std::make_unique<Server>(std::move(router), with_logs(options.server, opened.upload_folder));
  }

  /// What was written since the last checkpoint is sealed before the doors close.
  void seal_the_rest() {
    try {
      make_checkpoint(checkpoints, *installation.key);
    } catch (app::StoreFailure const& failure) {
      spdlog::warn("make_checkpoint: {}", failure.what());
    }
  }

  /// Everything that is due, one after the other.
  void print_editions() {
    for (bool more = true; more && !stopping.stop_requested();) {
      auto const run = app::make_next_edition(*installation.office);
      if (!run) spdlog::warn("make_editions: {}", run.error().type->code);
      more = run && *run != app::PressRun::idle;
    }
  }

  [[nodiscard]] std::vector<jobs::Job> job_list() {
    auto* office = installation.office.get();
    return {{"make_checkpoint", std::chrono::minutes{1}, [this] { make_checkpoint(checkpoints, *installation.key); }},
            // Nothing to do, nearly always: one look at the calendar's version.
            {"follow_calendar", std::chrono::seconds{2}, [this, office] { follow(*office, stopping.get_token()); }},
            {"remind_divisions", std::chrono::minutes{5}, [this, office] { remind(*office, stopping.get_token()); }},
            {"clear_expired", std::chrono::minutes{10}, [office] {
               static_cast<void>(office->carry_out({}, [](app::Desk& desk) -> Result<Json> {
                 desk.transaction.erase_expired(desk.now);
                 return Json{};
               }));
             }}};
  }
};

/// Mail, and contents that a crash left between a destruction's record and their removal.
std::vector<jobs::Job> Door::slow_job_list() {
  auto* parts = parts_.get();
  std::vector<jobs::Job> list{{"remove_destroyed", std::chrono::hours{1}, [parts] {
                                 static_cast<void>(app::remove_destroyed(*parts->installation.office));
                               }}};
  if (!parts->installation.mailer) return list;
  parts->mailing.emplace(*parts->installation.office, *parts->installation.mailer, parts->installation.public_url);
  list.push_back({"send_mail", std::chrono::seconds{2}, [parts] { static_cast<void>(parts->mailing->run()); }});
  return list;
}

Door::Door(app::Installation& installation, DoorOptions options)
    : parts_(std::make_unique<Parts>(installation, options)) {}

Door::~Door() {
  if (parts_) close();
}

Result<void> Door::open() {
  if (auto started = parts_->server->start(); !started) return started;
  parts_->jobs = std::make_unique<jobs::Jobs>(parts_->job_list());
  auto* parts = parts_.get();
  parts_->press = std::make_unique<jobs::Jobs>(
      std::vector<jobs::Job>{{"make_editions", std::chrono::seconds{1}, [parts] { parts->print_editions(); }}});
  parts_->slow_jobs = std::make_unique<jobs::Jobs>(slow_job_list());
  return {};
}

std::uint16_t Door::port() const { return parts_->server->port(); }
app::SessionDesk& Door::sessions() { return parts_->sessions; }

// First nothing new comes in, then what is under way is answered (that needs the workers and the store), then they end.
void Door::close() {
  parts_->server->stop();
  parts_->slow_jobs.reset();
  if (parts_->jobs) {
    parts_->stopping.request_stop();
    parts_->press.reset();
    parts_->jobs->stop();
    parts_->jobs.reset();
    parts_->seal_the_rest();
  }
  parts_->facilities.stop();
  parts_->installation.store->stop();
}

std::vector<std::string> list_routes(app::Installation& installation) {
  app::SessionDesk sessions{*installation.office};
  Facilities facilities{{.workers = 0, .printers = 0}, installation.scanning};
  Router router;
  Api api{router, *installation.office, sessions, facilities};
  add_all_routes(api, installation);
  std::vector<std::string> lines;
  for (auto const& each : api.operations()) {
    lines.push_back(std::string{to_text(each.method)} + " " + each.path + " " + each.name);
  }
  return lines;
}

}  // namespace himpun::http
