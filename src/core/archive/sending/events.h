#pragma once
// What can happen in the stream `distribution/<case>`, and how each changes the book. Attempts count from 1 and are
// fencing numbers: what an earlier attempt says after a later one began is not recorded (decide.h).

#include <string_view>
#include <variant>

#include "core/archive/sending/sending.h"

namespace himpun::archive {

struct OutsideAddressed {
  static constexpr std::string_view event_name = "distribution.outside_addressed";
  static constexpr int event_version = 1;
  std::string task;
  std::string paper;
  std::int32_t number = 1;
  Sending sending = Sending::paper;
  std::string note;
  std::vector<OutsideRecipient> recipients;
  By by;
};
BOOST_DESCRIBE_STRUCT(OutsideAddressed, (), (task, paper, number, sending, note, recipients, by))

struct MailStarted {
  static constexpr std::string_view event_name = "distribution.mail_started";
  static constexpr int event_version = 1;
  RecipientId recipient;
  std::int32_t attempt = 1;
  Instant lease_until{};
  std::string token_sha256;  ///< of the link; empty when the paper itself goes
};
BOOST_DESCRIBE_STRUCT(MailStarted, (), (recipient, attempt, lease_until, token_sha256))

struct MailSent {
  static constexpr std::string_view event_name = "distribution.mail_sent";
  static constexpr int event_version = 1;
  RecipientId recipient;
  std::int32_t attempt = 1;
  std::string reply;  ///< of the mail server
};
BOOST_DESCRIBE_STRUCT(MailSent, (), (recipient, attempt, reply))

struct MailFailed {
  static constexpr std::string_view event_name = "distribution.mail_failed";
  static constexpr int event_version = 1;
  RecipientId recipient;
  std::int32_t attempt = 1;
  std::string reason;
  std::optional<Instant> retry_at;  ///< absent: given up
};
BOOST_DESCRIBE_STRUCT(MailFailed, (), (recipient, attempt, reason, retry_at))

struct LinkOpened {
  static constexpr std::string_view event_name = "distribution.link_opened";
  static constexpr int event_version = 1;
  RecipientId recipient;
};
BOOST_DESCRIBE_STRUCT(LinkOpened, (), (recipient))

/// Handed over by post or courier: what stands in the expedition book.
struct DeliveryRecorded {
  static constexpr std::string_view event_name = "distribution.delivery_recorded";
  static constexpr int event_version = 1;
  RecipientId recipient;
  std::string expedition_number;
  std::string receiver;  ///< who took it; empty: sent, not yet confirmed
  By by;
};
BOOST_DESCRIBE_STRUCT(DeliveryRecorded, (), (recipient, expedition_number, receiver, by))

struct DistributionRecalled {
  static constexpr std::string_view event_name = "distribution.recalled";
  static constexpr int event_version = 1;
  std::string task;
  std::string reason;
  By by;
};
BOOST_DESCRIBE_STRUCT(DistributionRecalled, (), (task, reason, by))

using SendingEvent = std::variant<OutsideAddressed, MailStarted, MailSent, MailFailed, LinkOpened, DeliveryRecorded,
                                  DistributionRecalled>;

void evolve(SendingBook& book, SendingEvent const& event, Instant at);

}  // namespace himpun::archive
