#include "app/views/event_words.h"

#include <map>

#include "app/papers/paper_words.h"
#include "app/views/performance/figure_words.h"
#include "core/calendar/events.h"
#include "core/journal/key_record.h"
#include "core/journal/typed.h"
#include "core/procedure/book.h"

namespace himpun::app {
namespace {

std::string quoted(std::string const& text) { return "\"" + text + "\""; }

Words about(std::string const& id, std::string const& en, std::string const& name) {
  return {id + " " + name + ".", en + " " + name + "."};
}

template <class Map, class Key>
std::string name_in(Map const& map, Key const& id) {
  auto const found = map.find(id);
  return found == map.end() ? id.value : found->second.name;
}

std::string position_name(access::Agency const& agency, access::PositionId const& id) {
  return name_in(agency.positions, id);
}

std::string username(access::Agency const& agency, access::AccountId const& id) {
  auto const found = agency.accounts.find(id);
  return found == agency.accounts.end() ? id.value : found->second.username;
}

Words standing_words(access::Standing standing) {
  switch (standing) {
    case access::Standing::definitive:
      return {"", ""};
    case access::Standing::plt:
      return {"Plt. ", "acting "};
    case access::Standing::plh:
      return {"Plh. ", "daily acting "};
    case access::Standing::delegation:
      return {"penerima delegasi ", "delegate of "};
  }
  return {};
}

struct AgencyWords {
  access::Agency const& agency;

