#pragma once
// A mail as the bytes of RFC 5322: UTF-8 in headers as encoded words, text and attachment as base64. No text that comes
// from people can become a header line of its own: control characters are taken out first.

#include <string>

#include "app/ports/mail.h"

namespace himpun::mail {

/// `from`: the office's mail address.
[[nodiscard]] std::string write_message(app::Mail const& mail, std::string const& from);

/// A header's text: as it is when it is plain ASCII, otherwise encoded words (RFC 2047), folded.
[[nodiscard]] std::string encode_header(std::string_view text);

}  // namespace himpun::mail
