#pragma once
// Signing in and out, and proving again who one is. Passwords are argon2id hashes in the vault; what the journal keeps
// is that a password was set and that an account was locked, never more. Everything here may take a tenth of a second
// (argon2id) and runs on a worker thread.

#include <mutex>
#include <unordered_map>

#include "app/office.h"

namespace himpun::app {

inline constexpr ProblemType session_refused{"session.refused", ProblemKind::unauthenticated,
                                             "Nama pengguna atau kata sandi salah", "Wrong user name or password"};
inline constexpr ProblemType session_locked{"session.locked", ProblemKind::too_many, "Terlalu banyak percobaan",
                                            "Too many tries"};
inline constexpr ProblemType password_wrong{"password.wrong", ProblemKind::forbidden, "Kata sandi salah",
                                            "The password is wrong"};
inline constexpr ProblemType password_weak{"password.weak", ProblemKind::invalid, "Kata sandi terlalu pendek",
                                           "The password is too short"};

/// ASSUMPTION: no regulation names a length; NIST SP 800-63B asks for at least 8, we take 12.
inline constexpr std::size_t password_least_characters = 12;
inline constexpr std::chrono::hours session_lasts{12};

struct Session {
  access::AccountId account;
  std::string token_hash;
  std::string csrf_token;
  Instant expires_at{};
  bool must_change_password = false;
};

struct SignedIn {
  std::string token;  ///< for the cookie; only its hash is kept
  Session session;
};

class SessionDesk {
 public:
  explicit SessionDesk(Office& office);

  [[nodiscard]] Result<SignedIn> sign_in(std::string_view username, std::string_view password);
  /// The session behind a cookie's token; none when it is unknown or over. Quick: kept in memory for some seconds.
  [[nodiscard]] std::optional<Session> find(std::string_view token);
  void sign_out(Session const& session);

  /// Proves who the session belongs to, as initials and signatures ask. Wrong tries count towards the lock-out.
  [[nodiscard]] Result<void> prove(Session const& session, std::string_view password);
  /// Changes one's own password; every other session of the account ends.
  [[nodiscard]] Result<void> change_password(Session const& session, std::string_view current, std::string_view next);
  /// Sets somebody's password on behalf of `by`; they must change it, and their sessions end.
  [[nodiscard]] Result<void> set_password(access::AccountId const& by, access::AccountId const& account,
                                          std::string_view password);

  /// Hash for a new account, made before the transaction that opens it; refuses a weak password.
  [[nodiscard]] Result<std::string> hash_new(std::string_view password);

  /// {account, username, roles, person?, posts, agency, today, csrf_token, must_change_password, warnings}
  [[nodiscard]] Result<Json> me(Session const& session, Language language);

 private:
  struct Kept {
    Session session;
    Instant read_at{};
  };
  struct Proof {
    std::string keyed_hash;
    Instant proven_at{};
  };

  [[nodiscard]] std::optional<CredentialRow> credential_of(access::AccountId const& account);
  [[nodiscard]] Result<void> check(CredentialRow const& credential, std::string_view password,
                                   ProblemType const& wrong);
  void count_failure(CredentialRow const& credential);
  [[nodiscard]] std::string keyed_hash(access::AccountId const& account, std::string_view password) const;
  void remember_proof(access::AccountId const& account, std::string_view password);
  void forget(access::AccountId const& account);
  /// What a check of a known name costs, for an unknown one: time must tell nothing.
  void waste_a_check(std::string_view password);

  Office& office_;
  std::string proof_key_;  ///< random, of this process only
  std::once_flag decoy_made_;
  std::string decoy_hash_;  ///< made when the first unknown name comes: starting must stay quick
  std::mutex mutex_;
  std::unordered_map<std::string, Kept> sessions_;  ///< by token hash
  std::unordered_map<access::AccountId, Proof> proofs_;
};

/// Makes an account able to sign in: within the transaction that records it.
void put_credential(Desk& desk, access::Account const& account, std::string password_hash, bool must_change);

}  // namespace himpun::app