  Words operator()(access::AgencyFounded const& e) const {
    return about("Kantor didirikan:", "Office founded:", e.name);
  }
  Words operator()(access::AgencyRenamed const& e) const {
    return about("Kantor berganti nama menjadi", "Office renamed to", e.name + ", " + e.region);
  }
  Words operator()(access::UnitRecorded const& e) const {
    return e.unit.closed ? about("Unit ditutup:", "Unit closed:", e.unit.name)
                         : about("Unit dicatat:", "Unit recorded:", e.unit.name);
  }
  Words operator()(access::PositionRecorded const& e) const {
    return e.position.closed ? about("Jabatan ditutup:", "Position closed:", e.position.name)
                             : about("Jabatan dicatat:", "Position recorded:", e.position.name);
  }
  Words operator()(access::PersonRecorded const& e) const {
    return about("Pegawai dicatat:", "Person recorded:", e.person.name);
  }
  Words operator()(access::Appointed const& e) const {
    auto const& each = e.appointment;
    auto const who = name_in(agency.people, each.person);
    auto const post = position_name(agency, each.position);
    auto const standing = standing_words(each.standing);
    Words words{who + " ditunjuk sebagai " + standing.id + post + " mulai " + spell_date_id(each.from),
                who + " appointed " + standing.en + post + " from " + spell_date_en(each.from)};
    if (each.to) {
      words.id += " sampai " + spell_date_id(*each.to);
      words.en += " to " + spell_date_en(*each.to);
    }
    return {words.id + " (" + each.decree + ").", words.en + " (" + each.decree + ")."};
  }
  Words operator()(access::AppointmentEnded const& e) const {
    auto const found = agency.appointments.find(e.appointment);
    auto const what = found == agency.appointments.end() ? e.appointment.value
                                                         : name_in(agency.people, found->second.person) + ", " +
                                                               position_name(agency, found->second.position);
    return {"Penunjukan berakhir: " + what + ", hari terakhir " + spell_date_id(e.last_day) + " (" + e.reason + ").",
            "Appointment ended: " + what + ", last day " + spell_date_en(e.last_day) + " (" + e.reason + ")."};
  }
  Words operator()(access::AccountRecorded const& e) const {
    return e.account.closed ? about("Akun ditutup:", "Account closed:", e.account.username)
                            : about("Akun dicatat:", "Account recorded:", e.account.username);
  }
  Words operator()(access::PasswordSet const& e) const {
    return about("Kata sandi ditetapkan untuk akun", "Password set for account", username(agency, e.account));
  }
  Words operator()(access::AccountLocked const& e) const {
    auto const tries = std::to_string(e.failures);
    auto const name = username(agency, e.account);
    return {"Akun " + name + " dikunci sementara setelah " + tries + " kata sandi salah.",
            "Account " + name + " locked for a while after " + tries + " wrong passwords."};
  }
  Words operator()(access::DutySeparationSet const& e) const {
    if (e.duty_separation == access::DutySeparation::enforced) {
      return {"Pemisahan tugas ditegakkan kembali.", "Separation of duties enforced again."};
    }
    return about("Pemisahan tugas dilonggarkan:", "Separation of duties relaxed:", e.reason);
  }
};

struct CalendarWords {
  Words operator()(calendar::YearImported const& e) const {
    auto const year = std::to_string(e.year);
    return {"Kalender kerja " + year + " diimpor (" + e.source + ").",
            "Working calendar " + year + " imported (" + e.source + ")."};
  }
  Words operator()(calendar::LocalHolidayAdded const& e) const {
    return {"Libur daerah " + spell_date_id(e.date) + ": " + e.name + " (" + e.reason + ").",
            "Local holiday " + spell_date_en(e.date) + ": " + e.name + " (" + e.reason + ")."};
  }
  Words operator()(calendar::LocalHolidayRemoved const& e) const {
    return {"Libur daerah " + spell_date_id(e.date) + " dicabut (" + e.reason + ").",
            "Local holiday " + spell_date_en(e.date) + " removed (" + e.reason + ")."};
  }
  Words operator()(calendar::OfficeHoursSet const& e) const {
    return about("Jam kerja ditetapkan:", "Office hours set:", e.source);
  }
  Words operator()(calendar::RamadanSet const& e) const {
    return {"Ramadan " + spell_date_id(e.from) + " sampai " + spell_date_id(e.to) + ".",
            "Ramadan " + spell_date_en(e.from) + " to " + spell_date_en(e.to) + "."};
  }
  Words operator()(calendar::RamadanRemoved const& e) const {
    return {"Masa Ramadan mulai " + spell_date_id(e.from) + " dicabut.",
            "Ramadan from " + spell_date_en(e.from) + " removed."};
  }
  Words operator()(calendar::ZoneSet const& e) const { return about("Zona waktu:", "Time zone:", e.zone); }
  Words operator()(calendar::AtRiskRuleSet const& e) const {
    auto const percent = std::to_string(e.percent_left) + "%";
    return {"Langkah dianggap mendesak bila sisa waktunya kurang dari " + percent + ".",
            "A step counts as at risk when less than " + percent + " of its time is left."};
  }
  Words operator()(calendar::CasesFollowed const&) const {
    return {"Tenggat semua berkas yang berjalan sudah mengikuti kalender.",
            "The due dates of all running cases have followed the calendar."};
  }
};

struct ProcedureWords {
  Words operator()(procedure::ProcedureAdopted const& e) const {
    auto const version = std::to_string(e.number);
    return {"SOP " + quoted(e.procedure.name) + " versi " + version + " ditetapkan.",
            "Procedure " + quoted(e.procedure.name) + " version " + version + " adopted."};
  }
  Words operator()(procedure::ProcedureClassified const& e) const {
    return {"SOP versi " + std::to_string(e.number) + " menetapkan kode arsip " + e.classification + " bagi berkasnya.",
            "Cases of version " + std::to_string(e.number) + " are filed under " + e.classification + "."};
  }
  Words operator()(procedure::PerformersAssigned const&) const {
    return {"Pemegang pelaksana SOP ditetapkan.", "The holders of the procedure's performers were assigned."};
  }
};

struct KeyWords {
  Words operator()(journal::KeyRecorded const&) const {
    return {"Kunci titik periksa kantor dicatat.", "The office's checkpoint key was recorded."};
  }
};

/// One sentence per kind of event of a case.
std::map<std::string_view, Words> const& case_words() {
  static std::map<std::string_view, Words> const words{
      {"workflow.case_started", {"Berkas dimulai.", "Case started."}},
      {"workflow.step_opened", {"Langkah dibuka.", "Step opened."}},
      {"workflow.task_read", {"Tugas dibaca.", "Task read."}},
      {"workflow.input_presented", {"Kelengkapan ditunjukkan.", "Requisite shown."}},
      {"workflow.paper_written", {"Naskah ditulis.", "Paper written."}},
      {"workflow.paper_renewed", {"Bagian data naskah diperbarui.", "Data part of the paper renewed."}},
      {"workflow.mark_voided", {"Paraf atau tanda tangan gugur.", "Initials or signature voided."}},
      {"workflow.disposition_given", {"Disposisi diberikan.", "Disposition given."}},
      {"workflow.disposition_withdrawn", {"Disposisi ditarik.", "Disposition withdrawn."}},
      {"workflow.request_answered", {"Permintaan data dijawab.", "Request answered."}},
      {"workflow.request_returned", {"Jawaban dikembalikan.", "Answer sent back."}},
      {"workflow.request_accepted", {"Jawaban diterima.", "Answer accepted."}},
      {"workflow.part_done", {"Bagian pekerjaan bersama selesai.", "Part of joint work done."}},
      {"workflow.paper_marked", {"Naskah diparaf atau ditandatangani.", "Paper initialled or signed."}},
      {"workflow.paper_distributed", {"Naskah didistribusikan.", "Paper distributed."}},
      {"workflow.receipt_confirmed", {"Penerimaan dikonfirmasi.", "Receipt confirmed."}},
      {"workflow.case_archived", {"Berkas diarsipkan.", "Case archived."}},
      {"workflow.step_closed", {"Langkah ditutup.", "Step closed."}},
      {"workflow.join_reached", {"Satu cabang sampai di titik temu.", "A branch reached the join."}},
      {"workflow.case_completed", {"Berkas selesai.", "Case completed."}},
      {"workflow.case_cancelled", {"Berkas dibatalkan.", "Case cancelled."}},
      {"workflow.case_suspended", {"Berkas ditunda.", "Case suspended."}},
      {"workflow.case_resumed", {"Berkas dilanjutkan.", "Case resumed."}},
      {"workflow.deadlines_moved", {"Tenggat dihitung ulang.", "Due dates recomputed."}},
      {"workflow.correction_recorded", {"Pembetulan dicatat.", "Correction recorded."}},
      {"archive.codes_recorded", {"Klasifikasi dan jadwal retensi dicatat.", "Classification and retention recorded."}},
      {"archive.security_recorded", {"Klasifikasi keamanan dicatat.", "Security classes recorded."}},
      {"archive.roles_named", {"Arsiparis dan penyetuju ditunjuk.", "Archivists and approvers named."}},
      {"archive.case_filed", {"Berkas masuk daftar arsip.", "Case filed in the archive register."}},
      {"archive.destruction_proposed", {"Pemusnahan arsip diusulkan.", "Destruction proposed."}},
      {"archive.destruction_approved", {"Pemusnahan arsip disetujui.", "Destruction approved."}},
      {"archive.destruction_rejected", {"Usul musnah ditolak.", "Destruction rejected."}},
      {"archive.destruction_carried_out", {"Arsip dimusnahkan.", "Files destroyed."}},
      {"distribution.outside_addressed", {"Penerima luar dialamatkan.", "Outside recipients addressed."}},
      {"distribution.mail_started", {"Surel mulai dikirim.", "Mail under way."}},
      {"distribution.mail_sent", {"Surel terkirim.", "Mail sent."}},
      {"distribution.mail_failed", {"Surel tidak terkirim.", "Mail not sent."}},
      {"distribution.link_opened", {"Penerima luar mengonfirmasi terima.", "Outside recipient confirmed receipt."}},
      {"distribution.delivery_recorded", {"Penyerahan naskah dicatat.", "Delivery recorded."}},
      {"distribution.recalled", {"Distribusi ditarik.", "Distribution recalled."}},
      {"workflow.case_moved", {"Berkas pindah ke versi SOP lain.", "Case moved to another version of its procedure."}},
      {"signing.requested", {"Tanda tangan elektronik diminta.", "Electronic signature asked for."}},
      {"signing.completed", {"Naskah ditandatangani secara elektronik.", "Paper signed electronically."}},
      {"signing.refused", {"Tanda tangan elektronik gagal.", "Electronic signature failed."}},
      {"signing.signer_named", {"Cara seseorang menandatangani ditetapkan.", "How somebody signs was set."}},
      {"signing.signer_removed", {"Cara seseorang menandatangani dihapus.", "How somebody signs was removed."}},
      {"signing.authority_made",
       {"Otoritas sertifikat kantor dibuat.", "The office's certificate authority was made."}},
      {"signing.anchor_trusted", {"Penerbit sertifikat lain dipercaya.", "Another certificate issuer was trusted."}},
      {"signing.certificate_issued", {"Sertifikat pejabat diterbitkan.", "An official's certificate was issued."}},
      {"signing.certificate_revoked", {"Sertifikat pejabat dicabut.", "An official's certificate was revoked."}},
  };
  return words;
}

template <class Variant, class Visitor>
std::optional<Words> told(journal::Envelope const& envelope, Visitor const& visitor) {
  auto const event = journal::from_data<Variant>(envelope.type, envelope.type_version, envelope.data);
  if (!event) return std::nullopt;
  return std::visit(visitor, *event);
}

}  // namespace

Words words_of(journal::Envelope const& envelope, access::Agency const& agency) {
  std::optional<Words> words;
  if (envelope.type.starts_with("access.")) {
    words = told<access::Event>(envelope, AgencyWords{agency});
  } else if (envelope.type.starts_with("calendar.")) {
    words = told<calendar::Event>(envelope, CalendarWords{});
  } else if (envelope.type.starts_with("procedure.")) {
    words = told<procedure::Event>(envelope, ProcedureWords{});
  } else if (envelope.type.starts_with("performance.")) {
    words = figure_words(envelope);
  } else if (envelope.type.starts_with("document.")) {
    words = paper_words(envelope);
  } else if (envelope.type.starts_with("journal.")) {
    words = told<journal::KeyEvent>(envelope, KeyWords{});
  } else if (auto const found = case_words().find(envelope.type); found != case_words().end()) {
    words = found->second;
  }
  return words.value_or(Words{envelope.type, envelope.type});
}

}  // namespace himpun::app
