#pragma once
// Routes whose body is a file: content that goes out instead of JSON, and files that come in as they are (no
// multipart) and are read on a worker thread.

#include "app/papers/printing.h"
#include "app/sheets/catalogue/import.h"
#include "app/sheets/scratch_file.h"
#include "shell/http/api.h"

namespace himpun::http {

using Download = std::function<Result<Response>(app::Sight&, Call const&)>;

/// A GET route, for whoever may read in this office, that answers with content.
void add_download(Api& api, std::string_view operation, std::string_view path, Download download);

/// A paper that is made ready in one snapshot, then shown without it.
struct PaperShow {
  std::function<Result<app::ReadyPaper>(app::Sight&, Call const&)> prepare;
  std::function<Result<Response>(app::ReadyPaper const&, Call const&)> show;
  /// Showing takes the printer, thus seconds and one of few threads.
  std::function<bool(Call const&)> is_printed = [](Call const&) { return true; };
};

/// A route, for whoever may read in this office, that answers with a paper as it is now.
void add_paper(Api& api, std::string_view operation, Method method, std::string_view path, PaperShow what);

using MakeReady = std::function<Result<app::ReadyPaper>(app::Sight&, Call const&)>;
/// The same by GET, printed and sent as an attachment.
void add_print(Api& api, std::string_view operation, std::string_view path, MakeReady make);

/// The file as an attachment; it is removed once it was sent.
[[nodiscard]] Response send_made(app::MadeFile made);

/// A route that takes a spreadsheet of at most `most_bytes` as its body.
void add_spreadsheet(Api& api, std::string_view operation, std::string_view path, std::uint64_t most_bytes,
                     Api::Working working);
/// The uploaded spreadsheet; its name is the `name` query, or a plain one.
[[nodiscard]] Result<app::SheetFile> spreadsheet_of(Call const& call);

[[nodiscard]] bool has_type(Call const& call, std::string_view wanted);
/// The body of a request that says it is YAML.
[[nodiscard]] Result<std::string> yaml_of(Call const& call);

}  // namespace himpun::http
