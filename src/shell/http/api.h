#pragma once
// What every route of /api/v1 shares: who is signed in, the CSRF token, preconditions, retried requests, reading the
// body, and turning what a use case says into an answer. A route names its operation, reads its input and hands over:
//
//   api.look("show_case", Method::get, "/cases/:case", [](app::Sight& sight, Call const& call) {
//     return app::show_case(sight, workflow::CaseId{call.param("case")}, call.language());
//   });
//   api.command("suspend_case", Method::post, "/cases/:case/suspension", [](Call const& call) -> Result<Order> { ...
//   });
//
// Looks run on worker threads; commands are queued at the store at once and answered when they are durable.

#include "app/desks/session_desk.h"
#include "app/ports/file_inspection.h"
#include "base/json_map.h"
#include "shell/http/conditional.h"
#include "shell/http/problem_json.h"
#include "shell/http/router.h"
#include "shell/http/routes/signing/rate_limit.h"
#include "shell/http/workers.h"

namespace himpun::http {

/// One request of somebody who is signed in.
class Call {
 public:
  Call(Request request, app::Session session) : request_(std::move(request)), session_(std::move(session)) {}

  [[nodiscard]] Request const& request() const { return request_; }
  [[nodiscard]] Request& request() { return request_; }
  [[nodiscard]] app::Session const& session() const { return session_; }
  [[nodiscard]] Language language() const { return request_.language; }
  [[nodiscard]] std::string const& param(std::string_view name) const { return request_.params.get(name); }
  [[nodiscard]] std::string const& query(std::string_view name) const { return request_.query.get(name); }

  /// The body as JSON; refused when it is none, or when Content-Type says otherwise.
  [[nodiscard]] Result<Json> json() const;
  template <class T>
  [[nodiscard]] Result<T> body() const {
    auto const read = json();
    if (!read) return std::unexpected(read.error());
    return from_json<T>(*read);
  }
  /// The revision in If-Match; refused when it is missing (428).
  [[nodiscard]] Result<std::int64_t> revision() const;
  /// `limit` and `after` of a list: 1 to 200, normally 50; the cursor's array, absent on the first page.
  [[nodiscard]] Result<int> limit() const;
  [[nodiscard]] Result<std::optional<Json::Array>> cursor() const;

 private:
  Request request_;
  app::Session session_;
};

struct FacilityOptions {
  int workers = 4;
  int printers = 2;
  std::size_t most_prints_waiting = 16;
  std::size_t sign_ins_a_minute = 1'000'000;  ///< from one address
  int sign_ins_at_once = 20;
};

/// What the routes share beside the office. Each kind of slow work has threads of its own: nobody who signs in waits
/// for a page to be printed or for a file to be scanned.
struct Facilities {
  Facilities(FacilityOptions const& options, app::Scanning const& office_scanning)
      : workers(options.workers),
        printing(options.printers, options.most_prints_waiting),
        intake(options.workers),
        sign_ins(options.sign_ins_a_minute, options.sign_ins_at_once),
        scanning(office_scanning) {}

  /// Finishes what waits.
  void stop() {
    printing.stop();
    intake.stop();
    workers.stop();
  }

  Workers workers;   ///< reading the database, hashing passwords
  Workers printing;  ///< pages, which may take a minute
  Workers intake;    ///< files that come in
  RateLimit sign_ins;
  app::Scanning const& scanning;
};

/// What a route answers with.
struct Answer {
  Json json;
  std::optional<std::string> etag{};                           ///< opaque, without quotes
  std::optional<std::string> location{};                       ///< of what was created; status 201
  std::vector<std::pair<std::string, std::string>> headers{};  ///< further ones
  int status = 200;                                            ///< 204 sends no body
};

/// What a command route asks for: the work, and how its result becomes the answer. By default the ETag is the result's
/// `task_revision`, or its `version`.
struct Order {
  app::Body body;
  std::function<Answer(Json)> present{};
};

class Api {
 public:
  using Looking = std::function<Result<Answer>(app::Sight&, Call const&)>;
  using Ordering = std::function<Result<Order>(Call const&)>;
  using Working = std::function<Result<Answer>(Call&)>;
  using Raw = std::function<void(Request, Respond)>;

  Api(Router& router, app::Office& office, app::SessionDesk& sessions, Facilities& facilities)
      : router_(router), office_(office), sessions_(sessions), facilities_(facilities) {}

  [[nodiscard]] app::Office& office() { return office_; }
  [[nodiscard]] app::SessionDesk& sessions() { return sessions_; }
  [[nodiscard]] Facilities& facilities() { return facilities_; }
  [[nodiscard]] Workers& workers() { return facilities_.workers; }

  /// Reads one snapshot, on a worker thread. `path` is below /api/v1.
  void look(std::string_view operation, Method method, std::string_view path, Looking looking);
  /// Changes something in one transaction.
  void command(std::string_view operation, Method method, std::string_view path, Ordering ordering);
  /// Work of another kind for somebody signed in, on a worker thread.
  void work(std::string_view operation, Method method, std::string_view path, Working working,
            RouteOptions options = {});
  /// Takes a file that comes in, on a thread for such work.
  void take_in(std::string_view operation, Method method, std::string_view path, Working working, RouteOptions options);
  /// A command that first needs slow work (hashing a password); `ordering` runs on a worker thread.
  void slow_command(std::string_view operation, Method method, std::string_view path, Ordering ordering);
  /// No session needed; the handler does everything itself.
  void open(std::string_view operation, Method method, std::string_view path, Raw raw, RouteOptions options = {});

  /// The same, outside /api/v1.
  void open_at_root(std::string_view operation, Method method, std::string_view path, Raw raw);

  /// Who is signed in, or the refusal; unsafe methods need the CSRF token. For handlers of `open`.
  [[nodiscard]] Result<app::Session> session_of(Request const& request);

  struct Operation {
    std::string name;
    Method method;
    std::string path;
  };
  [[nodiscard]] std::vector<Operation> const& operations() const { return operations_; }

 private:
  void add(std::string_view operation, Method method, std::string_view path, Handler handler,
           RouteOptions options = {});
  void work_on(Workers& workers, std::string_view operation, Method method, std::string_view path, Working working,
               RouteOptions options);
  void order(Call call, Ordering const& ordering, Respond respond);

  Router& router_;
  app::Office& office_;
  app::SessionDesk& sessions_;
  Facilities& facilities_;
  std::vector<Operation> operations_;
};

/// `work()` with every exception of the world turned into 503, logged once.
[[nodiscard]] Response guarded(Language language, std::function<Response()> const& work);
[[nodiscard]] Response refusal(Problem const& problem, Request const& request);
[[nodiscard]] Response present(Answer answer);

}  // namespace himpun::http
