#include "app/signing/signing_desk.h"

#include <algorithm>

#include "app/files/intake.h"
#include "app/signing/begun.h"
#include "base/ensure.h"
#include "core/signing/code.h"
#include "core/signing/rules.h"

namespace himpun::app {
namespace {

constexpr std::int32_t edition_wait_seconds = 3;

/// The mark of somebody who has no signer. One who was named a moment ago is told to look again.
Body mark_only(SigningRoom& room, MarkOrder const& order) {
  return [&room, command = workflow::TaskCommand{order.task, order.revision, order.mark}](Desk& desk) -> Result<Json> {
    if (signer_of(room, desk)) return refuse(workflow::case_changed);
    return act_on_task(desk, command, workflow::Identity::proven);
  };
}

/// Most people have none. That is read beside the writer, so that a mark waits for one commit and holds no thread.
bool has_signer(SigningRoom& room, access::AccountId const& account) {
  bool has = true;  // what cannot be read here is refused by the writer, with its reason
  static_cast<void>(room.office().look(account, [&](Sight& sight) -> Result<Json> {
    has = signer_of(room, sight).has_value();
    return Json{};
  }));
  return has;
}

/// What the signing found out before the signer is asked.
struct Start {
  bool is_plain = false;  ///< the caller has no signer: mark only
  std::optional<Begun> begun;
  std::optional<Json> kept;  ///< the answer to the same request, given before
};

/// The same request may come twice: the second one is told what the first was.
Result<std::optional<Json>> kept_answer(Desk& desk, MarkOrder const& order) {
  if (!order.retry) return std::nullopt;
  auto const kept = desk.reader.find_kept_answer(order.account.value, order.retry->key);
  if (!kept) return std::nullopt;
  if (kept->request_hash != order.retry->request_hash) return refuse(key_reused);
  auto answer = parse_json(kept->answer);
  if (!answer) return std::unexpected(answer.error());
  return std::optional{std::move(*answer)};
}

Result<Start> start(SigningRoom& room, MarkOrder const& order, Secret const& passphrase) {
  Start found;
  auto const answer = room.office().carry_out({order.account, {}}, [&](Desk& desk) -> Result<Json> {
    found = {};
    auto kept = kept_answer(desk, order);
    if (!kept) return std::unexpected(kept.error());
    found.kept = std::move(*kept);
    if (found.kept) return Json{};
    auto const signer = signer_of(room, desk);
    if (!signer) {
      found.is_plain = true;
      return Json{};
    }
    if (signer->kind == signing::SignerKind::wet_ink) {
      return refuse(print_first, {"Anda menandatangani di atas kertas: cetak, tanda tangani, lalu unggah pindaiannya.",
                                  "You sign on paper: print it, sign it, then upload the scan."});
    }
    if (passphrase.empty()) return refuse(passphrase_needed);
    if (!room.tools().find_signer(signer->kind)) return refuse(signer_not_set_up);
    auto begun = begin_signing(room, desk, order, *signer);
    if (!begun) return std::unexpected(begun.error());
    found.begun = std::move(*begun);
    return Json{};
  });
  if (!answer) return std::unexpected(answer.error());
  return found;
}

Problem pending() {
  return {.type = &edition_pending,
          .detail = {"Tunggu beberapa detik, lalu ulangi.", "Wait some seconds, then try again."},
          .retry_after_seconds = edition_wait_seconds};
}

std::string faults_text(signing::PdfVerdict const& verdict, Language language) {
  std::string text;
  for (auto const fault : verdict.faults) text += (text.empty() ? "" : " ") + say(signing::words_of(fault), language);
  return text;
}

/// The verdict found one, or the standing would be refused.
signing::SignatureVerdict const& last_signature(signing::PdfVerdict const& verdict) {
  auto const found = std::find_if(verdict.signatures.rbegin(), verdict.signatures.rend(),
                                  [](auto const& one) { return !one.facts.is_time_stamp; });
  ensure(found != verdict.signatures.rend(), "a signed PDF has a signature");
  return *found;
}

/// Nothing is believed that a signer gives back: it must be the same file with one more right signature.
Result<signing::SignedFile> check_result(SigningRoom& room, Begun const& begun, std::string const& base,
                                         std::string const& pdf) {
  auto const& world = room.world();
  if (!pdf.starts_with(base)) {
    return refuse(pdf_rewritten, {"Tanda tangan harus ditambahkan tanpa mengubah isi yang sudah ada.",
                                  "A signature must be added without changing what is there."});
  }
  auto const facts = room.tools().read(pdf, room.trusted());
  if (!facts) return std::unexpected(facts.error());
  auto const verdict = signing::judge(*facts, {}, world.clock());
  if (verdict.standing == signing::Standing::refused) {
    return refuse(result_wrong, {faults_text(verdict, Language::indonesian), faults_text(verdict, Language::english)});
  }
  auto const& last = last_signature(verdict);
  auto name = begun.signature.field;
  std::ranges::replace(name, ' ', '-');
  auto const kept = keep_bytes(world, pdf, name + ".pdf", "application/pdf");
  if (!kept) return std::unexpected(kept.error());
  return signing::SignedFile{
      *kept, last.facts.contents_sha256,
      last.facts.certificate ? last.facts.certificate->name + ", " + last.facts.certificate->issuer : std::string{},
      word_of(last.level)};
}

void tell_refusal(SigningRoom& room, MarkOrder const& order, Begun const& begun, Problem problem, Reply reply) {
  room.office().carry_out(
      {order.account, {}}, [&room, begun, problem](Desk& desk) { return record_refusal(room, desk, begun, problem); },
      [problem, reply = std::move(reply)](Result<Json> recorded) mutable {
        // That the refusal could not be written down is the lesser news.
        static_cast<void>(recorded);
        reply(std::unexpected(std::move(problem)));
      });
}

void tell_success(SigningRoom& room, MarkOrder const& order, Begun const& begun, signing::SignedFile const& file,
                  Reply reply) {
  room.office().carry_out(
      {order.account, order.retry},
      [&room, order, begun, file](Desk& desk) { return complete_signing(room, desk, order, begun, file); },
      [&room, order, begun, reply = std::move(reply)](Result<Json> answer) mutable {
        if (answer) return reply(std::move(answer));
        // The paper changed while it was being signed: the signature is of an older version.
        tell_refusal(room, order, begun, std::move(answer.error()), std::move(reply));
      });
}

}  // namespace

void mark_paper(SigningRoom& room, MarkOrder order, Secret passphrase, Reply reply) {
  auto const only_mark = [&] {
    room.office().carry_out({order.account, order.retry}, mark_only(room, order), std::move(reply));
  };
  if (!has_signer(room, order.account)) return only_mark();
  auto begun = start(room, order, passphrase);
  if (!begun) return reply(std::unexpected(std::move(begun.error())));
  if (begun->kept) return reply(std::move(*begun->kept));
  if (begun->is_plain) return only_mark();
  if (!begun->begun) return reply(std::unexpected(pending()));
  auto base = read_bytes(room.world(), begun->begun->base);
  if (!base) return tell_refusal(room, order, *begun->begun, std::move(base.error()), std::move(reply));
  auto* signer = room.tools().find_signer(begun->begun->signer.kind);
  SigningWork work{*base, begun->begun->signature, begun->begun->signer.key, std::move(passphrase), room.trusted()};
  signer->sign(std::move(work), [&room, order, one = std::move(*begun->begun), base = std::move(*base),
                                 reply = std::move(reply)](Result<std::string> pdf) mutable {
    if (!pdf) return tell_refusal(room, order, one, std::move(pdf.error()), std::move(reply));
    auto file = check_result(room, one, base, *pdf);
    if (!file) return tell_refusal(room, order, one, std::move(file.error()), std::move(reply));
    tell_success(room, order, one, *file, std::move(reply));
  });
}

Result<Json> begin_print(SigningRoom& room, Desk& desk, MarkOrder const& order) {
  auto const signer = signer_of(room, desk);
  if (!signer || signer->kind != signing::SignerKind::wet_ink) return refuse(signer_not_set_up);
  auto const begun = begin_signing(room, desk, order, *signer);
  if (!begun) return std::unexpected(begun.error());
  if (!*begun) return Json{}.add("pending", true);
  return Json{}
      .add("case_id", (*begun)->file.value)
      .add("id", (*begun)->id)
      .add("code", signing::to_text({(*begun)->file.value, (*begun)->id}));
}

Result<std::string> printed_pdf(SigningRoom& room, access::AccountId const& account, workflow::CaseId const& file,
                                std::int32_t id) {
  std::optional<Begun> begun;
  auto const looked = room.office().look(account, [&](Sight& sight) -> Result<Json> {
    auto const known = room.signing(sight.reader, file.value);
    auto const* one = signing::find_signing(known->state, id);
    if (!one || one->signer != signing::SignerKind::wet_ink) return refuse(signing::signing_unknown);
    auto found = find_begun(room, sight, file, *one);
    if (!found) return std::unexpected(found.error());
    begun = std::move(*found);
    return Json{};
  });
  if (!looked) return std::unexpected(looked.error());
  auto base = read_bytes(room.world(), begun->base);
  if (!base) return std::unexpected(base.error());
  return room.tools().with_stamp(std::move(*base), begun->signature);
}

void mark_with_scan(SigningRoom& room, MarkOrder order, FileRef const& scan, Reply reply) {
  std::optional<Begun> begun;
  auto const looked = room.office().look(order.account, [&](Sight& sight) -> Result<Json> {
    auto const file = workflow::case_of(order.task);
    auto const known = room.signing(sight.reader, file.value);
    auto const* open = signing::open_signing(known->state, order.task.value);
    bool const is_own = open && open->signer == signing::SignerKind::wet_ink && sight.caller.person == open->by.person;
    if (!is_own) return refuse(print_first);
    auto found = find_begun(room, sight, file, *open);
    if (!found) return std::unexpected(found.error());
    begun = std::move(*found);
    return Json{};
  });
  if (!looked) return reply(std::unexpected(looked.error()));
  auto const kept = kept_file(room.world(), scan);
  if (!kept) return reply(std::unexpected(kept.error()));
  auto const path = room.world().blobs.path_of(kept->sha256);
  if (!path) return reply(std::unexpected(path.error()));
  auto const codes = room.tools().read_codes(*path, kept->media_type);
  if (!codes) return reply(std::unexpected(codes.error()));
  if (std::ranges::find(*codes, begun->signature.stamp.url) == codes->end()) {
    return reply(refuse(scan_other, {"Kode QR naskah yang dicetak tidak terbaca pada pindaian ini. Pindai ulang "
                                     "dengan terang dan lurus, semua halaman.",
                                     "The QR code of the printed paper cannot be read in this scan. Scan it again, "
                                     "bright and straight, all pages."}));
  }
  tell_success(room, order, *begun, {*kept, "", "", ""}, std::move(reply));
}

}  // namespace himpun::app
