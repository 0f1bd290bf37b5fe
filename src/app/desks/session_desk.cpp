#include "app/desks/session_desk.h"

#include "app/views/warnings.h"
#include "base/json_map.h"
#include "base/text.h"
#include "base/values/moment.h"

namespace himpun::app {
namespace {

constexpr std::chrono::seconds kept_for{10};  ///< another node's sign-out is heard after this at the latest
constexpr std::chrono::minutes proof_lasts{15};
constexpr std::int64_t free_tries = 5;
constexpr std::size_t most_kept = 10'000;

/// 30 s after the fifth wrong try, doubled by each further one, at most an hour.
std::chrono::seconds lock_time(std::int64_t failures) {
  auto const doublings = std::min<std::int64_t>(failures - free_tries, 7);
  return std::min(std::chrono::seconds{30} * (1 << doublings), std::chrono::seconds{3600});
}

std::string token_hash(std::string_view token) { return to_hex(sha256(token)); }

Problem locked(Instant until, Instant now) {
  auto const seconds = std::chrono::ceil<std::chrono::seconds>(until - now).count();
  auto const text = std::to_string(seconds);
  return Problem{.type = &session_locked,
                 .detail = {"Coba lagi dalam " + text + " detik.", "Try again in " + text + " seconds."},
                 .retry_after_seconds = static_cast<std::int32_t>(seconds)};
}

Json posts_json(access::Agency const& agency, access::PersonId const& person, Date today) {
  Json::Array posts;
  for (auto const& post : access::posts_of(agency, person, today)) {
    auto const& position = agency.positions.at(post.position);
    Json json;
    json.add("position", position.id.value)
        .add("name", position.name)
        .add("unit", position.unit.value)
        .add("unit_name", agency.units.at(position.unit).name)
        .add("standing", word_of(post.standing));
    if (post.until) json.add("until", to_text(*post.until));
    posts.push_back(std::move(json));
  }
  return posts;
}

Json agency_json(access::Agency const& agency, calendar::Calendar const& calendar) {
  auto const offset = calendar::offset_of(calendar);
  return Json{}
      .add("id", agency.id)
      .add("name", agency.name)
      .add("region", agency.region)
      .add("zone", calendar.zone)
      .add("zone_name", zone_name(offset))
      .add("utc_offset", "+0" + std::to_string(offset.east.count() / 60) + ":00");
}

}  // namespace

SessionDesk::SessionDesk(Office& office) : office_(office), proof_key_(office.world().make_token()) {}

void SessionDesk::waste_a_check(std::string_view password) {
  std::call_once(decoy_made_, [this] { decoy_hash_ = office_.world().hasher.hash(proof_key_); });
  static_cast<void>(office_.world().hasher.verify(password, decoy_hash_));
}

std::optional<CredentialRow> SessionDesk::credential_of(access::AccountId const& account) {
  std::optional<CredentialRow> found;
  office_.world().store.read([&](Reader& reader) { found = reader.find_credential_of(account.value); });
  return found;
}

Result<void> SessionDesk::check(CredentialRow const& credential, std::string_view password, ProblemType const& wrong) {
  auto const now = office_.world().clock();
  if (credential.locked_until && now < *credential.locked_until) {
    return std::unexpected(locked(*credential.locked_until, now));
  }
  if (office_.world().hasher.verify(password, credential.password_hash)) return {};
  count_failure(credential);
  return refuse(wrong);
}

void SessionDesk::count_failure(CredentialRow const& credential) {
  auto const counted = office_.carry_out({}, [&](Desk& desk) -> Result<Json> {
    auto row = desk.reader.find_credential_of(credential.account);
    if (!row) return Json{};
    ++row->failures;
    if (row->failures >= free_tries) {
      row->locked_until = desk.now + lock_time(row->failures);
      access::AccountId const account{row->account};
      auto const events =
          access::decide(desk.agency(), access::LockAccount{account, *row->locked_until, row->failures}, desk.caller);
      if (!events) return std::unexpected(events.error());
      if (auto ok = desk.record(agency_stream, desk.agency_book->head, *events); !ok)
        return std::unexpected(ok.error());
    }
    desk.transaction.put(*row);
    return Json{};
  });
  // A try that cannot be counted because the store is down was refused all the same.
  static_cast<void>(counted);
}

Result<SignedIn> SessionDesk::sign_in(std::string_view username, std::string_view password) {
  std::optional<CredentialRow> credential;
  office_.world().store.read([&](Reader& reader) { credential = reader.find_credential(username); });
  if (!credential || credential->password_hash.empty()) {
    waste_a_check(password);
    return refuse(session_refused);
  }
  if (auto ok = check(*credential, password, session_refused); !ok) return std::unexpected(ok.error());
  auto const token = office_.world().make_token();
  Session session{access::AccountId{credential->account},
                  token_hash(token),
                  office_.world().make_token(),
                  {},
                  credential->must_change};
  auto const opened = office_.carry_out({session.account, {}}, [&](Desk& desk) -> Result<Json> {
    auto row = desk.reader.find_credential_of(session.account.value);
    if (!row) return refuse(session_refused);
    session.expires_at = desk.now + session_lasts;
    if (row->failures != 0 || row->locked_until) {
      row->failures = 0;
      row->locked_until.reset();
      desk.transaction.put(*row);
    }
    desk.transaction.erase_expired(desk.now);
    desk.transaction.put(
        SessionRow{session.token_hash, session.account.value, session.csrf_token, desk.now, session.expires_at});
    return Json{};
  });
  if (!opened && opened.error().is(session_ended)) return refuse(session_refused);
  if (!opened) return std::unexpected(opened.error());
  remember_proof(session.account, password);
  return SignedIn{token, session};
}

std::optional<Session> SessionDesk::find(std::string_view token) {
  auto const hash = token_hash(token);
  auto const now = office_.world().clock();
  {
    std::lock_guard const lock(mutex_);
    auto const kept = sessions_.find(hash);
    if (kept != sessions_.end() && now - kept->second.read_at < kept_for) {
      return now < kept->second.session.expires_at ? std::optional{kept->second.session} : std::nullopt;
    }
  }
  std::optional<Session> session;
  office_.world().store.read([&](Reader& reader) {
    auto const row = reader.find_session(hash);
    if (!row || row->expires_at <= now) return;
    auto const credential = reader.find_credential_of(row->account);
    session = Session{access::AccountId{row->account}, hash, row->csrf_token, row->expires_at,
                      credential && credential->must_change};
  });
  std::lock_guard const lock(mutex_);
  if (!session) {
    sessions_.erase(hash);
    return std::nullopt;
  }
  if (sessions_.size() >= most_kept) sessions_.clear();
  sessions_[hash] = {*session, now};
  return session;
}

void SessionDesk::sign_out(Session const& session) {
  static_cast<void>(office_.world().store.transact([&](Transaction& transaction) {
    transaction.erase_session(session.token_hash);
    return Result<void>{};
  }));
  std::lock_guard const lock(mutex_);
  sessions_.erase(session.token_hash);
  proofs_.erase(session.account);
}

std::string SessionDesk::keyed_hash(access::AccountId const& account, std::string_view password) const {
  Sha256Stream stream;
  stream.update(proof_key_);
  stream.update(account.value);
  stream.update(password);
  return to_hex(stream.finish());
}

void SessionDesk::remember_proof(access::AccountId const& account, std::string_view password) {
  auto hash = keyed_hash(account, password);
  std::lock_guard const lock(mutex_);
  if (proofs_.size() >= most_kept) proofs_.clear();
  proofs_[account] = {std::move(hash), office_.world().clock()};
}

void SessionDesk::forget(access::AccountId const& account) {
  std::lock_guard const lock(mutex_);
  proofs_.erase(account);
  std::erase_if(sessions_, [&](auto const& entry) { return entry.second.session.account == account; });
}

// The argon2id check of the last minutes is remembered as a hash with a random key that only this process knows
// (docs/decisions/0004-proving-again.md): signing twenty papers costs one slow check, and a wrong password always
// meets the slow one.
Result<void> SessionDesk::prove(Session const& session, std::string_view password) {
  auto const hash = keyed_hash(session.account, password);
  {
    std::lock_guard const lock(mutex_);
    auto const known = proofs_.find(session.account);
    bool const fresh = known != proofs_.end() && office_.world().clock() - known->second.proven_at < proof_lasts;
    if (fresh && known->second.keyed_hash == hash) return {};
  }
  auto const credential = credential_of(session.account);
  if (!credential) return refuse(session_ended);
  if (auto ok = check(*credential, password, password_wrong); !ok) return ok;
  remember_proof(session.account, password);
  return {};
}

Result<std::string> SessionDesk::hash_new(std::string_view password) {
  if (count_characters(password) < password_least_characters) {
    return refuse(password_weak, {"Pakai paling sedikit 12 huruf; kalimat pendek mudah diingat.",
                                  "Use at least 12 characters; a short sentence is easy to remember."});
  }
  return office_.world().hasher.hash(password);
}

namespace {

Result<Json> record_password(Desk& desk, access::AccountId const& account, std::string const& hash, bool must_change) {
  auto const events = access::decide(desk.agency(), access::SetPassword{account}, desk.caller);
  if (!events) return std::unexpected(events.error());
  if (auto ok = desk.record(agency_stream, desk.agency_book->head, *events); !ok) return std::unexpected(ok.error());
  desk.transaction.erase_sessions_of(account.value);
  put_credential(desk, desk.agency().accounts.at(account), hash, must_change);
  return Json{};
}

}  // namespace

Result<void> SessionDesk::change_password(Session const& session, std::string_view current, std::string_view next) {
  auto const credential = credential_of(session.account);
  if (!credential) return refuse(session_ended);
  if (auto ok = check(*credential, current, password_wrong); !ok) return ok;
  auto const hash = hash_new(next);
  if (!hash) return std::unexpected(hash.error());
  auto const changed = office_.carry_out({session.account, {}}, [&](Desk& desk) -> Result<Json> {
    auto recorded = record_password(desk, session.account, *hash, false);
    if (!recorded) return recorded;
    desk.transaction.put(
        SessionRow{session.token_hash, session.account.value, session.csrf_token, desk.now, session.expires_at});
    return Json{};
  });
  forget(session.account);
  if (!changed) return std::unexpected(changed.error());
  return {};
}

Result<void> SessionDesk::set_password(access::AccountId const& by, access::AccountId const& account,
                                       std::string_view password) {
  auto const hash = hash_new(password);
  if (!hash) return std::unexpected(hash.error());
  auto const changed =
      office_.carry_out({by, {}}, [&](Desk& desk) { return record_password(desk, account, *hash, by != account); });
  forget(account);
  if (!changed) return std::unexpected(changed.error());
  return {};
}

Result<Json> SessionDesk::me(Session const& session, Language language) {
  return office_.look(session.account, [&](Sight& sight) -> Result<Json> {
    auto const& agency = sight.agency();
    auto const& account = agency.accounts.at(session.account);
    Json me;
    me.add("account", account.id.value).add("username", account.username).add("roles", to_json(account.roles));
    if (account.person) {
      me.add("person", Json{}.add("id", account.person->value).add("name", agency.people.at(*account.person).name));
    }
    me.add("posts", account.person ? posts_json(agency, *account.person, sight.today()) : Json{Json::Array{}})
        .add("agency", agency_json(agency, sight.calendar()))
        .add("today", to_text(sight.today()))
        .add("csrf_token", session.csrf_token)
        .add("must_change_password", session.must_change_password)
        .add("warnings", warnings_json(calendar_warnings(sight.reader, sight.calendar(), sight.today()), language));
    return me;
  });
}

void put_credential(Desk& desk, access::Account const& account, std::string password_hash, bool must_change) {
  desk.transaction.put(
      CredentialRow{account.id.value, account.username, std::move(password_hash), 0, std::nullopt, must_change});
}

}  // namespace himpun::app
