#include "core/archive/sending/decide.h"

#include <algorithm>
#include <set>

#include "base/text.h"

namespace himpun::archive {
namespace {

constexpr std::size_t most_recipients = 50;
constexpr std::size_t longest_text = 500;

bool is_atom(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
         std::string_view{"!#$%&'*+/=?^_`{|}~.-"}.find(c) != std::string_view::npos;
}

bool is_domain(std::string_view domain) {
  if (domain.size() > 253 || domain.empty()) return false;
  return std::ranges::all_of(split(domain, '.'), [](std::string_view part) {
    bool const is_plain = std::ranges::all_of(part, [](char c) {
      return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-';
    });
    return is_plain && !part.empty() && part.size() <= 63 && part.front() != '-' && part.back() != '-';
  });
}

bool has_control(std::string_view text) {
  return std::ranges::any_of(text, [](char c) { return static_cast<unsigned char>(c) < 0x20 || c == 0x7F; });
}

bool is_line(std::string_view text) {
  return !trim(text).empty() && count_characters(text) <= longest_text && !has_control(text);
}

void check_recipient(OutsideRecipient const& each, std::size_t index, std::vector<FieldError>& errors) {
  auto const at = "/recipients/" + std::to_string(index) + "/";
  if (!is_line(each.name)) {
    errors.push_back({at + "name", {"isi namanya dalam satu baris", "give the name in one line"}});
  }
  if (each.channel == Channel::mail && !is_mail_address(each.address)) {
    errors.push_back({at + "address", {"bukan alamat surel, misalnya bagian@contoh.go.id",
                                       "is no mail address, such as bagian@contoh.go.id"}});
  }
  if (each.channel == Channel::post && !is_line(each.address)) {
    errors.push_back({at + "address", {"isi alamat pos dalam satu baris", "give the postal address in one line"}});
  }
  if (has_control(each.expedition_number) || count_characters(each.expedition_number) > 60) {
    errors.push_back({at + "expedition_number", {"paling panjang 60 huruf", "has at most 60 characters"}});
  }
}

bool is_mail(SentOutside const& each) { return each.recipient.channel == Channel::mail; }

/// What was recalled before it left stays; then only the notice goes.
bool may_go(SendingBook const& book, SentOutside const& each) {
  return is_mail(each) && (!book.is_recalled(each.task) || is_notice(book, each));
}

bool is_addressed(SendingBook const& book, Outgoing const& outgoing, OutsideRecipient const& recipient) {
  return std::ranges::any_of(book.outside, [&](SentOutside const& each) {
    return each.recipient.channel == recipient.channel && each.recipient.address == recipient.address &&
           each.paper == outgoing.paper && each.number == outgoing.number && each.task == outgoing.task;
  });
}

}  // namespace

bool is_mail_address(std::string_view address) {
  auto const at = address.rfind('@');
  if (at == address.npos || at == 0 || at > 64) return false;
  auto const local = address.substr(0, at);
  bool const has_dots_right =
      local.front() != '.' && local.back() != '.' && local.find("..") == std::string_view::npos;
  return has_dots_right && std::ranges::all_of(local, is_atom) && is_domain(address.substr(at + 1));
}

std::chrono::minutes pause_after(std::int32_t attempt) {
  auto const doubled = std::int64_t{1} << std::clamp(attempt - 1, 0, 10);
  return std::chrono::minutes{std::min<std::int64_t>(doubled, 240)};
}

Result<Sending> choose_sending(Register const& all, std::string_view code, std::string const& security) {
  auto const own = security_of(all, code);
  auto const strictest = sending_of(all, own);
  if (security.empty()) return strictest;
  if (!all.security.contains(security)) {
    return refuse(mail_forbidden, {"Kelas keamanan ini tidak dikenal.", "There is no such security class."});
  }
  auto const chosen = sending_of(all, security);
  if (chosen >= strictest) return chosen;
  auto const& name = all.security.at(own).name;
  return refuse(mail_forbidden, {"Berkas ini berkelas " + name + "; pengirim hanya boleh memperketatnya.",
                                 "This file is of the class " + name + "; the sender may only choose a stricter one."});
}

Result<SendingEvents> address_outside(SendingBook const& book, Outgoing const& outgoing,
                                      std::vector<OutsideRecipient> const& recipients, By const& by) {
  if (book.is_recalled(outgoing.task)) return refuse(already_recalled);
  if (recipients.empty() || recipients.size() > most_recipients) {
    return refuse(address_invalid, {"Isi 1 sampai 50 penerima luar.", "Give 1 to 50 outside recipients."});
  }
  Problem problem{.type = &address_invalid};
  for (std::size_t i = 0; i < recipients.size(); ++i) check_recipient(recipients[i], i, problem.fields);
  if (!problem.fields.empty()) return std::unexpected(std::move(problem));
  OutsideAddressed addressed{outgoing.task, outgoing.paper, outgoing.number, outgoing.sending, outgoing.note, {}, by};
  for (auto const& each : recipients) {
    if (each.channel == Channel::mail && outgoing.sending == Sending::by_hand) {
      return refuse(mail_forbidden, {"Naskah ini hanya boleh diserahkan langsung atau lewat pos tercatat.",
                                     "This paper may only be handed over or go by registered post."});
    }
    if (!is_addressed(book, outgoing, each)) addressed.recipients.push_back(each);
  }
  if (addressed.recipients.empty()) return SendingEvents{};
  return SendingEvents{std::move(addressed)};
}

Result<SendingEvents> record_delivery(SendingBook const& book, RecipientId const& recipient,
                                      std::string const& expedition_number, std::string const& receiver,
                                      By const& by) {
  auto const* sent = book.find(recipient);
  if (!sent || sent->recipient.channel != Channel::post) return refuse(recipient_unknown);
  if (book.is_recalled(sent->task)) return refuse(already_recalled);
  bool const is_right = is_line(expedition_number) && count_characters(expedition_number) <= 60 &&
                        !has_control(receiver) && count_characters(receiver) <= longest_text;
  if (!is_right) {
    return refuse(address_invalid, {"Isi nomor buku ekspedisi, paling panjang 60 huruf.",
                                    "Give the number in the expedition book, at most 60 characters."});
  }
  bool const is_so = sent->state == SendingState::sent && sent->recipient.expedition_number == expedition_number &&
                     sent->received_at.has_value() == !receiver.empty();
  if (is_so) return SendingEvents{};
  return SendingEvents{DeliveryRecorded{recipient, expedition_number, receiver, by}};
}

Result<SendingEvents> recall(SendingBook const& book, std::string const& task, std::string const& reason,
                             By const& by) {
  if (book.is_recalled(task)) return SendingEvents{};
  if (trim(reason).empty() || count_characters(reason) > longest_text) return refuse(recall_reason_missing);
  return SendingEvents{DistributionRecalled{task, reason, by}};
}

bool is_notice(SendingBook const& book, SentOutside const& sent) {
  return is_mail(sent) && sent.sent_at.has_value() && book.is_recalled(sent.task);
}

std::vector<SentOutside const*> due_mails(SendingBook const& book, Instant now) {
  std::vector<SentOutside const*> due;
  for (auto const& each : book.outside) {
    if (!may_go(book, each)) continue;
    bool const is_due = each.state == SendingState::waiting && each.next_at <= now;
    bool const was_left = each.state == SendingState::under_way && each.lease_until && *each.lease_until <= now;
    if (is_due || was_left) due.push_back(&each);
  }
  return due;
}

bool are_mails_over(SendingBook const& book) {
  return std::ranges::none_of(book.outside, [&](SentOutside const& each) {
    bool const is_open = each.state == SendingState::waiting || each.state == SendingState::under_way;
    return is_open && may_go(book, each);
  });
}

SendingEvents start_mail(SentOutside const& sent, std::string const& token_sha256, Instant now) {
  return {MailStarted{sent.recipient.id, sent.attempts + 1, now + mail_lease, token_sha256}};
}

SendingEvents end_mail(SendingBook const& book, RecipientId const& recipient, std::int32_t attempt,
                       std::string const& reply) {
  auto const* sent = book.find(recipient);
  if (!sent || sent->attempts != attempt || sent->state != SendingState::under_way) return {};
  return {MailSent{recipient, attempt, reply}};
}

SendingEvents fail_mail(SendingBook const& book, RecipientId const& recipient, std::int32_t attempt,
                        std::string const& reason, bool is_final, Instant now) {
  auto const* sent = book.find(recipient);
  if (!sent || sent->attempts != attempt || sent->state != SendingState::under_way) return {};
  MailFailed failed{recipient, attempt, reason, {}};
  if (!is_final && attempt < most_attempts) failed.retry_at = now + pause_after(attempt);
  return {std::move(failed)};
}

Result<SendingEvents> open_link(SendingBook const& book, RecipientId const& recipient) {
  auto const* sent = book.find(recipient);
  if (!sent) return refuse(recipient_unknown);
  if (book.is_recalled(sent->task)) return refuse(already_recalled);
  if (sent->received_at) return SendingEvents{};
  return SendingEvents{LinkOpened{recipient}};
}

}  // namespace himpun::archive
