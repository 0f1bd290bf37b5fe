#include "core/archive/sending/events.h"

#include <algorithm>

#include "base/ensure.h"

namespace himpun::archive {
namespace {

struct Change {
  SendingBook& book;
  Instant at;

  [[nodiscard]] SentOutside& of(RecipientId const& id) const {
    auto* found = book.find(id);
    ensure(found != nullptr, "a recipient was addressed before anything else happens to it");
    return *found;
  }
  void operator()(OutsideAddressed const& event) const {
    for (auto const& each : event.recipients) {
      book.outside.push_back({each, event.task, event.paper, event.number, event.sending, event.note, event.by, at});
      book.outside.back().next_at = at;
    }
  }
  void operator()(MailStarted const& event) const {
    auto& sent = of(event.recipient);
    sent.state = SendingState::under_way;
    sent.attempts = event.attempt;
    sent.lease_until = event.lease_until;
    if (!event.token_sha256.empty()) sent.token_sha256 = event.token_sha256;
  }
  void operator()(MailSent const& event) const {
    auto& sent = of(event.recipient);
    bool const is_notice = sent.sent_at.has_value();
    sent.state = SendingState::sent;
    sent.lease_until.reset();
    sent.reason.clear();
    if (is_notice) return;
    sent.sent_at = at;
    if (book.is_recalled(sent.task)) tell_of_recall(sent);  // it was on its way already
  }
  void operator()(MailFailed const& event) const {
    auto& sent = of(event.recipient);
    bool const stays = book.is_recalled(sent.task) && !sent.sent_at;
    sent.state = event.retry_at && !stays ? SendingState::waiting : SendingState::failed;
    sent.lease_until.reset();
    sent.reason = event.reason;
    if (event.retry_at) sent.next_at = *event.retry_at;
  }
  void operator()(LinkOpened const& event) const { receive(of(event.recipient), "tautan"); }
  void operator()(DeliveryRecorded const& event) const {
    auto& sent = of(event.recipient);
    sent.state = SendingState::sent;
    sent.recipient.expedition_number = event.expedition_number;
    if (!sent.sent_at) sent.sent_at = at;
    if (!event.receiver.empty()) receive(sent, event.receiver);
  }
  void operator()(DistributionRecalled const& event) const {
    book.recalls[event.task] = {event.task, event.reason, event.by, at};
    for (auto& each : book.outside) {
      if (each.task != event.task) continue;
      if (each.state == SendingState::waiting) each.state = SendingState::failed;
      bool const has_left = each.recipient.channel == Channel::mail && each.state == SendingState::sent;
      if (has_left) tell_of_recall(each);
    }
  }
  /// From here on the mail is the notice; when the paper left stays written down.
  void tell_of_recall(SentOutside& sent) const {
    sent.state = SendingState::waiting;
    sent.next_at = at;
  }
  void receive(SentOutside& sent, std::string const& how) const {
    if (sent.received_at) return;
    sent.received_at = at;
    sent.received_how = how;
  }
};

}  // namespace

SentOutside const* SendingBook::find(RecipientId const& id) const {
  auto const found = std::ranges::find_if(outside, [&](SentOutside const& each) { return each.recipient.id == id; });
  return found == outside.end() ? nullptr : &*found;
}

SentOutside* SendingBook::find(RecipientId const& id) {
  return const_cast<SentOutside*>(static_cast<SendingBook const&>(*this).find(id));
}

void evolve(SendingBook& book, SendingEvent const& event, Instant at) { std::visit(Change{book, at}, event); }

}  // namespace himpun::archive
