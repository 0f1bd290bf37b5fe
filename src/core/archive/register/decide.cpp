#include "core/archive/register/decide.h"

#include <algorithm>
#include <set>

#include "base/text.h"

namespace himpun::archive {
namespace {

constexpr std::size_t longest_text = 500;

/// The post through which the caller acts for one of `holders`.
std::optional<By> post_among(std::vector<HolderId> const& holders, Occasion const& occasion) {
  auto const& person = occasion.caller.person;
  if (!person) return std::nullopt;
  for (auto const& each : holders) {
    auto const post = access::post_for(occasion.agency, *person, each, occasion.today);
    if (post) return By{*person, post->position, post->standing};
  }
  return std::nullopt;
}

bool is_part(std::string_view part) {
  return !part.empty() && part.size() <= 8 &&
         std::ranges::all_of(part, [](char c) { return (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z'); });
}

/// "000.8.6.3", or letters as older schemes use them ("KP.01").
bool is_code(std::string_view code) {
  auto const parts = split(code, '.');
  return code.size() <= 40 && !parts.empty() && std::ranges::all_of(parts, is_part);
}

bool is_id(std::string_view id) {
  return !id.empty() && id.size() <= 40 && std::ranges::all_of(id, [](char c) {
    return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '_' || c == '-';
  });
}

bool is_sane(std::int32_t years) { return years >= 0 && years <= most_retention_years; }

std::string numbered(std::int32_t number, std::int32_t year, std::size_t digits) {
  auto text = std::to_string(number);
  if (text.size() < digits) text.insert(0, digits - text.size(), '0');
  return text + "/" + std::to_string(year);
}

std::int32_t year_of(Date day) { return static_cast<int>(std::chrono::year_month_day{day}.year()); }

std::int32_t last_in(std::map<std::int32_t, std::int32_t> const& last, std::int32_t year) {
  auto const found = last.find(year);
  return found == last.end() ? 0 : found->second;
}

Result<void> require_words(std::string_view text, Words const& what) {
  if (!trim(text).empty() && count_characters(text) <= longest_text) return {};
  return refuse(reason_missing, what);
}

Result<Proposal const*> find_proposal(Register const& all, ProposalId const& id) {
  auto const found = all.proposals.find(id);
  if (found == all.proposals.end()) return refuse(proposal_unknown);
  return &found->second;
}

/// Why this file may not be proposed; nothing when it may.
std::optional<Problem> why_not_due(Register const& all, FiledId const& id, Date today) {
  auto const found = all.files.find(id);
  if (found == all.files.end()) return Problem{.type = &file_unknown, .detail = {id.value, id.value}};
  auto const& file = found->second;
  auto const state = state_of(all, file, today);
  auto const refused = [&](std::string const& why_id, std::string const& why_en) {
    return Problem{.type = &file_not_due, .detail = {file.number + " " + why_id, file.number + " " + why_en}};
  };
  if (state == FileState::destroyed) return refused("sudah dimusnahkan.", "was destroyed already.");
  if (state == FileState::permanent || file.retention.disposal == Disposal::permanent) {
    return refused("berketerangan permanen: diserahkan sebagai arsip statis, tidak dimusnahkan.",
                   "is permanent: it is handed over, never destroyed.");
  }
  if (state != FileState::due) {
    auto const day = to_text(final_from(file.to, file.retention));
    return refused("baru jatuh tempo musnah pada " + day + ".", "is due for destruction on " + day + ".");
  }
  if (auto const* other = open_proposal_of(all, id)) {
    return refused("sudah ada di usul musnah " + other->number + ".", "is in proposal " + other->number + " already.");
  }
  return std::nullopt;
}

}  // namespace

Result<void> may_keep(Register const& all, Occasion const& occasion) {
  auto const& caller = occasion.caller;
  if (caller.is_installation() || caller.is(access::Role::administrator)) return {};
  if (post_among(all.keepers, occasion)) return {};
  return refuse(archive_forbidden, {"Arsip dikelola administrator dan arsiparis yang ditunjuk.",
                                    "The archive is kept by administrators and the archivists who were named."});
}

Result<By> who_keeps(Register const& all, Occasion const& occasion) {
  if (auto const by = post_among(all.keepers, occasion)) return *by;
  return refuse(archive_forbidden, {"Usul musnah dibuat dan dilaksanakan arsiparis yang ditunjuk.",
                                    "Destruction is proposed and carried out by the archivists who were named."});
}

Result<By> who_approves(Register const& all, Occasion const& occasion) {
  if (auto const by = post_among(all.approvers, occasion)) return *by;
  return refuse(archive_forbidden, {"Usul musnah disetujui pejabat yang ditunjuk sebagai penyetuju.",
                                    "Destruction is approved by the officials who were named for it."});
}

Result<Events> record_code(Register const& all, ClassCode const& code, Occasion const& occasion) {
  if (auto ok = may_keep(all, occasion); !ok) return std::unexpected(ok.error());
  Problem problem{.type = &code_invalid};
  auto const fault = [&](char const* field, Words words) {
    problem.fields.push_back({std::string{"/"} + field, std::move(words)});
  };
  if (!is_code(code.code)) {
    fault("code", {"tulis seperti 000.8.6.3: angka atau huruf besar, dipisah titik.",
                   "write it like 000.8.6.3: digits or capitals, separated by full stops."});
  }
  if (trim(code.title).empty() || count_characters(code.title) > longest_text) {
    fault("title", {"isi uraiannya, paling panjang 500 huruf.", "give its title, at most 500 characters."});
  }
  if (code.retention && (!is_sane(code.retention->active_years) || !is_sane(code.retention->inactive_years))) {
    fault("retention", {"masa simpan di antara 0 dan 100 tahun.", "retention is within 0 and 100 years."});
  }
  if (!code.security.empty() && !all.security.contains(code.security)) {
    fault("security", {"klasifikasi keamanan ini belum ada.", "there is no such security class."});
  }
  if (!problem.fields.empty()) return std::unexpected(std::move(problem));
  auto const known = all.codes.find(code.code);
  if (known != all.codes.end() && known->second == code) return Events{};
  return Events{CodesRecorded{{code}}};
}

Result<Events> record_security(Register const& all, std::vector<SecurityClass> const& classes,
                               Occasion const& occasion) {
  if (auto ok = may_keep(all, occasion); !ok) return std::unexpected(ok.error());
  std::vector<SecurityClass> changed;
  for (auto const& each : classes) {
    if (!is_id(each.id) || trim(each.name).empty() || count_characters(each.name) > longest_text) {
      return refuse(security_unknown, {"Isi id (huruf kecil, angka, - dan _) dan nama setiap kelas keamanan.",
                                       "Give the id (small letters, digits, - and _) and name of every class."});
    }
    auto const known = all.security.find(each.id);
    if (known == all.security.end() || known->second != each) changed.push_back(each);
  }
  return changed.empty() ? Events{} : Events{SecurityRecorded{std::move(changed)}};
}

Result<Events> name_roles(Register const& all, std::vector<HolderId> const& keepers,
                          std::vector<HolderId> const& approvers, Occasion const& occasion) {
  auto const& caller = occasion.caller;
  if (!caller.is_installation() && !caller.is(access::Role::administrator)) {
    return refuse(archive_forbidden, {"Hanya administrator yang menunjuk arsiparis dan penyetuju.",
                                      "Only administrators name archivists and approvers."});
  }
  for (auto const* list : {&keepers, &approvers}) {
    for (auto const& each : *list) {
      if (access::is_open_holder(occasion.agency, each)) continue;
      return refuse(archive_forbidden, {"Jabatan atau unit \"" + each.value + "\" tidak dikenal atau ditutup.",
                                        "Position or unit \"" + each.value + "\" is not known or closed."});
    }
  }
  if (all.keepers == keepers && all.approvers == approvers) return Events{};
  return Events{ArchiveRolesNamed{keepers, approvers}};
}

Result<void> check_filing(Register const& all, std::string_view code, Retention const& retention) {
  if (!all.has_schedule()) return {};
  auto const found = all.codes.find(std::string{code});
  if (found == all.codes.end() || found->second.closed || !found->second.retention) {
    return refuse(code_unknown, {"Pilih kode yang mempunyai retensi, bukan \"" + std::string{code} + "\".",
                                 "Choose a code that has a retention, not \"" + std::string{code} + "\"."});
  }
  if (*found->second.retention == retention) return {};
  auto const& of_schedule = *found->second.retention;
  auto const spelled = std::to_string(of_schedule.active_years) + " + " + std::to_string(of_schedule.inactive_years);
  bool const is_kept = of_schedule.disposal == Disposal::permanent;
  return refuse(retention_differs,
                {"Menurut jadwal: " + spelled + " tahun, " + (is_kept ? "permanen." : "musnah."),
                 "By the schedule: " + spelled + " years, " + (is_kept ? "permanent." : "destroy.")});
}

Events file_case(Register const& all, FiledCase file) {
  if (all.files.contains(file.id)) return {};
  auto const year = year_of(file.to);
  file.number = numbered(last_in(all.last_number, year) + 1, year, 4);
  return {CaseFiled{std::move(file)}};
}

Result<Events> propose_destruction(Register const& all, ProposalId const& id, std::vector<FiledId> const& files,
                                   std::string const& reason, Occasion const& occasion) {
  auto const by = who_keeps(all, occasion);
  if (!by) return std::unexpected(by.error());
  if (files.empty() || files.size() > 1000 || std::set(files.begin(), files.end()).size() != files.size()) {
    return refuse(file_unknown, {"Pilih 1 sampai 1000 berkas, masing-masing sekali.",
                                 "Choose 1 to 1000 files, each of them once."});
  }
  if (auto ok = require_words(reason, {"Isi dasar usul musnah.", "Give the grounds of the proposal."}); !ok) {
    return std::unexpected(ok.error());
  }
  for (auto const& each : files) {
    if (auto why = why_not_due(all, each, occasion.today)) return std::unexpected(std::move(*why));
  }
  auto const year = year_of(occasion.today);
  auto number = numbered(last_in(all.last_proposal_number, year) + 1, year, 1);
  return Events{DestructionProposed{id, std::move(number), files, reason, *by}};
}

Result<Events> approve_destruction(Register const& all, ProposalId const& id, std::string const& decree,
                                   Occasion const& occasion) {
  auto const by = who_approves(all, occasion);
  if (!by) return std::unexpected(by.error());
  auto const proposal = find_proposal(all, id);
  if (!proposal) return std::unexpected(proposal.error());
  if ((*proposal)->state == ProposalState::approved && (*proposal)->judged_by->person == by->person) return Events{};
  if ((*proposal)->state != ProposalState::proposed) return refuse(proposal_closed);
  if ((*proposal)->proposed_by.person == by->person) {
    return refuse(same_person, {"Usul ini Anda sendiri yang membuat; penyetujunya harus orang lain.",
                                "You made this proposal yourself; somebody else must approve it."});
  }
  if (auto ok = require_words(decree, {"Isi nomor keputusan persetujuannya.", "Give the decree of the approval."}); !ok) {
    return std::unexpected(ok.error());
  }
  return Events{DestructionApproved{id, decree, *by}};
}

Result<Events> reject_destruction(Register const& all, ProposalId const& id, std::string const& reason,
                                  Occasion const& occasion) {
  auto const by = who_approves(all, occasion);
  if (!by) return std::unexpected(by.error());
  auto const proposal = find_proposal(all, id);
  if (!proposal) return std::unexpected(proposal.error());
  if ((*proposal)->state == ProposalState::rejected && (*proposal)->judged_by->person == by->person) return Events{};
  if ((*proposal)->state != ProposalState::proposed) return refuse(proposal_closed);
  if (auto ok = require_words(reason, {"Isi alasan penolakan.", "Say why it is rejected."}); !ok) {
    return std::unexpected(ok.error());
  }
  return Events{DestructionRejected{id, reason, *by}};
}

Result<Events> carry_out_destruction(Register const& all, ProposalId const& id, std::string const& witnesses,
                                     std::vector<RemovedContent> const& contents, Occasion const& occasion) {
  auto const by = who_keeps(all, occasion);
  if (!by) return std::unexpected(by.error());
  auto const proposal = find_proposal(all, id);
  if (!proposal) return std::unexpected(proposal.error());
  if ((*proposal)->state == ProposalState::carried_out) return Events{};
  if ((*proposal)->state != ProposalState::approved) return refuse(proposal_not_approved);
  if (auto ok = require_words(witnesses, {"Isi saksi pemusnahan.", "Name the witnesses."}); !ok) {
    return std::unexpected(ok.error());
  }
  return Events{DestructionCarriedOut{id, witnesses, contents, *by}};
}

}  // namespace himpun::archive
