#include "shell/http/routes/signing/verification_page.h"

#include "shell/http/routes/pages/plain_page.h"
#include "shell/http/routes/signing/form_file.h"
#include "shell/http/routes/signing/rate_limit.h"
#include "shell/http/routes/signing/verification_html.h"

namespace himpun::http {
namespace {

constexpr std::uint64_t most_bytes = 25 * 1024 * 1024;
constexpr std::size_t checks_a_minute = 20;  ///< from one address
constexpr int checks_at_once = 2;

constexpr ProblemType too_often{"verification.too_often", ProblemKind::too_many, "Terlalu sering memeriksa",
                                "Too many checks"};
constexpr ProblemType file_needed{"verification.file_needed", ProblemKind::invalid, "Belum ada berkas yang dipilih",
                                  "No file was chosen"};

int status_of(VerificationPage const& page) {
  if (!page.problem) return 200;
  if (page.problem->type->kind == ProblemKind::too_many) return 429;
  return page.problem->type->kind == ProblemKind::not_found ? 404 : 422;
}

Response send(VerificationPage const& page) {
  Response response{.status = status_of(page), .body = verification_html(page)};
  response.set("Content-Type", "text/html; charset=utf-8");
  response.set("Content-Security-Policy", plain_page_policy());
  response.set("Cache-Control", "no-store");
  if (page.problem && page.problem->retry_after_seconds > 0) {
    response.set("Retry-After", std::to_string(page.problem->retry_after_seconds));
  }
  return response;
}

VerificationPage page_for(app::Office& office, Language language) {
  VerificationPage page{.language = language};
  static_cast<void>(office.look({}, [&](app::Sight& sight) -> Result<Json> {
    page.office = sight.agency().name;
    page.offset = calendar::offset_of(sight.calendar());
    return Json{};
  }));
  return page;
}

void look_up(app::SigningRoom& room, std::string const& code, VerificationPage& page) {
  if (code.empty()) return;
  auto record = app::check_code(room, code);
  if (record) {
    page.record = std::move(*record);
  } else {
    page.problem = std::move(record.error());
  }
}

void check(app::SigningRoom& room, Request const& request, VerificationPage& page) {
  auto const file = form_file(request.body, request.headers.get("Content-Type"), "berkas");
  if (!file || file->empty()) {
    page.problem = Problem{.type = &file_needed};
    return;
  }
  auto checked = app::check_pdf(room, std::string{*file});
  if (checked) {
    page.checked = std::move(*checked);
  } else {
    page.problem = std::move(checked.error());
  }
}

void answer(Api& api, app::SigningRoom& room, std::shared_ptr<RateLimit> const& limit, Request request, Respond respond) {
  auto shared = std::make_shared<std::pair<Request, Respond>>(std::move(request), std::move(respond));
  bool const taken = api.workers().submit([&room, shared, limit] {
    auto& [asked, reply] = *shared;
    reply(guarded(asked.language, [&] {
      auto page = page_for(room.office(), asked.language);
      QueuePlace const place{*limit, asked.remote_address};
      if (!place.is_taken()) {
        page.problem = Problem{.type = &too_often,
                               .detail = {"Tunggu satu menit, lalu coba lagi.", "Wait a minute, then try again."},
                               .retry_after_seconds = 60};
      } else if (asked.method == Method::post) {
        check(room, asked, page);
      } else {
        look_up(room, asked.query.get("kode"), page);
      }
      return send(page);
    }));
  });
  if (!taken) shared->second(refusal(Problem{.type = &app::store_busy}, shared->first));
}

}  // namespace

void add_verification_page(Api& api, app::SigningRoom& room) {
  auto const limit = std::make_shared<RateLimit>(checks_a_minute, checks_at_once);
  auto const handler = [&api, &room, limit](Request request, Respond respond) {
    answer(api, room, limit, std::move(request), std::move(respond));
  };
  api.open_at_root("show_verification_page", Method::get, "/verifikasi", handler);
  // Under /api/v1, because the page's form sends a file: only there may a route take more than usual.
  api.open("check_signed_paper", Method::post, "/verification", handler, {.body_limit = most_bytes});
}

}  // namespace himpun::http
