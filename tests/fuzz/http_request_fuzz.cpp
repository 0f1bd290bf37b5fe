// Any bytes at all, once in one piece and once in packets of any size: the request parser comes to the same request or
// the same refusal, and what is read from the head afterwards (target, cookies, tags, languages, cursors) never fails.

#include <optional>
#include <string>

#include "base/ensure.h"
#include "base/text.h"
#include "bytes.h"
#include "shell/http/conditional.h"
#include "shell/http/target.h"
#include "shell/http/wire/request_parser.h"

namespace himpun::http {
namespace {

constexpr ParserLimits limits{.header_bytes = 2048, .header_fields = 20, .target_bytes = 512};
constexpr std::uint64_t body_limit = 1024;

struct Body final : BodySink {
  std::string bytes;
  Refusal const* write(std::string_view piece) override {
    bytes += piece;
    ensure(bytes.size() <= body_limit, "a body stays within its limit");
    return nullptr;
  }
};

struct Outcome {
  RequestParser::State state;
  Refusal const* refusal;
  std::string target;
  std::size_t fields;
  std::string body;

  bool operator==(Outcome const&) const = default;
};

/// Feeds `text` as a connection does: `packet` more bytes each time, and again what was not used before.
Outcome run(RequestParser& parser, std::string_view text, std::size_t packet) {
  Body body;
  std::string held;
  std::size_t offered = 0;
  parser.begin();
  bool has_sink = false;
  for (;;) {
    auto const more = text.substr(offered, packet);
    held += more;
    offered += more.size();
    for (std::size_t used = 1; used > 0 && !held.empty();) {
      used = parser.feed(held);
      ensure(used <= held.size(), "no more is used than was offered");
      held.erase(0, used);
      if (parser.state() == RequestParser::State::body && !has_sink) {
        parser.take_body(body, body_limit);
        has_sink = true;
        used = 1;
      }
    }
    bool const is_over =
        parser.state() == RequestParser::State::done || parser.state() == RequestParser::State::refused;
    if (more.empty() || is_over) break;
  }
  auto const state = parser.state();
  ensure((state == RequestParser::State::refused) == (parser.refusal() != nullptr), "a refusal says which");
  return {state, parser.refusal(), parser.head().target, parser.head().headers.size(), body.bytes};
}

void read_head(RequestHead const& head) {
  if (auto const target = parse_target(head.target)) {
    for (auto const& segment : target->segments) {
      ensure(is_utf8(segment) && segment != "..", "a path has clean segments");
      ensure(percent_decode(percent_encode(segment)) == segment, "a segment survives its encoding");
    }
  }
  auto const& headers = head.headers;
  (void)parse_entity_tags(headers.get("If-Match"));
  (void)check_if_match(headers, "\"5\"");
  (void)matches_if_none_match(headers, "\"5\"");
  (void)revision_in_if_match(headers);
  (void)is_idempotency_key(headers.get("Idempotency-Key"));
  (void)find_cookie(headers, "himpun_session");
  (void)choose_language(headers.get("Accept-Language"));
  (void)accepts_encoding(headers.get("Accept-Encoding"), "gzip");
  if (auto const place = decode_cursor(headers.get("X-Cursor"))) {
    ensure(decode_cursor(encode_cursor(*place)) == place, "a place survives its encoding");
  }
}

}  // namespace
}  // namespace himpun::http

extern "C" int LLVMFuzzerTestOneInput(std::uint8_t const* data, std::size_t size) {
  using namespace himpun;
  using State = http::RequestParser::State;
  fuzz::Bytes bytes{data, size};
  auto const packet = 1 + bytes.number(200);
  http::RequestParser parser{http::limits};
  auto const whole = http::run(parser, bytes.rest(), bytes.rest().size());
  if (whole.state != State::head) http::read_head(parser.head());
  auto const split = http::run(parser, bytes.rest(), packet);
  // A request that is cut off may be refused at once or waited for, as its packets fall; one that is complete may not.
  bool const is_complete = whole.state == State::done || split.state == State::done;
  if (is_complete) ensure(whole == split, "packets do not change a request");
  return 0;
}
