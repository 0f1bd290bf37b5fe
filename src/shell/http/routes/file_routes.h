#pragma once
// Files over HTTP: uploads, and downloads through the case that uses them. What was uploaded is never shown inside the
// browser: it is always an attachment, and its type is what its content says it is.

#include "shell/http/api.h"

namespace himpun::http {

void add_file_routes(Api& api);

/// Asks the office's virus scanner about the upload and logs what it could not answer; see app::scan_file.
[[nodiscard]] Result<std::optional<app::Scan>> scan_upload(Api& api, Call const& call);

/// The last part of a path, without control characters; empty when nothing is left.
[[nodiscard]] std::string clean_file_name(std::string_view name);
/// `type/subtype` in small letters, without parameters; `application/octet-stream` when it cannot be read.
[[nodiscard]] std::string clean_media_type(std::string_view content_type);
/// RFC 6266, with the exact name in UTF-8 and a plain one for old clients.
[[nodiscard]] std::string attachment(std::string const& name);

}  // namespace himpun::http
