#include "shell/http/routes/signing/verification_html.h"

#include <algorithm>

#include "base/values/moment.h"
#include "shell/http/routes/pages/plain_page.h"

namespace himpun::http {
namespace {

/// "CN=Otoritas X,O=Dinas Y,C=ID" -> "Otoritas X"; the whole when it has no name of that kind in front.
std::string common_name(std::string const& distinguished) {
  constexpr std::string_view begin = "CN=";
  if (!distinguished.starts_with(begin)) return distinguished;
  return distinguished.substr(begin.size(), distinguished.find(',') - begin.size());
}

class Writer {
 public:
  explicit Writer(VerificationPage const& page) : page_(page) {}

  [[nodiscard]] std::string say(char const* id, char const* en) const {
    return page_.language == Language::english ? en : id;
  }
  [[nodiscard]] std::string words(Words const& words) const { return himpun::say(words, page_.language); }

  [[nodiscard]] std::string time(Instant at) const {
    return page_.language == Language::english ? spell_moment_en(at, page_.offset) : spell_moment_id(at, page_.offset);
  }

  void row(std::string const& name, std::string const& value) {
    if (!value.empty()) out_ += "<dt>" + escaped(name) + "</dt><dd>" + escaped(value) + "</dd>";
  }
  void raw(std::string const& html) { out_ += html; }
  [[nodiscard]] std::string finish() { return std::move(out_); }

  void form();
  void problem(Problem const& problem);
  void verdict(app::CheckedPaper const& checked);
  void signature(signing::SignatureVerdict const& one, app::CheckedPaper const& checked);
  void record(app::PaperRecord const& record);
  void warnings(app::PaperRecord const& record);
  [[nodiscard]] std::string recorded_words(app::CheckedPaper const& checked) const;

