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
  bool const may_mend = problem.type->kind == ProblemKind::unavailable;
  return {may_mend ? MailFate::later : MailFate::never, std::string{problem.type->title_id} + ": " + problem.detail.id};
}

std::string greeting(std::string const& agency, archive::SentOutside const& sent, std::string const& title) {
  auto text = "Yth. " + sent.recipient.name + "\n\n" + agency + " menyampaikan naskah:\n\n  " + title + "\n\n";
  if (!sent.note.empty()) text += sent.note + "\n\n";
  return text;
}

std::string notice(std::string const& agency, archive::SentOutside const& sent, std::string const& title,
                   std::string const& reason) {
  return "Yth. " + sent.recipient.name + "\n\n" + agency + " menarik naskah yang telah dikirim kepada Saudara:\n\n  " +
         title + ", versi " + std::to_string(sent.number) + "\n\nAlasan: " + reason +
         "\n\nMohon naskah itu tidak dipakai lagi.\nThe sender has recalled this paper; please do not use it any "
         "more.\n";
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
    office_.world().store.read(
        [&](Reader& reader) { is_over = archive::are_mails_over(office_.books().sending(reader, *each)->state); });
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

/// Nothing when this node cannot send it now: its paper is being printed, or another node holds the key of its link.
std::optional<Mailing::Taken> Mailing::take(Desk& desk, std::string const& case_id, archive::SendingBook const& book,
                                            archive::SentOutside const& next) const {
  Taken taken{.sent = next, .attempt = next.attempts + 1};
  if (archive::is_notice(book, next)) {
    taken.recall = book.recalls.at(next.task);
    return taken;
  }
  bool const is_link = next.sending == archive::Sending::link;
  if (is_link && !desk.world.key.can_sign()) return std::nullopt;
  taken.paper = prepare_hand_out(desk, {workflow::CaseId{case_id}, next.paper, next.number});
  if (taken.paper && !*taken.paper) return std::nullopt;
  if (is_link) taken.token = token_for(case_id, next);
  return taken;
}

bool Mailing::send_next(std::string const& case_id) {
  std::optional<Taken> taken;
  auto const started = office_.carry_out({}, [&](Desk& desk) -> Result<Json> {
    taken.reset();
    auto const book = desk.books.sending(desk.reader, case_id);
    for (auto const* next : archive::due_mails(book->state, desk.now)) {
      taken = take(desk, case_id, book->state, *next);
      if (!taken) continue;
      auto const& token = taken->token;
      auto const events = archive::start_mail(*next, token.empty() ? token : to_hex(sha256(token)), desk.now);
      auto const end = desk.record(sending_stream(case_id), book->head, events);
      if (!end) return std::unexpected(end.error());
      break;
    }
    return Json{};
  });
  if (!started || !taken) return false;
  auto const mail = compose(case_id, *taken);
  auto const outcome = mail ? mailer_.send(*mail) : refused(mail.error());
  finish(case_id, taken->sent, taken->attempt, outcome);
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

Result<Mail> Mailing::compose(std::string const& case_id, Taken const& taken) {
  auto const& sent = taken.sent;
  Mail mail{.id = case_id + "/" + sent.recipient.id.value,
            .to_name = sent.recipient.name,
            .to_address = sent.recipient.address};
  std::string title;
  office_.world().store.read([&](Reader& reader) {
    mail.from_name = office_.books().agency(reader)->state.name;
    title = office_.books().find_case(reader, case_id)->state.title;
  });
  mail.date = office_.world().clock();
  mail.subject = title;
  if (taken.recall) {
    mail.id += "/penarikan";
    mail.subject = "Penarikan naskah: " + title;
    mail.body = notice(mail.from_name, sent, title, taken.recall->reason);
    return mail;
  }
  if (!taken.paper) return std::unexpected(taken.paper.error());
  mail.body = greeting(mail.from_name, sent, title);
  if (sent.sending != archive::Sending::link) {
    if (auto ok = attach(mail, **taken.paper); !ok) return std::unexpected(ok.error());
    return mail;
  }
  if (public_url_.empty()) {
    return refuse(archive::mail_forbidden, {"Alamat publik server belum diatur (--public-url), tautan tidak dapat dibuat.",
                                            "The server's public address is not set (--public-url)."});
  }
  mail.body += "Naskah ini dibuka melalui tautan pribadi Anda, sekaligus sebagai tanda terima:\n\n  " + public_url_ +
               "/terima/" + taken.token + "\n\nJangan meneruskan tautan ini.\n";
  return mail;
}

Result<void> Mailing::attach(Mail& mail, HandedPaper const& paper) const {
  MailAttachment attachment{paper.name, paper.media_type, paper.text};
  if (auto const& file = paper.file) {
    if (file->size > most_attachment_bytes) {
      return refuse(archive::mail_forbidden, {"Naskah terlalu besar untuk surel (15 MiB); kirim sebagai tautan.",
                                              "The paper is too large for mail (15 MiB); send it as a link."});
    }
    auto const read =
        office_.world().blobs.read(file->sha256, [&](std::string_view piece) { attachment.content += piece; });
    if (!read) return std::unexpected(read.error());
  }
  mail.attachment = std::move(attachment);
  mail.body += "Naskah terlampir.\n";
  return {};
}

}  // namespace himpun::app
