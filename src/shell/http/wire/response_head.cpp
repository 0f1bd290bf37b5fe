#include "shell/http/wire/response_head.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <chrono>
#include <iterator>

namespace himpun::http {
namespace {

constexpr std::string_view content_security_policy =
    "Content-Security-Policy: default-src 'self'; script-src 'self'; style-src 'self'; img-src 'self' data:; "
    "object-src 'none'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'\r\n";

constexpr std::string_view security_headers =
    "X-Content-Type-Options: nosniff\r\n"
    "Referrer-Policy: same-origin\r\n"
    "Cross-Origin-Resource-Policy: same-origin\r\n";

constexpr std::string_view page_headers =
    "Cross-Origin-Opener-Policy: same-origin\r\n"
    "Permissions-Policy: camera=(), geolocation=(), microphone=(), payment=(), usb=()\r\n";

// One year, for this host only: other hosts below an office's domain are not ours to bind.
constexpr std::string_view strict_transport_security = "Strict-Transport-Security: max-age=31536000\r\n";

constexpr std::array<std::pair<int, std::string_view>, 26> reasons{{{200, "OK"},
                                                                    {201, "Created"},
                                                                    {202, "Accepted"},
                                                                    {204, "No Content"},
                                                                    {303, "See Other"},
                                                                    {304, "Not Modified"},
                                                                    {400, "Bad Request"},
                                                                    {401, "Unauthorized"},
                                                                    {403, "Forbidden"},
                                                                    {404, "Not Found"},
                                                                    {405, "Method Not Allowed"},
                                                                    {408, "Request Timeout"},
                                                                    {409, "Conflict"},
                                                                    {412, "Precondition Failed"},
                                                                    {413, "Content Too Large"},
                                                                    {414, "URI Too Long"},
                                                                    {415, "Unsupported Media Type"},
                                                                    {417, "Expectation Failed"},
                                                                    {422, "Unprocessable Content"},
                                                                    {428, "Precondition Required"},
                                                                    {429, "Too Many Requests"},
                                                                    {431, "Request Header Fields Too Large"},
                                                                    {500, "Internal Server Error"},
                                                                    {501, "Not Implemented"},
                                                                    {503, "Service Unavailable"},
                                                                    {505, "HTTP Version Not Supported"}}};

std::string_view reason_of(int status) {
  auto const* const found = std::ranges::find(reasons, status, &std::pair<int, std::string_view>::first);
  return found == reasons.end() ? std::string_view{} : found->second;
}

/// `Date: Mon, 05 Jan 2026 00:30:00 GMT`, made once a second and thread.
std::string const& date_line() {
  thread_local std::string line;
  thread_local std::chrono::sys_seconds made{};
  auto const now = std::chrono::floor<std::chrono::seconds>(std::chrono::system_clock::now());
  if (now == made) return line;
  static constexpr std::array<std::string_view, 7> days{"Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"};
  static constexpr std::array<std::string_view, 12> months{"Jan", "Feb", "Mar", "Apr", "May", "Jun",
                                                           "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};
  auto const day = std::chrono::floor<std::chrono::days>(now);
  std::chrono::year_month_day const date{day};
  std::chrono::hh_mm_ss const time{now - day};
  line =
      fmt::format("Date: {}, {:02} {} {} {:02}:{:02}:{:02} GMT\r\n", days[std::chrono::weekday{day}.c_encoding()],
                  static_cast<unsigned>(date.day()), months[static_cast<unsigned>(date.month()) - 1],
                  static_cast<int>(date.year()), time.hours().count(), time.minutes().count(), time.seconds().count());
  made = now;
  return line;
}

/// The server alone says these.
bool is_framing(std::string_view name) {
  static constexpr std::array<std::string_view, 4> names{"Content-Length", "Connection", "Transfer-Encoding", "Date"};
  return std::ranges::any_of(names, [&](std::string_view known) { return equal_ignoring_case(known, name); });
}

void append_clean(std::string& out, std::string_view value) {
  for (char const c : value) out += static_cast<unsigned char>(c) < 0x20 || c == 0x7F ? ' ' : c;
}

void append_headers(std::string& out, Response const& response) {
  for (auto const& [name, value] : response.headers) {
    if (is_framing(name)) continue;
    append_clean(out, name);
    out += ": ";
    append_clean(out, value);
    out += "\r\n";
  }
}

/// Scripts, styles and fonts under a name that never changes are loaded by pages and are never one themselves: the
/// page's policy holds for them, and half a kilobyte of headers with each would be a noticeable part of the first load.
/// Another script may be a worker, which lives by the policy of its own answer.
bool is_part_of_pages(Response const& response) {
  auto const* const type = response.find("Content-Type");
  auto const* const caching = response.find("Cache-Control");
  if (!type || !caching || !caching->ends_with("immutable")) return false;
  return type->starts_with("text/javascript") || type->starts_with("text/css") || type->starts_with("font/");
}

void append_page_headers(std::string& out, Response const& response) {
  if (!response.find("Content-Security-Policy")) out += content_security_policy;
  out += page_headers;
}

}  // namespace

bool status_has_body(int status) { return status >= 200 && status != 204 && status != 304; }

void append_response_head(std::string& out, Response const& response, ResponseFrame const& frame) {
  auto const end = std::back_inserter(out);
  fmt::format_to(end, "HTTP/1.1 {} {}\r\n", response.status, reason_of(response.status));
  append_headers(out, response);
  if (frame.content_length) fmt::format_to(end, "Content-Length: {}\r\n", *frame.content_length);
  if (frame.is_api && !response.find("Cache-Control")) out += "Cache-Control: no-store\r\n";
  out += security_headers;
  if (!is_part_of_pages(response)) append_page_headers(out, response);
  if (frame.is_tls) out += strict_transport_security;
  out += date_line();
  out += frame.keeps_alive ? "Connection: keep-alive\r\n\r\n" : "Connection: close\r\n\r\n";
}

}  // namespace himpun::http