 private:
  VerificationPage const& page_;
  std::string out_;
};

void Writer::form() {
  raw("<form class=\"card\" method=\"post\" action=\"/api/v1/verification\" enctype=\"multipart/form-data\"><label for=\"berkas\">" +
      escaped(say("Berkas PDF yang akan diperiksa", "The PDF to be checked")) +
      "</label><input id=\"berkas\" class=\"unseen\" name=\"berkas\" type=\"file\" accept=\"application/pdf\" required>"
      "<label class=\"pick\" for=\"berkas\">" +
      escaped(say("Pilih berkas", "Choose a file")) +
      "</label><button type=\"submit\">" +
      escaped(say("Periksa", "Check")) + "</button><p class=\"muted\">" +
      escaped(say("Paling besar 25 MB. Berkas hanya dibaca, tidak disimpan.",
                  "At most 25 MB. The file is only read, never kept.")) +
      "</p></form><form class=\"card\" method=\"get\" action=\"/verifikasi\"><label for=\"kode\">" +
      escaped(say("Atau kode verifikasi dari kode QR", "Or the verification code of the QR code")) +
      "</label><input id=\"kode\" name=\"kode\" maxlength=\"80\" autocomplete=\"off\" required><button type=\"submit\">" +
      escaped(say("Cari", "Look up")) + "</button></form>");
}

void Writer::problem(Problem const& problem) {
  raw("<section class=\"card verdict bad\" role=\"status\"><h2>" +
      escaped(say(std::string{problem.type->title_id}.c_str(), std::string{problem.type->title_en}.c_str())) +
      "</h2><p>" + escaped(words(problem.detail)) + "</p></section>");
}

std::string kind_words(Writer const& writer, signing::SignatureKind kind) {
  return kind == signing::SignatureKind::initials ? writer.say("Paraf", "Initials")
                                                  : writer.say("Tanda tangan", "Signature");
}

/// A paper that the office replaced or recalled is no longer its word, however right its signatures are.
bool is_outdated(std::optional<app::PaperRecord> const& record) {
  return record && (record->is_void || record->recalled_at);
}

char const* look_of(app::CheckedPaper const& checked) {
  auto const standing = checked.verdict.standing;
  if (standing == signing::Standing::refused) return "bad";
  return standing == signing::Standing::valid && !is_outdated(checked.record) ? "good" : "warn";
}

std::string Writer::recorded_words(app::CheckedPaper const& checked) const {
  auto const all = std::ranges::count(checked.verdict.signatures, false,
                                      [](signing::SignatureVerdict const& one) { return one.facts.is_time_stamp; });
  auto const known = checked.recorded_signatures;
  if (checked.names_other_paper) {
    return say("Kode verifikasi di dalamnya menunjuk naskah lain di kantor ini; berkas ini bukan naskah itu.",
               "The verification code inside names another paper of this office; this file is not that paper.");
  }
  if (known == 0) return say("Tanda tangannya tidak tercatat di kantor ini.", "This office has no record of its signatures.");
  if (known == all) {
    return say("Tanda tangannya tercatat di jurnal kantor ini.", "Its signatures stand in this office's journal.");
  }
  return std::to_string(known) + say(" dari ", " of ") + std::to_string(all) +
         say(" tanda tangannya tercatat di jurnal kantor ini.", " signatures stand in this office's journal.");
}

void Writer::warnings(app::PaperRecord const& record) {
  if (record.recalled_at) {
    raw("<p><strong>" +
        escaped(say("Distribusi versi ini ditarik kembali oleh kantor pada ",
                    "The office recalled the distribution of this version on ") +
                time(*record.recalled_at) + ".") +
        "</strong></p>");
  }
  if (record.is_void) {
    raw("<p><strong>" +
        escaped(say("Versi ini sudah diganti oleh versi ", "This version was replaced by version ") +
                std::to_string(record.latest_version) + ".") +
        "</strong></p>");
  }
}

void Writer::verdict(app::CheckedPaper const& checked) {
  auto const standing = checked.verdict.standing;
  auto const* look = look_of(checked);
  raw(std::string{"<section class=\"card verdict "} + look + "\" role=\"status\"><h2>" +
      escaped(words(signing::words_of(standing))) + "</h2>");
  for (auto const fault : checked.verdict.faults) raw("<p>" + escaped(words(signing::words_of(fault))) + "</p>");
  raw("<p>" + escaped(recorded_words(checked)) + "</p>");
  if (checked.record) warnings(*checked.record);
  raw("</section>");
  for (auto const& one : checked.verdict.signatures) {
    if (!one.facts.is_time_stamp) signature(one, checked);
  }
  if (checked.record) record(*checked.record);
}

void Writer::signature(signing::SignatureVerdict const& one, app::CheckedPaper const& checked) {
  auto const* known = checked.record ? app::find_recorded(*checked.record, one.facts) : nullptr;
  raw("<section class=\"card\"><h2>" + escaped(known ? kind_words(*this, known->kind) : one.facts.field) + "</h2><dl>");
  row(say("Oleh", "By"), known ? known->name : one.facts.name);
  if (known) row(say("Jabatan", "Position"), known->position);
  if (one.signed_at) {
    auto const source = one.time_source == signing::TimeSource::claimed
                            ? say(" (menurut penanda tangan)", " (as the signer says)")
                        : one.time_source == signing::TimeSource::journal
                            ? say(" (menurut jurnal kantor)", " (as the office's journal says)")
                            : say(" (stempel waktu)", " (time-stamp)");
    row(say("Waktu", "Time"), time(*one.signed_at) + source);
  }
  if (one.facts.certificate) {
    row(say("Sertifikat", "Certificate"), one.facts.certificate->name);
    row(say("Penerbit", "Issuer"), common_name(one.facts.certificate->issuer));
    row(say("Pencabutan", "Revocation"), words(signing::revocation_words(one.facts)));
  }
  row(say("Keadaan", "State"), words(signing::words_of(one.standing)));
  raw("</dl></section>");
}

void Writer::record(app::PaperRecord const& record) {
  raw("<section class=\"card\"><h2>" + escaped(say("Menurut catatan kantor", "As the office recorded it")) + "</h2><dl>");
  row(say("Kantor", "Office"), record.office);
  row(say("Naskah", "Paper"), record.paper + ", " + say("versi ", "version ") + std::to_string(record.version));
  row(say("Berkas", "Case"), record.case_number + " · " + record.case_title);
  for (auto const& each : record.signatures) {
    auto text = each.name + ", " + each.position + ", " + time(each.at);
    if (each.signer == signing::SignerKind::wet_ink) text += say(" (tanda tangan basah, dipindai)", " (by hand, scanned)");
    if (each.checkpoint) {
      text += say(" · terbukti oleh titik periksa ", " · proven by checkpoint ") + std::to_string(*each.checkpoint);
    }
    row(kind_words(*this, each.kind), text);
  }
  raw("</dl></section>");
}

}  // namespace

std::string verification_html(VerificationPage const& page) {
  Writer writer{page};
  auto const title = writer.say("Periksa tanda tangan elektronik", "Check an electronic signature");
  writer.raw("<p class=\"muted\">" +
             escaped(writer.say("Pastikan alamat halaman ini milik kantor yang bersangkutan.",
                                "Make sure that this page's address is the office's own.")) +
             "</p>");
  if (page.problem) writer.problem(*page.problem);
  if (page.checked) writer.verdict(*page.checked);
  if (page.record) {
    writer.record(*page.record);
    writer.warnings(*page.record);
  }
  if (page.record) {
    writer.raw("<p>" + escaped(writer.say("Untuk memastikan berkas yang Anda pegang sama, unggah berkasnya di bawah ini.",
                                          "To make sure that your file is the same one, upload it below.")) +
               "</p>");
  }
  writer.form();
  return plain_page({.language = page.language, .office = page.office, .title = title, .body = writer.finish()});
}

}  // namespace himpun::http
