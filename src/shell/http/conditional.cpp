#include "shell/http/conditional.h"

#include <algorithm>
#include <charconv>

#include "base/base64url.h"
#include "base/text.h"

namespace himpun::http {
namespace {

constexpr std::size_t most_entity_tags = 100;
constexpr std::size_t longest_cursor = 2048;
constexpr std::string_view plain_cookie = "himpun_session";
constexpr std::string_view host_cookie = "__Host-himpun_session";

/// The tag at the front of `rest`, which is moved behind it; empty when there is none.
std::string_view take_entity_tag(std::string_view& rest) {
  std::size_t const opening = rest.starts_with("W/") ? 2 : 0;
  if (rest.size() <= opening || rest[opening] != '"') return {};
  auto const closing = rest.find('"', opening + 1);
  if (closing == std::string_view::npos) return {};
  auto const tag = rest.substr(0, closing + 1);
  // RFC 9110 section 8.8.3: visible characters without the quote, and bytes above ASCII.
  bool const clean = std::ranges::all_of(tag, [](char c) { return static_cast<unsigned char>(c) > 0x20 && c != 0x7F; });
  rest.remove_prefix(tag.size());
  return clean ? tag : std::string_view{};
}

std::string_view without_weakness(std::string_view tag) { return tag.starts_with("W/") ? tag.substr(2) : tag; }

/// A weight `q=` as thousandths; 1000 when absent, 0 when it cannot be read.
int weight_of(std::string_view parameters) {
  for (auto parameter : split(parameters, ';')) {
    parameter = trim(parameter);
    if (!parameter.starts_with("q=") && !parameter.starts_with("Q=")) continue;
    auto const number = parameter.substr(2);
    if (number.empty() || number.size() > 5 || (number[0] != '0' && number[0] != '1')) return 0;
    int thousandths = (number[0] - '0') * 1000;
    int unit = 100;
    for (char const c : number.substr(std::min<std::size_t>(2, number.size()))) {
      if (c < '0' || c > '9') return 0;
      thousandths += (c - '0') * unit;
      unit /= 10;
    }
    return std::min(thousandths, 1000);
  }
  return 1000;
}

/// Calls `visit(name, weight)` for every item of a weighted list such as Accept-Language.
template <class Visit>
void for_each_weighted(std::string_view header, Visit visit) {
  for (auto const item : split(header, ',')) {
    auto const semicolon = item.find(';');
    auto const parameters = semicolon == std::string_view::npos ? std::string_view{} : item.substr(semicolon + 1);
    visit(trim(item.substr(0, semicolon)), weight_of(parameters));
  }
}

/// `en`, `en-GB`: the language before the region.
bool is_language(std::string_view tag, std::string_view language) {
  return equal_ignoring_case(tag.substr(0, tag.find('-')), language);
}

std::string cookie_text(Request const& request, std::string_view token) {
  std::string text{session_cookie_name(request)};
  text += '=';
  text += token;
  text += "; Path=/; HttpOnly; SameSite=Strict";
  if (request.is_tls) text += "; Secure";
  return text;
}

}  // namespace

std::string make_etag(std::int64_t revision) { return '"' + std::to_string(revision) + '"'; }

std::string make_etag(std::string_view opaque) { return '"' + std::string{opaque} + '"'; }

std::optional<EntityTags> parse_entity_tags(std::string_view header) {
  auto rest = trim(header);
  if (rest == "*") return EntityTags{.any = true, .tags = {}};
  EntityTags list;
  while (!rest.empty()) {
    auto const tag = take_entity_tag(rest);
    if (tag.empty() || list.tags.size() == most_entity_tags) return std::nullopt;
    list.tags.emplace_back(tag);
    rest = trim(rest);
    if (rest.empty()) break;
    if (rest.front() != ',') return std::nullopt;
    rest = trim(rest.substr(1));
    if (rest.empty()) return std::nullopt;
  }
  return list.tags.empty() ? std::nullopt : std::optional{list};
}

Precondition check_if_match(Headers const& headers, std::string_view current_etag) {
  auto const list = parse_entity_tags(headers.get_all("If-Match"));
  if (!list) return Precondition::missing;
  if (list->any) return Precondition::holds;
  bool const known = !current_etag.starts_with("W/") && std::ranges::find(list->tags, current_etag) != list->tags.end();
  return known ? Precondition::holds : Precondition::stale;
}

bool matches_if_none_match(Headers const& headers, std::string_view current_etag) {
  auto const list = parse_entity_tags(headers.get_all("If-None-Match"));
  if (!list) return false;
  return list->any || std::ranges::any_of(list->tags, [&](std::string const& tag) {
           return without_weakness(tag) == without_weakness(current_etag);
         });
}

std::optional<std::int64_t> revision_in_if_match(Headers const& headers) {
  auto const list = parse_entity_tags(headers.get_all("If-Match"));
  if (!list || list->tags.size() != 1) return std::nullopt;
  std::string_view const tag = list->tags.front();
  if (tag.size() < 3 || tag.front() != '"') return std::nullopt;
  auto const digits = tag.substr(1, tag.size() - 2);
  std::int64_t revision = 0;
  auto const [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), revision);
  bool const whole = error == std::errc{} && end == digits.data() + digits.size() && make_etag(revision) == tag;
  return whole && revision >= 0 ? std::optional{revision} : std::nullopt;
}

