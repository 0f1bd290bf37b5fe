#include "app/archive/mailing.h"

#include <limits>

#include "app/desks/case_desk.h"
#include "base/base64url.h"
#include "base/sha256.h"

namespace himpun::app {
namespace {

constexpr std::string_view prefix = "distribution/";
constexpr std::int64_t most_attachment_bytes = 15 * 1024 * 1024;
constexpr int rows_per_page = 1000;

/// A problem that no further attempt mends is told as final.
MailOutcome refused(Problem const& problem) {
  return {MailFate::never, std::string{problem.type->title_id} + ": " + problem.detail.id};
}

std::string greeting(std::string const& agency, archive::SentOutside const& sent, std::string const& title) {
  auto text = "Yth. " + sent.recipient.name + "\n\n" + agency + " menyampaikan naskah:\n\n  " + title + "\n\n";
  if (!sent.note.empty()) text += sent.note + "\n\n";
  return text;
}

}  // namespace

/// Once through everything at the start; afterwards only what is new. A full look now and then finds what another node
/// was writing meanwhile.
void Mailing::look_for_cases() {
  office_.world().store.read([&](Reader& reader) {
    if (position_ < 0) {
      auto const newest = reader.journal_backwards(std::numeric_limits<std::int64_t>::max(), 1);
      position_ = newest.empty() ? 0 : newest.front().position;
      for (auto names = reader.streams(prefix, "", rows_per_page); !names.empty();
           names = reader.streams(prefix, names.back(), rows_per_page)) {
        for (auto const& name : names) cases_.insert(name.substr(prefix.size()));
      }
      return;
    }
    for (auto rows = reader.journal(position_, rows_per_page); !rows.empty();
         rows = reader.journal(position_, rows_per_page)) {
      for (auto const& row : rows) {
        if (row.stream.starts_with(prefix)) cases_.insert(row.stream.substr(prefix.size()));
      }
      position_ = rows.back().position;
    }
  });
}

std::int64_t Mailing::run() {
  look_for_cases();
  std::int64_t sent = 0;
  for (auto each = cases_.begin(); each != cases_.end();) {
    while (send_next(*each)) ++sent;
    bool is_over = true;
    office_.world().store.read([&](Reader& reader) {
      for (auto const& one : office_.books().sending(reader, *each)->state.outside) {
        bool const is_mail = one.recipient.channel == archive::Channel::mail;
        bool const is_open =
            one.state == archive::SendingState::waiting || one.state == archive::SendingState::under_way;
        if (is_mail && is_open) is_over = false;
      }
    });
    each = is_over ? cases_.erase(each) : std::next(each);
  }
  return sent;
}

/// The same for every attempt, guessed by nobody: made from a signature that only this office's key can give. The text
/// that is signed is no checkpoint (docs/reference/journal-format.md).
std::string Mailing::token_for(std::string const& case_id, archive::SentOutside const& sent) const {
  auto const signature = office_.world().key.sign("himpun-link/1\n" + case_id + "\n" + sent.recipient.id.value + "\n");
  auto const secret = sha256(signature);
  return case_id + "." + sent.recipient.id.value + "." + to_base64url(bytes_of(secret));
}

bool Mailing::send_next(std::string const& case_id) {
  std::optional<archive::SentOutside> taken;
  std::int32_t attempt = 0;
  std::string token;
  auto const started = office_.carry_out({}, [&](Desk& desk) -> Result<Json> {
    taken.reset();
    auto const book = desk.books.sending(desk.reader, case_id);
    auto const* next = archive::next_mail(book->state, desk.now);
    if (!next) return Json{};
    bool const is_link = next->sending == archive::Sending::link;
    if (is_link && !desk.world.key.can_sign()) return Json{};  // the node that holds the key sends it
    token = is_link ? token_for(case_id, *next) : std::string{};
    auto const events = archive::start_mail(*next, is_link ? to_hex(sha256(token)) : std::string{}, desk.now);
    if (auto end = desk.record(sending_stream(case_id), book->head, events); !end) return std::unexpected(end.error());
    taken = *next;
    attempt = next->attempts + 1;
    return Json{};
  });
  if (!started || !taken) return false;
  auto const mail = compose(case_id, *taken, token);
  auto const outcome = mail ? mailer_.send(*mail) : refused(mail.error());
  finish(case_id, *taken, attempt, outcome);
  return outcome.fate == MailFate::sent;
}

void Mailing::finish(std::string const& case_id, archive::SentOutside const& sent, std::int32_t attempt,
                     MailOutcome const& outcome) {
  auto const done = office_.carry_out({}, [&](Desk& desk) -> Result<Json> {
    auto const book = desk.books.sending(desk.reader, case_id);
    auto const events =
        outcome.fate == MailFate::sent
            ? archive::end_mail(book->state, sent.recipient.id, attempt, outcome.words)
            : archive::fail_mail(book->state, sent.recipient.id, attempt, outcome.words,
                                 outcome.fate == MailFate::never, desk.now);
    if (events.empty()) return Json{};
    auto const end = desk.record(sending_stream(case_id), book->head, events);
    if (!end) return std::unexpected(end.error());
    return Json{};
  });
  // Not recorded: the lease runs out and the mail is tried again, with the same Message-ID.
  static_cast<void>(done);
}

Result<Mail> Mailing::compose(std::string const& case_id, archive::SentOutside const& sent, std::string const& token) {
  Mail mail{.id = case_id + "/" + sent.recipient.id.value,
            .to_name = sent.recipient.name,
            .to_address = sent.recipient.address};
  workflow::Content content;
  std::string title;
  office_.world().store.read([&](Reader& reader) {
    auto const file = office_.books().find_case(reader, case_id);
    mail.from_name = office_.books().agency(reader)->state.name;
    title = file->state.title;
    auto const* paper = workflow::find_paper(file->state, sent.paper);
    auto const index = static_cast<std::size_t>(sent.number) - 1;
    if (paper && index < paper->versions.size()) content = paper->versions[index].content;
  });
  mail.date = office_.world().clock();
  mail.subject = title;
  mail.body = greeting(mail.from_name, sent, title);
  if (sent.sending == archive::Sending::link) {
    if (public_url_.empty()) {
      return refuse(archive::mail_forbidden, {"Alamat publik server belum diatur (--public-url), tautan tidak dapat dibuat.",
                                              "The server's public address is not set (--public-url)."});
    }
    mail.body += "Naskah ini dibuka melalui tautan pribadi Anda, sekaligus sebagai tanda terima:\n\n  " + public_url_ +
                 "/terima/" + token + "\n\nJangan meneruskan tautan ini.\n";
    return mail;
  }
  MailAttachment attachment{sent.paper + "-v" + std::to_string(sent.number) + ".txt", "text/plain", content.text};
  if (content.file) {
    if (content.file->size > most_attachment_bytes) {
      return refuse(archive::mail_forbidden, {"Naskah terlalu besar untuk surel (15 MiB); kirim sebagai tautan.",
                                              "The paper is too large for mail (15 MiB); send it as a link."});
    }
    attachment = {content.file->name, content.file->media_type, {}};
    auto const read = office_.world().blobs.read(content.file->sha256,
                                                 [&](std::string_view piece) { attachment.content += piece; });
    if (!read) return std::unexpected(read.error());
  }
  mail.attachment = std::move(attachment);
  mail.body += "Naskah terlampir.\n";
  return mail;
}

}  // namespace himpun::app
