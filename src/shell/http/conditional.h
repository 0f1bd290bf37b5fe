#pragma once
// Small readings of request headers: entity tags and conditions, idempotency keys, cookies, languages, encodings and
// page cursors. They never fail on hostile text: what cannot be read is as if it were not there.

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/json.h"
#include "shell/http/message.h"

namespace himpun::http {

/// `"5"` for revision 5.
[[nodiscard]] std::string make_etag(std::int64_t revision);
[[nodiscard]] std::string make_etag(std::string_view opaque);

/// The list in If-Match or If-None-Match.
struct EntityTags {
  bool any = false;               ///< `*`
  std::vector<std::string> tags;  ///< with quotes; a weak one with `W/`
};
/// Empty when the header is malformed.
[[nodiscard]] std::optional<EntityTags> parse_entity_tags(std::string_view header);

enum class Precondition : std::uint8_t {
  holds,
  missing,  ///< no If-Match, or one that cannot be read: 428
  stale,    ///< 412
};
/// If-Match compares strongly: a weak tag never matches.
[[nodiscard]] Precondition check_if_match(Headers const& headers, std::string_view current_etag);
/// True when the client has `current_etag` already (weak comparison), so that 304 is the answer.
[[nodiscard]] bool matches_if_none_match(Headers const& headers, std::string_view current_etag);
/// The one revision in If-Match, as made by make_etag(revision).
[[nodiscard]] std::optional<std::int64_t> revision_in_if_match(Headers const& headers);

/// 1 to 128 visible ASCII characters.
[[nodiscard]] bool is_idempotency_key(std::string_view key);

/// The value of the cookie called `name`; the first one when there are several.
[[nodiscard]] std::optional<std::string_view> find_cookie(Headers const& headers, std::string_view name);

/// `__Host-himpun_session` under TLS, else `himpun_session`.
[[nodiscard]] std::string_view session_cookie_name(Request const& request);
/// The Set-Cookie text of the session; `token` is base64url. It lasts until the browser closes.
[[nodiscard]] std::string make_session_cookie(Request const& request, std::string_view token);
/// The Set-Cookie text that removes the session.
[[nodiscard]] std::string clear_session_cookie(Request const& request);

/// Indonesian unless the header prefers English.
[[nodiscard]] Language choose_language(std::string_view accept_language);

/// True when Accept-Encoding lists `coding` with a weight above zero.
[[nodiscard]] bool accepts_encoding(std::string_view accept_encoding, std::string_view coding);

/// An opaque place in a list: base64url of a JSON array.
[[nodiscard]] std::string encode_cursor(Json::Array const& place);
[[nodiscard]] std::optional<Json::Array> decode_cursor(std::string_view cursor);

}  // namespace himpun::http
