#pragma once
// The rules of the archive register: who may keep it, what may be filed under which code, and destruction only of what
// is due, proposed by one person and approved by another. Each answers with what happens, or with a refusal; no events
// mean "already so".

#include "base/problem.h"
#include "core/access/decide.h"
#include "core/archive/register/events.h"

namespace himpun::archive {

inline constexpr ProblemType archive_forbidden{"archive.forbidden", ProblemKind::forbidden,
                                               "Anda tidak mengelola arsip kantor ini",
                                               "You do not keep this office's archive"};
inline constexpr ProblemType code_invalid{"archive.code_invalid", ProblemKind::invalid,
                                          "Kode klasifikasi belum benar", "The classification code is not right"};
inline constexpr ProblemType code_unknown{"archive.code_unknown", ProblemKind::invalid,
                                          "Kode klasifikasi tidak ada di jadwal retensi",
                                          "The classification code is not in the retention schedule"};
inline constexpr ProblemType retention_differs{"archive.retention_differs", ProblemKind::invalid,
                                               "Retensi berbeda dari jadwal", "The retention is not the schedule's"};
inline constexpr ProblemType security_unknown{"archive.security_unknown", ProblemKind::invalid,
                                              "Klasifikasi keamanan tidak dikenal", "There is no such security class"};
inline constexpr ProblemType file_unknown{"archive.file_unknown", ProblemKind::not_found,
                                          "Berkas tidak ada di daftar arsip", "The file is not in the register"};
inline constexpr ProblemType file_not_due{"archive.file_not_due", ProblemKind::conflict,
                                          "Berkas belum boleh dimusnahkan", "The file may not be destroyed yet"};
inline constexpr ProblemType proposal_unknown{"archive.proposal_unknown", ProblemKind::not_found,
                                              "Usul musnah tidak ditemukan", "There is no such proposal"};
inline constexpr ProblemType proposal_closed{"archive.proposal_closed", ProblemKind::conflict,
                                             "Usul musnah ini sudah diputus", "This proposal was decided already"};
inline constexpr ProblemType proposal_not_approved{"archive.proposal_not_approved", ProblemKind::conflict,
                                                   "Usul musnah ini belum disetujui",
                                                   "This proposal is not approved"};
inline constexpr ProblemType same_person{"archive.same_person", ProblemKind::forbidden,
                                         "Yang mengusulkan tidak boleh menyetujui",
                                         "Who proposed may not approve"};
inline constexpr ProblemType reason_missing{"archive.reason_missing", ProblemKind::invalid, "Alasan belum diisi",
                                            "A reason is missing"};

struct Occasion {
  Date today{};
  access::Caller const& caller;
  access::Agency const& agency;
};

using Events = std::vector<Event>;

/// Keepers and administrators keep the schedule. The post they act through is empty for administrators.
[[nodiscard]] Result<void> may_keep(Register const& all, Occasion const& occasion);
/// Who may propose (a keeper), approve (an approver) or carry out (a keeper): people with a post, never an
/// administrator alone.
[[nodiscard]] Result<By> who_keeps(Register const& all, Occasion const& occasion);
[[nodiscard]] Result<By> who_approves(Register const& all, Occasion const& occasion);

/// One code; `pointer`: where it stands in the body. Anything wrong with it is named by field.
[[nodiscard]] Result<Events> record_code(Register const& all, ClassCode const& code, Occasion const& occasion);
[[nodiscard]] Result<Events> record_security(Register const& all, std::vector<SecurityClass> const& classes,
                                             Occasion const& occasion);
[[nodiscard]] Result<Events> name_roles(Register const& all, std::vector<HolderId> const& keepers,
                                        std::vector<HolderId> const& approvers, Occasion const& occasion);

/// What a case is filed under must be in the schedule, once the office has one; the retention is then the schedule's.
[[nodiscard]] Result<void> check_filing(Register const& all, std::string_view code, Retention const& retention);
/// A case comes into the register, with the next number of the year in which it was closed.
[[nodiscard]] Events file_case(Register const& all, FiledCase file);

[[nodiscard]] Result<Events> propose_destruction(Register const& all, ProposalId const& id,
                                                 std::vector<FiledId> const& files, std::string const& reason,
                                                 Occasion const& occasion);
[[nodiscard]] Result<Events> approve_destruction(Register const& all, ProposalId const& id, std::string const& decree,
                                                 Occasion const& occasion);
[[nodiscard]] Result<Events> reject_destruction(Register const& all, ProposalId const& id, std::string const& reason,
                                                Occasion const& occasion);
/// `contents`: what is removed and what is kept, found by the caller.
[[nodiscard]] Result<Events> carry_out_destruction(Register const& all, ProposalId const& id,
                                                   std::string const& witnesses,
                                                   std::vector<RemovedContent> const& contents,
                                                   Occasion const& occasion);

}  // namespace himpun::archive
