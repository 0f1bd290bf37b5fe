#pragma once
// The archive register of an office, folded from the stream `archive`: its classification tree with retention schedule,
// its security classes, who keeps and who approves, every filed case (berkas), and destructions from proposal to
// record. It decides nothing (decide.h).

#include <map>
#include <set>
#include <string>
#include <vector>

#include "core/access/agency.h"
#include "core/archive/register/retention.h"

namespace himpun::archive {

using access::By;
using access::HolderId;
using ProposalId = Id<struct ProposalTag>;
using FiledId = Id<struct FiledTag>;  ///< the id of the case

/// One code of the classification tree; `000.8` stands above `000.8.6`. Codes without retention are headings only.
struct ClassCode {
  std::string code;
  std::string title;
  std::optional<Retention> retention;
  std::string security;  ///< id of a security class; empty: the ordinary one
  std::string note;      ///< legal basis, or "ASUMSI"
  bool closed = false;   ///< no longer chosen; what is filed under it stays

  bool operator==(ClassCode const&) const = default;
};
BOOST_DESCRIBE_STRUCT(ClassCode, (), (code, title, retention, security, note, closed))

/// Whether a paper may leave as itself, as a link to be opened here, or only by hand.
enum class Sending : std::uint8_t { paper, link, by_hand };
BOOST_DESCRIBE_ENUM(Sending, paper, link, by_hand)

/// Klasifikasi keamanan: biasa/terbuka, terbatas, rahasia, sangat rahasia.
struct SecurityClass {
  std::string id;
  std::string name;
  Sending sending = Sending::paper;

  bool operator==(SecurityClass const&) const = default;
};
BOOST_DESCRIBE_STRUCT(SecurityClass, (), (id, name, sending))

/// Berkas: one archived case as the register holds it. What it says was copied when it was filed.
struct FiledCase {
  FiledId id;
  std::string number;       ///< nomor berkas, "0007/2026"
  std::string case_number;  ///< of the case
  std::string code;
  std::string title;
  Date from{};  ///< kurun waktu
  Date to{};    ///< the day it was closed; retention counts from here
  std::int32_t items = 0;
  Retention retention;
  std::string security;
  std::string location;

  bool operator==(FiledCase const&) const = default;
};
BOOST_DESCRIBE_STRUCT(FiledCase, (),
                      (id, number, case_number, code, title, from, to, items, retention, security, location))

/// A content that was, or was not, removed by a destruction.
struct RemovedContent {
  FiledId file;
  std::string sha256;
  std::string name;
  std::int64_t size = 0;
  std::string kept_for;  ///< the case that still needs it; empty: it was removed

  bool operator==(RemovedContent const&) const = default;
};
BOOST_DESCRIBE_STRUCT(RemovedContent, (), (file, sha256, name, size, kept_for))

enum class ProposalState : std::uint8_t { proposed, approved, rejected, carried_out };
BOOST_DESCRIBE_ENUM(ProposalState, proposed, approved, rejected, carried_out)

/// Usul musnah.
struct Proposal {
  ProposalId id;
  std::string number;  ///< "1/2026", also of its berita acara
  std::vector<FiledId> files;
  std::string reason;
  ProposalState state = ProposalState::proposed;
  By proposed_by;
  Instant proposed_at{};
  std::optional<By> judged_by;
  std::optional<Instant> judged_at;
  std::string judgement;  ///< decree of the approval, or why it was rejected
  std::optional<By> carried_out_by;
  std::optional<Instant> carried_out_at;
  std::string witnesses;
  std::vector<RemovedContent> contents;
};

struct Register {
  std::map<std::string, ClassCode> codes;
  std::map<std::string, SecurityClass> security;
  std::vector<HolderId> keepers;    ///< arsiparis: keep the register and propose destruction
  std::vector<HolderId> approvers;  ///< approve it
  std::map<FiledId, FiledCase> files;
  std::map<FiledId, ProposalId> destroyed;
  std::map<ProposalId, Proposal> proposals;
  std::map<std::int32_t, std::int32_t> last_number;           ///< of files, by year
  std::map<std::int32_t, std::int32_t> last_proposal_number;  ///< by year

  [[nodiscard]] bool has_schedule() const { return !codes.empty(); }
};

[[nodiscard]] FileState state_of(Register const& all, FiledCase const& file, Date day);
/// The proposal that a file stands in, unless it was rejected.
[[nodiscard]] Proposal const* open_proposal_of(Register const& all, FiledId const& file);
/// How papers of this class may be sent; `paper` when the class is not known.
[[nodiscard]] Sending sending_of(Register const& all, std::string_view security);
/// The code, or the nearest code above it, that has a security class of its own.
[[nodiscard]] std::string security_of(Register const& all, std::string_view code);
/// `000.8` of `000.8.6`; empty at the top.
[[nodiscard]] std::string_view parent_code(std::string_view code);

}  // namespace himpun::archive
