#pragma once
// Sends the mails that wait: takes one under a lease that stands in the journal, sends it outside of any transaction,
// and records what became of it. A mail whose paper is still being printed waits without an attempt. Safe on many nodes
// and to be cut off at any moment: an attempt that was overtaken changes nothing, and a mail that was sent twice bears
// the same Message-ID.

#include <set>

#include "app/archive/hand_out.h"
#include "app/ports/mail.h"
#include "core/archive/sending/decide.h"

namespace himpun::app {

class Mailing {
 public:
  /// `public_url`: where recipients reach this office, for links; without it a link cannot be sent.
  Mailing(Office& office, Mailer& mailer, std::string public_url)
      : office_(office), mailer_(mailer), public_url_(std::move(public_url)) {}

  /// Tries everything that is due once; how many mails were taken by the server.
  std::int64_t run();

 private:
  /// One attempt of one mail, under its lease.
  struct Taken {
    archive::SentOutside sent;
    std::int32_t attempt = 1;
    std::string token;                           ///< of the link
    Result<std::optional<HandedPaper>> paper{};  ///< none for a notice
    std::optional<archive::Recall> recall;
  };

  void look_for_cases();
  [[nodiscard]] std::optional<Taken> take(Desk& desk, std::string const& case_id, archive::SendingBook const& book,
                                          archive::SentOutside const& next) const;
  bool send_next(std::string const& case_id);
  void finish(std::string const& case_id, archive::SentOutside const& sent, std::int32_t attempt,
              MailOutcome const& outcome);
  [[nodiscard]] Result<Mail> compose(std::string const& case_id, Taken const& taken);
  [[nodiscard]] Result<void> attach(Mail& mail, HandedPaper const& paper) const;
  [[nodiscard]] std::string token_for(std::string const& case_id, archive::SentOutside const& sent) const;

  Office& office_;
  Mailer& mailer_;
  std::string public_url_;
  std::set<std::string> cases_;  ///< that may have mails to send
  std::int64_t position_ = -1;   ///< of the journal, up to where it was looked; -1: nothing yet
};

}  // namespace himpun::app
