#pragma once
// Routes whose body is a file: content that goes out instead of JSON, and files that come in as they are (no
// multipart) and are read on a worker thread.

#include "app/sheets/catalogue/import.h"
#include "app/sheets/scratch_file.h"
#include "shell/http/api.h"

namespace himpun::http {

using Download = std::function<Result<Response>(app::Sight&, Call const&)>;

/// A GET route, for whoever may read in this office, that answers with content.
void add_download(Api& api, std::string_view operation, std::string_view path, Download download);

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
