#pragma once
// The office: where every use case begins. A command is carried out inside one transaction, with the books as that
// transaction sees them; its events, the rows they change and the answer kept for a retried request become durable
// together. A view looks at one snapshot. What a use case says is Json; what it refuses is a Problem.

#include <functional>
#include <optional>
#include <string>

#include "app/books.h"
#include "app/ports/world.h"
#include "core/access/decide.h"

namespace himpun::app {

inline constexpr ProblemType session_ended{"session.ended", ProblemKind::unauthenticated, "Silakan masuk lagi",
                                           "Please sign in again"};
inline constexpr ProblemType key_reused{"idempotency_key.reused", ProblemKind::conflict,
                                        "Kunci pengulangan sudah dipakai untuk permintaan lain",
                                        "This idempotency key was used for another request"};
inline constexpr ProblemType read_forbidden{"access.read_forbidden", ProblemKind::forbidden,
                                            "Anda tidak berwenang melihat ini", "You are not allowed to see this"};

class Sheets;
class Renderer;
class WordWriter;
class Packages;
class FileTypes;

struct World {
  Store& store;
  BlobStore& blobs;
  PasswordHasher& hasher;
  CheckpointKey& key;
  Clock clock;
  MakeId make_id;
  MakeToken make_token;
  std::string agency;  ///< id of the agency this store belongs to
  Sheets& sheets;
  Packages& packages;
  std::string scratch_folder;    ///< for files that are made to be sent once; what a crash leaves is swept up
  Renderer* renderer = nullptr;  ///< null: this machine cannot print papers
  WordWriter* words = nullptr;   ///< null only in tests that write no papers
  FileTypes* types = nullptr;    ///< null only in tests whose files have no content
};

/// What a use case sees: one snapshot and the books in it, who asks, and when.
struct Sight {
  Reader& reader;
  Books& books;
  World const& world;
  Books::Agency agency_book;
  Books::Calendar calendar_book;
  access::Caller caller;
  Instant now{};

  [[nodiscard]] access::Agency const& agency() const { return agency_book->state; }
  [[nodiscard]] calendar::Calendar const& calendar() const { return calendar_book->state; }
  [[nodiscard]] Date today() const { return local_date(now, calendar::offset_of(calendar())); }
  /// Who and when, for events; `acted_as`: the position through which the caller acted.
  [[nodiscard]] Stamp stamp(std::string_view acted_as) const;
};

/// What a command has on its desk: the sight, and the transaction it writes in.
struct Desk : Sight {
  Transaction& transaction;

  /// Seals and appends events after `head`; answers with the new head. `acted_as`: the position through which the
  /// caller acted. `Event` is the variant of a stream; desk.cpp lists them.
  template <class Event>
  [[nodiscard]] Result<StreamHead> record(std::string_view stream, StreamHead const& head,
                                          std::vector<Event> const& events, std::string_view acted_as = {});
};

/// A request that may come twice: its Idempotency-Key and the hash of what it asks.
struct RetryKey {
  std::string key;
  std::string request_hash;
};

struct Request {
  access::AccountId account;  ///< empty: the installation itself, from the command line
  std::optional<RetryKey> retry;
};

using Body = std::function<Result<Json>(Desk&)>;
using Look = std::function<Result<Json>(Sight&)>;
using Reply = std::move_only_function<void(Result<Json>)>;

class Office {
 public:
  explicit Office(World world) : world_(std::move(world)) {}

  [[nodiscard]] World const& world() const { return world_; }
  [[nodiscard]] Books& books() { return books_; }

  /// Carries out `body` and replies once it is durable; from any thread, on any thread.
  void carry_out(Request request, Body body, Reply reply);
  /// The same, and waits.
  [[nodiscard]] Result<Json> carry_out(Request request, Body body);
  /// Looks, on this thread.
  [[nodiscard]] Result<Json> look(access::AccountId const& account, Look const& look);

 private:
  [[nodiscard]] Result<Json> work(Transaction& transaction, Request const& request, Body const& body);
  [[nodiscard]] Result<Json> work_once(Transaction& transaction, Request const& request, Body const& body);
  [[nodiscard]] Result<Sight> sight(Reader& reader, access::AccountId const& account);

  World world_;
  Books books_;
};

/// The caller behind an account, with the roles it has now; refused when the account is closed.
[[nodiscard]] Result<access::Caller> caller_of(access::Agency const& agency, access::AccountId const& account);

/// Whoever holds a post today, auditors and administrators may read procedures and cases.
[[nodiscard]] Result<void> require_reader(Sight const& sight);
/// The journal is for auditors and administrators.
[[nodiscard]] Result<void> require_auditor(Sight const& sight);
[[nodiscard]] Result<void> require_administrator(Sight const& sight);

}  // namespace himpun::app
