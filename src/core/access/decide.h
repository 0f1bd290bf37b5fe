#pragma once
// The rules of an agency's own administration: who may record what, and what must fit together. `decide` may refuse,
// never changes; no events means it is already so.

#include <variant>

#include "base/problem.h"
#include "core/access/events.h"

namespace himpun::access {

inline constexpr ProblemType not_allowed{"access.not_allowed", ProblemKind::forbidden, "Anda tidak berwenang",
                                         "You are not allowed to do this"};
inline constexpr ProblemType name_missing{"access.name_missing", ProblemKind::invalid, "Nama belum diisi",
                                          "The name is missing"};
inline constexpr ProblemType unit_unknown{"access.unit_unknown", ProblemKind::not_found, "Unit tidak ditemukan",
                                          "There is no such unit"};
inline constexpr ProblemType unit_loop{"access.unit_loop", ProblemKind::invalid,
                                       "Unit tidak dapat berada di bawah dirinya", "A unit cannot stand below itself"};
inline constexpr ProblemType position_unknown{"access.position_unknown", ProblemKind::not_found,
                                              "Jabatan tidak ditemukan", "There is no such position"};
inline constexpr ProblemType person_unknown{"access.person_unknown", ProblemKind::not_found, "Pegawai tidak ditemukan",
                                            "There is no such person"};
inline constexpr ProblemType account_unknown{"access.account_unknown", ProblemKind::not_found, "Akun tidak ditemukan",
                                             "There is no such account"};
inline constexpr ProblemType appointment_unknown{"access.appointment_unknown", ProblemKind::not_found,
                                                 "Penunjukan tidak ditemukan", "There is no such appointment"};
inline constexpr ProblemType appointment_dates{"access.appointment_dates", ProblemKind::invalid,
                                               "Tanggal penunjukan tidak cocok", "The appointment's dates do not fit"};
inline constexpr ProblemType post_taken{"access.post_taken", ProblemKind::conflict,
                                        "Jabatan ini sudah ada pejabat definitifnya",
                                        "This position already has a definitive holder"};
inline constexpr ProblemType decree_missing{"access.decree_missing", ProblemKind::invalid,
                                            "Nomor surat keputusan belum diisi", "The decree's number is missing"};
inline constexpr ProblemType username_invalid{"access.username_invalid", ProblemKind::invalid,
                                              "Nama pengguna tidak dapat dipakai", "This user name cannot be used"};
inline constexpr ProblemType username_taken{"access.username_taken", ProblemKind::conflict,
                                            "Nama pengguna sudah dipakai", "This user name is already taken"};
inline constexpr ProblemType last_administrator{"access.last_administrator", ProblemKind::conflict,
                                                "Harus ada paling sedikit satu administrator",
                                                "There must be at least one administrator"};
inline constexpr ProblemType reason_missing{"access.reason_missing", ProblemKind::invalid, "Alasan belum diisi",
                                            "The reason is missing"};

/// Who asks. An empty account is the installation itself (first set-up from the command line).
struct Caller {
  AccountId account;
  std::optional<PersonId> person;
  std::vector<Role> roles;

  [[nodiscard]] bool is(Role role) const;
  [[nodiscard]] bool is_installation() const { return account.empty(); }
};

// Commands that record something take its id: a fresh one for a new thing, the known one to change it.
struct FoundAgency {
  std::string id;
  std::string name;
  std::string region;
};
struct RenameAgency {
  std::string name;
  std::string region;
};
struct RecordUnit {
  Unit unit;
};
struct RecordPosition {
  Position position;
};
struct RecordPerson {
  Person person;
};
struct Appoint {
  Appointment appointment;
};
struct EndAppointment {
  AppointmentId appointment;
  Date last_day{};
  std::string reason;
};
struct RecordAccount {
  Account account;
};
struct SetPassword {
  AccountId account;
};
struct LockAccount {
  AccountId account;
  Instant until{};
  std::int64_t failures = 0;
};
struct SetDutySeparation {
  DutySeparation duty_separation = DutySeparation::enforced;
  std::string reason;
};

using Command = std::variant<FoundAgency, RenameAgency, RecordUnit, RecordPosition, RecordPerson, Appoint,
                             EndAppointment, RecordAccount, SetPassword, LockAccount, SetDutySeparation>;

[[nodiscard]] Result<std::vector<Event>> decide(Agency const& agency, Command const& command, Caller const& caller);

}  // namespace himpun::access
