#include "core/signing/verdict.h"

#include <algorithm>
#include <array>

namespace himpun::signing {
namespace {

bool is_trusted(std::optional<TimeStampFacts> const& stamp) {
  return stamp && stamp->is_right && stamp->chain == ChainState::trusted;
}

/// The time that counts for certificates: the best proven one, else the signer's word.
void find_time(SignatureVerdict& verdict, RecordedTimes const& recorded) {
  auto const& facts = verdict.facts;
  if (is_trusted(facts.time_stamp) && facts.time_stamp->at) {
    verdict.signed_at = facts.time_stamp->at;
    verdict.time_source = TimeSource::time_stamp;
    return;
  }
  if (auto const found = recorded.find(facts.contents_sha256); found != recorded.end()) {
    verdict.signed_at = found->second;
    verdict.time_source = TimeSource::journal;
    return;
  }
  verdict.signed_at = facts.claimed_at;
}

void check_bytes(SignatureFacts const& facts, std::vector<Fault>& faults) {
  if (!facts.covers_all) faults.push_back(Fault::range_gap);
  if (!facts.padding_is_zero) faults.push_back(Fault::padding_not_zero);
  if (!facts.is_readable) {
    faults.push_back(Fault::malformed);
    return;
  }
  if (!facts.belongs_here) {
    faults.push_back(Fault::copied_from_other_file);
  } else if (!facts.digest_matches) {
    faults.push_back(Fault::bytes_changed);
  }
  if (!facts.certificate_is_bound) {
    faults.push_back(Fault::certificate_swapped);
  } else if (!facts.signature_is_right) {
    faults.push_back(Fault::signature_wrong);
  }
}

/// A certificate counts at the time of signing. A time that only the signer claims proves nothing once the certificate
/// has ended or was revoked: it could have been put back.
void check_certificate(SignatureVerdict const& verdict, Instant now, std::vector<Fault>& faults) {
  auto const& facts = verdict.facts;
  if (!facts.certificate || !facts.is_readable) return;
  auto const at = verdict.signed_at.value_or(now);
  bool const is_proven = verdict.time_source != TimeSource::claimed;
  if (at < facts.certificate->not_before) faults.push_back(Fault::certificate_not_yet_valid);
  auto const latest = is_proven ? at : std::max(at, now);
  if (latest > facts.certificate->not_after) faults.push_back(Fault::certificate_expired);
  if (facts.revoked_at && (!is_proven || *facts.revoked_at <= at)) faults.push_back(Fault::certificate_revoked);
  if (facts.chain == ChainState::broken) faults.push_back(Fault::chain_broken);
  if (facts.time_stamp && !facts.time_stamp->is_right) faults.push_back(Fault::time_stamp_wrong);
}

std::optional<Fault> fault_of(Change change, bool is_closed) {
  switch (change) {
    case Change::signature_added:
      return is_closed ? std::optional{Fault::signed_after_closing} : std::nullopt;
    case Change::time_stamp_added:
    case Change::validation_data_added:
      return std::nullopt;
    case Change::page_added:
      return Fault::page_added;
    case Change::page_removed:
      return Fault::page_removed;
    case Change::page_changed:
      return Fault::page_changed;
    case Change::annotation_added:
      return Fault::annotation_added;
    case Change::field_added:
      return Fault::field_added;
    case Change::content_changed:
      return Fault::content_changed;
  }
  return Fault::content_changed;
}

void add_once(std::vector<Fault>& faults, Fault fault) {
  if (std::ranges::find(faults, fault) == faults.end()) faults.push_back(fault);
}

Standing standing_of(SignatureVerdict const& verdict) {
  if (!verdict.faults.empty()) return Standing::refused;
  return verdict.facts.chain == ChainState::trusted ? Standing::valid : Standing::issuer_unknown;
}

/// A trusted document time-stamp after this signature, with data for later checks before it.
bool is_stamped_later(PdfFacts const& file, std::size_t index) {
  bool has_data = false;
  for (auto later = index; later < file.signatures.size(); ++later) {
    auto const& one = file.signatures[later];
    if (later > index && one.is_time_stamp && has_data && is_trusted(one.time_stamp)) return true;
    has_data = has_data || std::ranges::find(one.later, Change::validation_data_added) != one.later.end();
  }
  return false;
}

/// A level is given only for what was checked: a time whose authority is trusted here, and the issuers' own word about
/// revocation in the file itself.
Level level_of(PdfFacts const& file, std::size_t index) {
  auto const& facts = file.signatures[index];
  if (!is_trusted(facts.time_stamp)) return Level::b_b;
  if (!facts.has_lasting_proof) return Level::b_t;
  return is_stamped_later(file, index) ? Level::b_lta : Level::b_lt;
}

SignatureVerdict judge_one(PdfFacts const& file, std::size_t index, RecordedTimes const& recorded, Instant now) {
  SignatureVerdict verdict{.facts = file.signatures[index]};
  find_time(verdict, recorded);
  check_bytes(verdict.facts, verdict.faults);
  check_certificate(verdict, now, verdict.faults);
  for (auto later = index; later < file.signatures.size(); ++later) {
    for (auto const change : file.signatures[later].later) {
      if (auto const fault = fault_of(change, verdict.facts.closes)) add_once(verdict.faults, *fault);
    }
  }
  if (file.has_loose_end) add_once(verdict.faults, Fault::trailing_data);
  verdict.level = level_of(file, index);
  verdict.standing = standing_of(verdict);
  return verdict;
}

}  // namespace

PdfVerdict judge(PdfFacts const& facts, RecordedTimes const& recorded, Instant now) {
  PdfVerdict verdict{.size = facts.size, .sha256 = facts.sha256, .pages = facts.pages};
  bool is_signed = false;
  verdict.standing = Standing::valid;
  for (std::size_t i = 0; i < facts.signatures.size(); ++i) {
    verdict.signatures.push_back(judge_one(facts, i, recorded, now));
    auto const& last = verdict.signatures.back();
    // Whom a document time-stamp comes from does not change who signed.
    bool const counts = !last.facts.is_time_stamp || last.standing == Standing::refused;
    if (counts) verdict.standing = std::max(verdict.standing, last.standing);
    is_signed = is_signed || !last.facts.is_time_stamp;
    for (auto const fault : last.faults) add_once(verdict.faults, fault);
  }
  if (!is_signed) {
    verdict.standing = Standing::refused;
    add_once(verdict.faults, Fault::not_signed);
  }
  return verdict;
}

Words words_of(Standing standing) {
  switch (standing) {
    case Standing::valid:
      return {"Sah: isi utuh dan penanda tangan dikenal", "Valid: unchanged, and the signer is known"};
    case Standing::issuer_unknown:
      return {"Isi utuh, tetapi penerbit sertifikatnya tidak dikenal di sini",
              "Unchanged, but the certificate's issuer is not known here"};
    case Standing::refused:
      return {"Tidak sah", "Not valid"};
  }
  return {};
}

namespace {

/// RFC 5280, 5.3.1.
Words reason_words(std::int32_t code) {
  switch (code) {
    case 1:
      return {"kuncinya bocor", "its key was compromised"};
    case 2:
      return {"kunci penerbitnya bocor", "its issuer's key was compromised"};
    case 3:
      return {"keterangan pemiliknya berubah", "its holder's particulars changed"};
    case 4:
      return {"sudah diganti", "it was replaced"};
    case 5:
      return {"tidak dipakai lagi", "it is no longer in use"};
    case 6:
      return {"ditangguhkan", "it is on hold"};
    case 9:
      return {"wewenangnya dicabut", "its privilege was withdrawn"};
    default:
      return {"tanpa alasan yang disebut", "no reason was given"};
  }
}

}  // namespace

Words revocation_words(SignatureFacts const& facts) {
  if (facts.revoked_at) {
    auto const why = reason_words(facts.revoked_why);
    return {"Dicabut: " + why.id, "Revoked: " + why.en};
  }
  if (facts.revocation_known) {
    return {"Tidak dicabut, menurut penerbitnya", "Not revoked, as its issuer says"};
  }
  return {"Pencabutan tidak diperiksa: tidak ada keterangan penerbitnya",
          "Revocation was not checked: its issuer's word is not at hand"};
}

Words words_of(Fault fault) {
  static std::array<Words, 21> const words{{
      {"Dokumen ini tidak memuat tanda tangan elektronik.", "This document carries no electronic signature."},
      {"Data tanda tangannya rusak atau bukan tanda tangan.", "The signature's data is broken or no signature."},
      {"Tanda tangan tidak mencakup seluruh isi dokumen: ada celah yang dapat diubah.",
       "The signature does not cover the whole document: there is a gap that could be changed."},
      {"Ada data tersembunyi di belakang nilai tanda tangan.", "Data is hidden behind the signature value."},
      {"Isi dokumen berubah setelah ditandatangani.", "The document was changed after it was signed."},
      {"Tanda tangan ini disalin dari dokumen lain.", "This signature was copied from another document."},
      {"Sertifikat di dalamnya bukan sertifikat yang dipakai menandatangani.",
       "The certificate inside is not the one that was used to sign."},
      {"Tanda tangan tidak cocok dengan sertifikatnya.", "The signature does not match its certificate."},
      {"Ada data tambahan sesudah tanda tangan terakhir.", "There is data after the last signature."},
      {"Halaman ditambahkan setelah ditandatangani.", "A page was added after signing."},
      {"Halaman dihapus setelah ditandatangani.", "A page was removed after signing."},
      {"Halaman diubah setelah ditandatangani.", "A page was changed after signing."},
      {"Tempelan (anotasi) ditambahkan setelah ditandatangani.", "An annotation was laid over it after signing."},
      {"Kolom isian ditambahkan setelah ditandatangani.", "A form field was added after signing."},
      {"Bagian dokumen diganti setelah ditandatangani.", "Part of the document was replaced after signing."},
      {"Ditandatangani lagi sesudah dokumen ditutup oleh penanda tangan terakhir.",
       "It was signed again after the last signer had closed the document."},
      {"Sertifikat belum berlaku pada saat penandatanganan.", "The certificate was not yet valid when it was used."},
      {"Sertifikat sudah kedaluwarsa dan tidak ada bukti waktu penandatanganan sebelum itu.",
       "The certificate has expired and nothing proves that it was used before."},
      {"Sertifikat sudah dicabut oleh penerbitnya.", "The certificate was revoked by its issuer."},
      {"Rantai sertifikatnya putus atau tidak boleh dipakai menandatangani.",
       "The chain of certificates is broken or must not be used for signing."},
      {"Stempel waktunya tidak cocok dengan tanda tangan ini.", "The time-stamp does not match this signature."},
  }};
  auto const index = static_cast<std::size_t>(fault);
  return index < words.size() ? words[index] : Words{};
}

}  // namespace himpun::signing