bool is_idempotency_key(std::string_view key) {
  return !key.empty() && key.size() <= 128 && std::ranges::all_of(key, [](char c) { return c > 0x20 && c < 0x7F; });
}

std::optional<std::string_view> find_cookie(Headers const& headers, std::string_view name) {
  auto const header = headers.find("Cookie");
  if (!header) return std::nullopt;
  for (auto pair : split(*header, ';')) {
    pair = trim(pair);
    auto const equals = pair.find('=');
    if (equals == std::string_view::npos || pair.substr(0, equals) != name) continue;
    auto value = pair.substr(equals + 1);
    if (value.size() >= 2 && value.front() == '"' && value.back() == '"') value = value.substr(1, value.size() - 2);
    return value;
  }
  return std::nullopt;
}

std::string_view session_cookie_name(Request const& request) { return request.is_tls ? host_cookie : plain_cookie; }

std::string make_session_cookie(Request const& request, std::string_view token) { return cookie_text(request, token); }

std::string clear_session_cookie(Request const& request) { return cookie_text(request, "") + "; Max-Age=0"; }

Language choose_language(std::string_view accept_language) {
  int indonesian = 0;
  int english = 0;
  for_each_weighted(accept_language, [&](std::string_view tag, int weight) {
    if (is_language(tag, "id") || is_language(tag, "in")) indonesian = std::max(indonesian, weight);
    if (is_language(tag, "en")) english = std::max(english, weight);
  });
  if (english != indonesian) return english > indonesian ? Language::english : Language::indonesian;
  // Equal weights: the one that is named first, and Indonesian when neither is.
  auto const first_is_english = [&] {
    for (auto const item : split(accept_language, ',')) {
      auto const tag = trim(item.substr(0, item.find(';')));
      if (is_language(tag, "en") || is_language(tag, "id") || is_language(tag, "in")) return is_language(tag, "en");
    }
    return false;
  };
  return english > 0 && first_is_english() ? Language::english : Language::indonesian;
}

bool accepts_encoding(std::string_view accept_encoding, std::string_view coding) {
  int weight = 0;
  for_each_weighted(accept_encoding, [&](std::string_view name, int its_weight) {
    if (equal_ignoring_case(name, coding)) weight = std::max(weight, its_weight);
  });
  return weight > 0;
}

std::string encode_cursor(Json::Array const& place) { return to_base64url(write_json(Json{place})); }

std::optional<Json::Array> decode_cursor(std::string_view cursor) {
  if (cursor.size() > longest_cursor) return std::nullopt;
  auto const text = from_base64url(cursor);
  if (!text) return std::nullopt;
  auto json = parse_json(*text);
  auto const* place = json ? json->get_if<Json::Array>() : nullptr;
  return place ? std::optional{*place} : std::nullopt;
}

}  // namespace himpun::http
