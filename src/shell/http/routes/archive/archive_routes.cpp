#include "shell/http/routes/archive/archive_routes.h"

#include "app/archive/archive_desk.h"
#include "app/archive/code_table.h"
#include "app/archive/package/case_package.h"
#include "app/archive/register_export.h"
#include "app/archive/removal.h"
#include "shell/http/routes/downloads.h"
#include "shell/http/routes/queries.h"
#include "shell/http/versioned.h"

namespace himpun::http {
namespace {

using app::Desk;
using archive::ProposalId;

constexpr std::uint64_t most_import_bytes = 10 * 1024 * 1024;

struct CodeBody {
  std::string title;
  std::optional<archive::Retention> retention;
  std::string security;
  std::string note;
  bool closed = false;
};
BOOST_DESCRIBE_STRUCT(CodeBody, (), (title, retention, security, note, closed))

struct SecurityBody {
  std::vector<archive::SecurityClass> classes;
};
BOOST_DESCRIBE_STRUCT(SecurityBody, (), (classes))

struct RolesBody {
  std::vector<archive::HolderId> keepers;
  std::vector<archive::HolderId> approvers;
};
BOOST_DESCRIBE_STRUCT(RolesBody, (), (keepers, approvers))

struct ProposalBody {
  std::vector<archive::FiledId> files;
  std::string reason;
};
BOOST_DESCRIBE_STRUCT(ProposalBody, (), (files, reason))

struct ApprovalBody {
  std::string decree;
};
BOOST_DESCRIBE_STRUCT(ApprovalBody, (), (decree))

struct RejectionReasonBody {
  std::string reason;
};
BOOST_DESCRIBE_STRUCT(RejectionReasonBody, (), (reason))

struct ExecutionBody {
  std::string witnesses;
};
BOOST_DESCRIBE_STRUCT(ExecutionBody, (), (witnesses))

Result<app::FiledQuery> filed_query(Call const& call) {
  app::FiledQuery query;
  auto const state = query_word<archive::FileState>(call, "state");
  if (!state) return std::unexpected(state.error());
  query.state = *state;
  for (auto const& [name, text] : {std::pair{"code", &query.code}, {"q", &query.search}, {"after", &query.after}}) {
    auto const read = query_text(call, name, 200);
    if (!read) return std::unexpected(read.error());
    *text = *read;
  }
  if (auto const& until = call.query("until"); !until.empty()) {
    query.until = parse_date(until);
    if (!query.until) return std::unexpected(wrong_parameter("until", {"tulis seperti 2026-12-31", "write 2026-12-31"}));
  }
  auto const limit = call.limit();
  if (!limit) return std::unexpected(limit.error());
  query.limit = *limit;
  return query;
}

void add_lists(Api& api) {
  see(api, "show_archive", "/archive", [](app::Sight& sight, Call const&) { return app::show_archive(sight); });
  api.look("list_filed", Method::get, "/archive/files", [](app::Sight& sight, Call const& call) -> Result<Answer> {
    auto const query = filed_query(call);
    if (!query) return std::unexpected(query.error());
    auto page = app::list_filed(sight, *query);
    if (!page) return std::unexpected(page.error());
    return Answer{std::move(*page)};
  });
  api.look("show_filed", Method::get, "/archive/files/:case", [](app::Sight& sight, Call const& call) -> Result<Answer> {
    auto file = app::show_filed(sight, call.param("case"));
    if (!file) return std::unexpected(file.error());
    return Answer{std::move(*file)};
  });
  api.look("list_proposals", Method::get, "/archive/proposals", [](app::Sight& sight, Call const&) -> Result<Answer> {
    auto all = app::list_proposals(sight);
    if (!all) return std::unexpected(all.error());
    return Answer{std::move(*all)};
  });
}

Result<Response> sent(Result<app::MadeFile> made) {
  if (!made) return std::unexpected(made.error());
  return send_made(std::move(*made));
}

void add_exports(Api& api, std::string const& ending, app::ExportFormat format) {
  add_download(api, "export_filed_" + ending, "/exports/archive-files." + ending,
               [format](app::Sight& sight, Call const& call) -> Result<Response> {
                 auto const query = filed_query(call);
                 if (!query) return std::unexpected(query.error());
                 return sent(app::export_filed(sight, *query, format));
               });
  add_download(api, "export_items_" + ending, "/archive/files/:case/items." + ending,
               [format](app::Sight& sight, Call const& call) {
                 return sent(app::export_items(sight, call.param("case"), format));
               });
}

void add_schedule(Api& api) {
  change<CodeBody>(api, "record_class_code", Method::put, "/archive/codes/:code", "code",
                   [](Desk& desk, Aim const& aim, CodeBody const& body) {
                     return app::change_archive(desk, aim.seen, [&](auto const& all, auto const& asked) {
                       return archive::record_code(
                           all, {aim.id, body.title, body.retention, body.security, body.note, body.closed}, asked);
                     });
                   });
  change<SecurityBody>(api, "record_security_classes", Method::put, "/archive/security", "",
                       [](Desk& desk, Aim const& aim, SecurityBody const& body) {
                         return app::change_archive(desk, aim.seen, [&](auto const& all, auto const& asked) {
                           return archive::record_security(all, body.classes, asked);
                         });
                       });
  change<RolesBody>(api, "name_archive_roles", Method::put, "/archive/roles", "",
                    [](Desk& desk, Aim const& aim, RolesBody const& body) {
                      return app::change_archive(desk, aim.seen, [&](auto const& all, auto const& asked) {
                        return archive::name_roles(all, body.keepers, body.approvers, asked);
                      });
                    });
}

Result<Answer> check_codes(Api& api, Call& call) {
  auto const file = spreadsheet_of(call);
  if (!file) return std::unexpected(file.error());
  return shown(api.office().look(call.session().account, [&](app::Sight& sight) {
    return app::check_code_import(sight, *file, call.language());
  }));
}

Result<Answer> import_codes(Api& api, Call& call) {
  auto const seen = call.revision();
  if (!seen) return std::unexpected(seen.error());
  auto const file = spreadsheet_of(call);
  if (!file) return std::unexpected(file.error());
  return shown(api.office().carry_out({call.session().account, {}}, [&](Desk& desk) {
    return app::import_codes(desk, *seen, *file, call.language());
  }));
}

void add_imports(Api& api) {
  add_download(api, "download_code_template", "/archive/code-template",
               [](app::Sight& sight, Call const&) -> Result<Response> {
                 return send_made(app::make_code_template(sight));
               });
  add_spreadsheet(api, "check_code_import", "/archive/code-checks", most_import_bytes,
                  [&api](Call& call) { return check_codes(api, call); });
  add_spreadsheet(api, "import_codes", "/archive/code-imports", most_import_bytes,
                  [&api](Call& call) { return import_codes(api, call); });
}

/// The record is durable first; then the contents go. What a crash leaves is removed by the job of the same name.
Result<Answer> carry_out(Api& api, Call& call) {
  auto const aim = aim_of(call, "proposal");
  if (!aim) return std::unexpected(aim.error());
  auto const body = call.body<ExecutionBody>();
  if (!body) return std::unexpected(body.error());
  auto done = api.office().carry_out({call.session().account, {}}, [&](Desk& desk) {
    return app::carry_out_destruction(desk, aim->seen, ProposalId{aim->id}, body->witnesses);
  });
  if (!done) return std::unexpected(done.error());
  static_cast<void>(app::remove_destroyed(api.office()));
  return shown_afterwards(std::move(*done));
}

void add_destruction(Api& api) {
  make<ProposalBody>(api, "propose_destruction", "/archive/proposals", [](Desk& desk, ProposalBody const& body) {
    return app::propose_destruction(desk, body.files, body.reason);
  });
  change<ApprovalBody>(api, "approve_destruction", Method::put, "/archive/proposals/:proposal/approval", "proposal",
                       [](Desk& desk, Aim const& aim, ApprovalBody const& body) {
                         return app::change_archive(desk, aim.seen, [&](auto const& all, auto const& asked) {
                           return archive::approve_destruction(all, ProposalId{aim.id}, body.decree, asked);
                         });
                       });
  change<RejectionReasonBody>(api, "reject_destruction", Method::put, "/archive/proposals/:proposal/rejection",
                              "proposal", [](Desk& desk, Aim const& aim, RejectionReasonBody const& body) {
                                return app::change_archive(desk, aim.seen, [&](auto const& all, auto const& asked) {
                                  return archive::reject_destruction(all, ProposalId{aim.id}, body.reason, asked);
                                });
                              });
  api.work("carry_out_destruction", Method::put, "/archive/proposals/:proposal/execution",
           [&api](Call& call) { return carry_out(api, call); });
}

/// Not `add_download`: the journal is sealed first, and contents are read outside of any snapshot.
void add_package(Api& api) {
  api.open("download_case_package", Method::get, "/cases/:case/package", [&api](Request request, Respond respond) {
    auto session = api.session_of(request);
    if (!session) return respond(refusal(session.error(), request));
    auto shared =
        std::make_shared<std::pair<Call, Respond>>(Call{std::move(request), std::move(*session)}, std::move(respond));
    bool const taken = api.workers().submit([&api, shared] {
      auto const& call = shared->first;
      shared->second(guarded(call.language(), [&] {
        auto made = app::make_case_package(api.office(), call.session().account, workflow::CaseId{call.param("case")});
        return made ? send_made(std::move(*made)) : refusal(made.error(), call.request());
      }));
    });
    if (!taken) shared->second(refusal(Problem{.type = &app::store_busy}, shared->first.request()));
  });
}

}  // namespace

void add_archive_routes(Api& api) {
  add_lists(api);
  add_exports(api, "csv", app::ExportFormat::csv);
  add_exports(api, "xlsx", app::ExportFormat::xlsx);
  add_schedule(api);
  add_imports(api);
  add_destruction(api);
  add_package(api);
}

}  // namespace himpun::http
