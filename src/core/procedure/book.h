#pragma once
// The book of one adopted procedure: its versions, each kept with the file it came from, and who stands for its
// performers. A new version never changes what runs; cases name the version they run. Reading and proving a file comes
// before (reader.h, soundness.h); this only records.

#include <string_view>
#include <variant>

#include "base/json_map.h"
#include "core/procedure/procedure.h"

namespace himpun::procedure {

/// Which positions or units stand for a performer column; the ids are those of core/access.
struct PerformerAssignment {
  ActorId actor;
  std::vector<std::string> holders;

  bool operator==(PerformerAssignment const&) const = default;
};
BOOST_DESCRIBE_STRUCT(PerformerAssignment, (), (actor, holders))

struct ProcedureAdopted {
  static constexpr std::string_view event_name = "procedure.adopted";
  static constexpr int event_version = 1;
  std::int64_t number = 1;  ///< version, from 1
  Procedure procedure;
  std::string source;  ///< the file as it was given
};
BOOST_DESCRIBE_STRUCT(ProcedureAdopted, (), (number, procedure, source))

/// The archive code that a version states.
struct ProcedureClassified {
  static constexpr std::string_view event_name = "procedure.classified";
  static constexpr int event_version = 1;
  std::int64_t number = 1;  ///< the version
  std::string classification;
};
BOOST_DESCRIBE_STRUCT(ProcedureClassified, (), (number, classification))

struct PerformersAssigned {
  static constexpr std::string_view event_name = "procedure.performers_assigned";
  static constexpr int event_version = 1;
  std::vector<PerformerAssignment> assignments;
};
BOOST_DESCRIBE_STRUCT(PerformersAssigned, (), (assignments))

using Event = std::variant<ProcedureAdopted, ProcedureClassified, PerformersAssigned>;

struct AdoptedVersion {
  std::int64_t number = 1;
  Instant adopted_at{};
  Procedure procedure;
  std::string source;
};

struct Book {
  ProcedureId id;
  std::vector<AdoptedVersion> versions;
  std::vector<PerformerAssignment> assignments;

  [[nodiscard]] bool exists() const { return !versions.empty(); }
  [[nodiscard]] AdoptedVersion const& latest() const { return versions.back(); }
};

void evolve(Book& book, Event const& event, Instant at);

inline constexpr ProblemType book_unknown{"procedure.unknown", ProblemKind::not_found, "Prosedur tidak ditemukan",
                                          "There is no such procedure"};
inline constexpr ProblemType performer_unknown{"procedure.performer_unknown", ProblemKind::invalid,
                                               "Pelaksana tidak dikenal", "There is no such performer"};
inline constexpr ProblemType performer_single{"procedure.performer_single", ProblemKind::invalid,
                                              "Pelaksana ini hanya boleh satu jabatan",
                                              "This performer stands for one position only"};

[[nodiscard]] AdoptedVersion const* find_version(Book const& book, std::int64_t number);
/// Records a new version; nothing happens when the latest one came from the same file.
[[nodiscard]] std::vector<Event> adopt(Book const& book, Procedure const& procedure, std::string source);
/// Replaces the assignments; performers that are not named keep theirs.
[[nodiscard]] Result<std::vector<Event>> assign(Book const& book, std::vector<PerformerAssignment> const& assignments);

}  // namespace himpun::procedure
