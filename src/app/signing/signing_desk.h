#pragma once
// How a mark and a PDF signature meet. Whoever has no signer named marks a paper as before. Whoever has one: the request
// is journalled, the signer works outside any transaction with the passphrase in memory only, and the signed PDF and the
// mark become durable in one transaction, so that a task is done exactly when its signature exists. Refused or cut off,
// the journal says why and the task stays open.

#include "app/desks/case_desk.h"
#include "app/signing/signing_room.h"

namespace himpun::app {

inline constexpr ProblemType passphrase_needed{"signing.passphrase_needed", ProblemKind::invalid,
                                               "Frasa sandi tanda tangan elektronik perlu diisi",
                                               "The passphrase of the electronic signature is needed"};
inline constexpr ProblemType edition_pending{"signing.edition_pending", ProblemKind::unavailable,
                                             "PDF naskah ini sedang disiapkan",
                                             "The PDF of this paper is being made"};
inline constexpr ProblemType no_pdf{"signing.no_pdf", ProblemKind::conflict, "Naskah ini tidak berbentuk PDF",
                                    "This paper is no PDF"};
inline constexpr ProblemType signer_not_set_up{"signing.not_set_up", ProblemKind::conflict,
                                               "Cara tanda tangan ini belum disiapkan di server",
                                               "This way of signing is not set up on the server"};
inline constexpr ProblemType pdf_rewritten{"signing.rewritten", ProblemKind::conflict,
                                           "Layanan tanda tangan mengubah isi berkas",
                                           "The signing service changed the file"};
inline constexpr ProblemType result_wrong{"signing.result_wrong", ProblemKind::conflict,
                                          "Hasil tanda tangan tidak lolos pemeriksaan",
                                          "The signature did not stand the check"};
inline constexpr ProblemType print_first{"signing.print_first", ProblemKind::conflict,
                                         "Cetak dahulu naskahnya", "Print the paper first"};
inline constexpr ProblemType scan_other{"signing.scan_other", ProblemKind::conflict,
                                        "Pindaian ini bukan naskah yang dicetak",
                                        "This scan is not of the paper that was printed"};

struct MarkOrder {
  access::AccountId account;
  workflow::TaskId task;
  std::int64_t revision = 0;
  workflow::MarkPaper mark;
  std::optional<RetryKey> retry;
};

/// Initials or signs, whichever way the caller does; the password has been proven. Replies once, from any thread.
void mark_paper(SigningRoom& room, MarkOrder order, Secret passphrase, Reply reply);

/// Wet ink: asks for a print; answers {id, code}. The print is `printed_pdf`.
[[nodiscard]] Result<Json> begin_print(SigningRoom& room, Desk& desk, MarkOrder const& order);
[[nodiscard]] Result<std::string> printed_pdf(SigningRoom& room, access::AccountId const& account,
                                              workflow::CaseId const& file, std::int32_t id);
/// Wet ink: the scan has come; replies like `mark_paper`.
void mark_with_scan(SigningRoom& room, MarkOrder order, FileRef const& scan, Reply reply);

}  // namespace himpun::app
