#pragma once
// Papers of a case that go to people outside the office, folded from the stream `distribution/<case>`: by mail (as a
// paper or as a link) or by post with its number in the expedition book; whether they arrived; and recalls, of outside
// and inside recipients alike. Nothing is ever removed: what was recalled stays visible as recalled.

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "core/access/agency.h"
#include "core/archive/register/register.h"

namespace himpun::archive {

using RecipientId = Id<struct OutsideRecipientTag>;

enum class Channel : std::uint8_t { mail, post };
BOOST_DESCRIBE_ENUM(Channel, mail, post)

struct OutsideRecipient {
  RecipientId id;
  Channel channel = Channel::mail;
  std::string name;
  std::string address;            ///< e-mail address, or the postal address in one line
  std::string expedition_number;  ///< nomor buku ekspedisi, of post; may follow later

  bool operator==(OutsideRecipient const&) const = default;
};
BOOST_DESCRIBE_STRUCT(OutsideRecipient, (), (id, channel, name, address, expedition_number))

/// waiting: to be sent or tried again; failed: given up, with the reason; sent: the mail server took it, or it was
/// handed over.
enum class SendingState : std::uint8_t { waiting, under_way, sent, failed };
BOOST_DESCRIBE_ENUM(SendingState, waiting, under_way, sent, failed)

struct SentOutside {
  OutsideRecipient recipient;
  std::string task;  ///< of the distribution
  std::string paper;
  std::int32_t number = 1;
  Sending sending = Sending::paper;
  std::string note;
  By by;
  Instant at{};
  SendingState state = SendingState::waiting;
  std::int32_t attempts = 0;
  Instant next_at{};                   ///< not tried before
  std::optional<Instant> lease_until;  ///< somebody is at it until then
  std::string reason;                  ///< of the last failure
  std::string token_sha256;            ///< of the link's token, in hex
  std::optional<Instant> sent_at;
  std::optional<Instant> received_at;  ///< opened by link, or confirmed on paper
  std::string received_how;
};

struct Recall {
  std::string task;
  std::string reason;
  By by;
  Instant at{};
};

struct SendingBook {
  std::vector<SentOutside> outside;     ///< in the order of addressing
  std::map<std::string, Recall> recalls;  ///< by the distribution's task

  [[nodiscard]] SentOutside const* find(RecipientId const& id) const;
  [[nodiscard]] SentOutside* find(RecipientId const& id);
  [[nodiscard]] bool is_recalled(std::string_view task) const { return recalls.contains(std::string{task}); }
};

}  // namespace himpun::archive
