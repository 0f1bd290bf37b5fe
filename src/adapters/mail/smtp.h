#pragma once
// Mail through a server of the office (SMTP, RFC 5321) on libcurl: plain, STARTTLS or TLS from the start, with
// authentication and time-outs. One mail, one connection, one attempt.

#include <memory>
#include <string>

#include "app/ports/mail.h"

namespace himpun::mail {

/// What the connection must be: `required` refuses a server without TLS; `none` is for a server on the same machine.
enum class Tls : std::uint8_t { required, opportunistic, none };

struct ServerOptions {
  std::string url;   ///< smtp://host:587 or smtps://host:465
  std::string from;  ///< the office's mail address
  std::string user;  ///< empty: no authentication
  std::string password;
  Tls tls = Tls::required;
  std::string ca_file;  ///< certificates to trust; empty: the system's
  long connect_seconds = 10;
  long total_seconds = 120;
};

[[nodiscard]] std::unique_ptr<app::Mailer> through(ServerOptions options);

}  // namespace himpun::mail
