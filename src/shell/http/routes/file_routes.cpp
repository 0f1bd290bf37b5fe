#include "shell/http/routes/file_routes.h"

#include <spdlog/spdlog.h>

#include "app/desks/case_desk.h"
#include "app/files/intake.h"
#include "base/base64.h"
#include "base/text.h"
#include "shell/http/routes/bodies.h"
#include "shell/http/routes/downloads.h"
#include "shell/http/routes/queries.h"

namespace himpun::http {
namespace {

constexpr std::uint64_t most_upload_bytes = 100 * 1024 * 1024;

constexpr ProblemType upload_forbidden{"file.upload_forbidden", ProblemKind::forbidden,
                                       "Hanya pejabat yang dapat mengunggah berkas", "Only officials can upload files"};
constexpr ProblemType paper_unknown{"paper.unknown", ProblemKind::not_found, "Naskah tidak ditemukan",
                                    "There is no such paper"};

/// Whoever holds a post today may leave files here, and administrators (the logo of the letterhead).
Result<void> require_post(Api& api, Call const& call) {
  Result<void> allowed;
  auto const looked = api.office().look(call.session().account, [&](app::Sight& sight) -> Result<Json> {
    bool const has_post =
        sight.caller.person && !access::posts_of(sight.agency(), *sight.caller.person, sight.today()).empty();
    if (!has_post && !sight.caller.is(access::Role::administrator)) {
      allowed = refuse(upload_forbidden, {"Anda sedang tidak memegang jabatan apa pun di kantor ini.",
                                          "You hold no post in this office at present."});
    }
    return Json{};
  });
  if (!looked) return std::unexpected(looked.error());
  return allowed;
}

char const* scan_word(app::Scan const& scan) {
  return scan.verdict == app::ScanVerdict::clean ? "clean" : "not-scanned";
}

Result<Answer> upload_file(Api& api, Call& call) {
  if (auto ok = require_post(api, call); !ok) return std::unexpected(ok.error());
  auto const name = clean_file_name(call.query("name"));
  if (name.empty() || count_characters(name) > 255) {
    return std::unexpected(wrong_parameter(
        "name", {"isi nama berkas, paling panjang 255 huruf", "give the file's name, at most 255 characters"}));
  }
  auto& upload = call.request().upload;
  if (!upload) return refuse(json_malformed, {"Kirim isi berkasnya.", "Send the file's bytes."});
  auto const& world = api.office().world();
  auto const declared = clean_media_type(call.request().headers.get("Content-Type"));
  auto type = app::type_of_upload(world, upload->path().string(), declared);
  if (!type) return std::unexpected(type.error());
  auto const scan = scan_upload(api, call);
  if (!scan) return std::unexpected(scan.error());
  auto const size = static_cast<std::int64_t>(upload->size());
  workflow::FileRef const file{to_hex(upload->sha256()), name, std::move(*type), size};
  world.blobs.keep(upload->path().string(), file.sha256, size);
  Answer answer{.json = to_json(file), .status = 201};
  if (*scan) answer.headers.emplace_back("Virus-Scan", scan_word(**scan));
  return answer;
}

/// Strangers are turned away before they send a hundred megabytes.
RouteOptions upload_options(Api& api) {
  return {.body_mode = BodyMode::streamed,
          .body_limit = most_upload_bytes,
          .admit = [&api](Request const& request) -> std::optional<Response> {
            auto const session = api.session_of(request);
            return session ? std::nullopt : std::optional{refusal(session.error(), request)};
          }};
}

Response with_content_headers(Response response, std::string const& name, std::string_view media_type,
                              std::string_view sha256_hex) {
  response.set("Content-Type", std::string{media_type});
  response.set("Content-Disposition", attachment(name));
  if (auto const bytes = parse_hex(sha256_hex)) response.set("Repr-Digest", "sha-256=:" + to_base64(*bytes) + ":");
  return response;
}

Result<Response> send_file(app::Sight& sight, workflow::FileRef const& file) {
  auto path = sight.world.blobs.path_of(file.sha256);
  if (!path) return std::unexpected(path.error());
  return with_content_headers(Response{.body = StoredFile{std::move(*path)}}, file.name, file.media_type, file.sha256);
}

Result<Response> download_file(app::Sight& sight, Call const& call) {
  auto const& sha256 = call.param("sha256");
  if (!is_sha256(sha256)) {
    return std::unexpected(wrong_parameter("sha256", {"bukan SHA-256", "is no SHA-256"}));
  }
  auto const row = sight.reader.find_case_file(call.param("case"), sha256);
  if (!row) return refuse(app::file_missing);
  return send_file(sight, {row->sha256, row->name, row->media_type, row->size});
}

Result<Response> download_paper(app::Sight& sight, Call const& call) {
  auto const number = whole_number(call.param("version"), "version");
  if (!number) return std::unexpected(number.error());
  auto const running = app::find_running_case(sight, workflow::CaseId{call.param("case")});
  if (!running) return std::unexpected(running.error());
  auto const& key = call.param("paper");
  auto const* paper = workflow::find_paper(running->state(), key);
  auto const index = static_cast<std::size_t>(number->value_or(1)) - 1;
  if (!paper || index >= paper->versions.size()) return refuse(paper_unknown);
  auto const& version = paper->versions[index];
  if (version.content.kind == workflow::ContentKind::file && version.content.file) {
    return send_file(sight, *version.content.file);
  }
  return with_content_headers(text_response(200, version.content.text),
                              key + "-v" + std::to_string(version.number) + ".txt", "text/plain; charset=utf-8",
                              version.sha256);
}

}  // namespace

Result<std::optional<app::Scan>> scan_upload(Api& api, Call const& call) {
  auto const& upload = *call.request().upload;
  auto scan = app::scan_file(api.facilities().scanning, upload.path().string());
  auto const hash = to_hex(upload.sha256());
  if (!scan) {
    spdlog::warn("upload {} of {} refused: {}", hash, call.session().account.value, scan.error().type->code);
  } else if (*scan && (*scan)->verdict == app::ScanVerdict::not_scanned) {
    spdlog::warn("upload {} of {} was kept without a virus scan: {}", hash, call.session().account.value,
                 (*scan)->words);
  }
  return scan;
}

void add_file_routes(Api& api) {
  api.take_in(
      "upload_file", Method::post, "/files", [&api](Call& call) { return upload_file(api, call); },
      upload_options(api));
  add_download(api, "download_paper", "/cases/:case/papers/:paper/versions/:version", download_paper);
  add_download(api, "download_file", "/cases/:case/files/:sha256", download_file);
}

}  // namespace himpun::http
