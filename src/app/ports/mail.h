#pragma once
// A mail that leaves the office, and what became of it. It does not know what mails are about, and tries once: when to
// try again is for core/archive.

#include <optional>
#include <string>

#include "base/time.h"

namespace himpun::app {

struct MailAttachment {
  std::string name;  ///< UTF-8
  std::string media_type;
  std::string content;
};

struct Mail {
  std::string id;  ///< the same for every attempt, so that a receiver can tell that it is one mail
  std::string from_name;
  std::string to_name;
  std::string to_address;
  std::string subject;
  std::string body;  ///< plain text, UTF-8
  std::optional<MailAttachment> attachment;
  Instant date{};
};

/// never: trying again is useless, such as an address that does not exist.
enum class MailFate : std::uint8_t { sent, later, never };

struct MailOutcome {
  MailFate fate = MailFate::later;
  std::string words;  ///< the server's reply, or why it could not be reached
};

/// How to reach the office's mail server.
struct MailSettings {
  std::string url;  ///< smtp://host:587 or smtps://host:465; empty: no mail leaves this office
  std::string from;
  std::string user;
  std::string password;
  std::string tls = "required";  ///< required, opportunistic, none
  std::string ca_file;
};

class Mailer {
 public:
  virtual ~Mailer() = default;
  [[nodiscard]] virtual MailOutcome send(Mail const& mail) = 0;
};

}  // namespace himpun::app
