#pragma once
// The rules of what leaves the office: addresses that can be written to, mail only where the security class allows it,
// one attempt at a time with growing pauses, recall with a reason. Who may act is asked by the caller (core/workflow).

#include <chrono>

#include "base/problem.h"
#include "core/archive/sending/events.h"

namespace himpun::archive {

inline constexpr ProblemType address_invalid{"distribution.address_invalid", ProblemKind::invalid,
                                             "Penerima luar belum benar", "An outside recipient is not right"};
inline constexpr ProblemType mail_forbidden{"distribution.mail_forbidden", ProblemKind::conflict,
                                            "Klasifikasi keamanan melarang pengiriman ini",
                                            "The security class forbids this way of sending"};
inline constexpr ProblemType already_recalled{"distribution.recalled", ProblemKind::conflict,
                                              "Distribusi ini sudah ditarik", "This distribution was recalled"};
inline constexpr ProblemType recipient_unknown{"distribution.recipient_unknown", ProblemKind::not_found,
                                               "Penerima luar tidak ditemukan", "There is no such outside recipient"};
inline constexpr ProblemType attempt_outdated{"distribution.attempt_outdated", ProblemKind::conflict,
                                              "Pengiriman ini sudah diambil alih", "Another attempt took this over"};
inline constexpr ProblemType recall_reason_missing{"distribution.reason_missing", ProblemKind::invalid,
                                                   "Isi alasan penarikan", "Say why it is recalled"};

using SendingEvents = std::vector<SendingEvent>;

/// What is addressed: a version of a paper, and how its security class lets it be sent.
struct Outgoing {
  std::string task;
  std::string paper;
  std::int32_t number = 1;
  Sending sending = Sending::paper;
  std::string note;
};

inline constexpr std::int32_t most_attempts = 8;
inline constexpr std::chrono::minutes mail_lease{5};

/// A mailbox that can stand in a header and in an envelope without being anything else.
[[nodiscard]] bool is_mail_address(std::string_view address);
/// 1, 2, 4, ... minutes, at most four hours.
[[nodiscard]] std::chrono::minutes pause_after(std::int32_t attempt);

/// How a paper of a case under this code leaves: by the security class that the sender chose, else by the code's own.
/// ASSUMPTION: the sender may choose a stricter way than the code's class allows, never a looser one.
[[nodiscard]] Result<Sending> choose_sending(Register const& all, std::string_view code, std::string const& security);

/// Whoever is addressed already (same channel and address, same paper and version) is left out.
[[nodiscard]] Result<SendingEvents> address_outside(SendingBook const& book, Outgoing const& outgoing,
                                                    std::vector<OutsideRecipient> const& recipients, By const& by);
[[nodiscard]] Result<SendingEvents> record_delivery(SendingBook const& book, RecipientId const& recipient,
                                                    std::string const& expedition_number, std::string const& receiver,
                                                    By const& by);
[[nodiscard]] Result<SendingEvents> recall(SendingBook const& book, std::string const& task, std::string const& reason,
                                           By const& by);

/// Whether what happens to this mail now is the notice of a recall: the paper itself has left.
[[nodiscard]] bool is_notice(SendingBook const& book, SentOutside const& sent);
/// Mails that may be tried now: due, not leased, and not recalled unless it is the notice; in the order of addressing.
[[nodiscard]] std::vector<SentOutside const*> due_mails(SendingBook const& book, Instant now);
/// Whether no mail is waiting or under way.
[[nodiscard]] bool are_mails_over(SendingBook const& book);
[[nodiscard]] SendingEvents start_mail(SentOutside const& sent, std::string const& token_sha256, Instant now);
/// Nothing happens when another attempt took over meanwhile.
[[nodiscard]] SendingEvents end_mail(SendingBook const& book, RecipientId const& recipient, std::int32_t attempt,
                                     std::string const& reply);
/// `is_final`: trying again is useless (the server said so for good).
[[nodiscard]] SendingEvents fail_mail(SendingBook const& book, RecipientId const& recipient, std::int32_t attempt,
                                      std::string const& reason, bool is_final, Instant now);
/// The link was opened by somebody who said that they received it.
[[nodiscard]] Result<SendingEvents> open_link(SendingBook const& book, RecipientId const& recipient);

}  // namespace himpun::archive
