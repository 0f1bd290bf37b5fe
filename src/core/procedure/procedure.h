#pragma once
// An SOP as a value: who does what, in which order, with what standard. Every word of the official sheet is kept as
// written. Reading it from a file is reader.h, finding its faults linter.h, proving that it always ends soundness.h.

#include <boost/describe/class.hpp>
#include <boost/describe/enum.hpp>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "base/id.h"
#include "core/calendar/time_limit.h"

namespace himpun::procedure {

using ProcedureId = Id<struct ProcedureTag>;
using StepId = Id<struct StepTag>;
using ActorId = Id<struct ActorTag>;

/// What a step asks of its performer (`jenis`).
enum class StepKind : std::uint8_t { disposition, task, gathering, review, initialing, signature, distribution };
BOOST_DESCRIBE_ENUM(StepKind, disposition, task, gathering, review, initialing, signature, distribution)

/// A performer column of the sheet: a role that is bound to positions or units when an agency adopts the procedure.
struct Actor {
  ActorId id;
  std::string name;
  bool plural = false;  ///< `jamak`: several units, each answering for itself

  bool operator==(Actor const&) const = default;
};
BOOST_DESCRIBE_STRUCT(Actor, (), (id, name, plural))

/// A paper that passes from step to step (`naskah`); steps name it by key.
struct Paper {
  std::string key;
  std::string name;

  bool operator==(Paper const&) const = default;
};
BOOST_DESCRIBE_STRUCT(Paper, (), (key, name))

/// One requisite of a step (`kelengkapan`). `source` says where the case itself provides it: a paper key, `surat` (what
/// started the case) or `permintaan` (the accepted answers of the divisions). Empty: the performer attaches a file or
/// states a reference.
struct Input {
  std::string name;
  std::string source;

  bool operator==(Input const&) const = default;
};
BOOST_DESCRIBE_STRUCT(Input, (), (name, source))

/// One exit of a decision. An empty target ends the procedure.
struct Outcome {
  std::string label;
  StepId target;

  bool operator==(Outcome const&) const = default;
};
BOOST_DESCRIBE_STRUCT(Outcome, (), (label, target))

struct Step {
  StepId id;
  StepKind kind = StepKind::task;
  std::string activity;
  std::vector<ActorId> performers;      ///< the first leads; more than one is joint work
  std::optional<ActorId> gathers_from;  ///< `bersama`: the plural actor whose units each get a request
  std::vector<Input> inputs;
  std::string time_written;                       ///< as on the sheet, for example "1 Hari"
  std::optional<calendar::TimeLimit> time_limit;  ///< absent: "sesuai kebutuhan" (as needed)
  std::vector<std::string> outputs;
  std::string remark;  ///< `ket`
  std::string paper;   ///< key of the paper this step writes, checks or marks; empty: none
  bool is_start = false;
  std::vector<StepId> next;           ///< opened together when the step is done; empty: this branch ends here
  std::vector<Outcome> outcomes;      ///< a decision (kind review): exactly one is taken instead of `next`
  std::vector<StepId> waits_for;      ///< a join: opens only when all of these have handed over (see soundness.h)
  std::vector<StepId> returns;        ///< earlier steps this one may send the work back to, each time with a reason
  std::vector<std::string> inferred;  ///< names of fields the official text does not state (`disimpulkan`)

  bool operator==(Step const&) const = default;
};
BOOST_DESCRIBE_STRUCT(Step, (),
                      (id, kind, activity, performers, gathers_from, inputs, time_written, time_limit, outputs, remark,
                       paper, is_start, next, outcomes, waits_for, returns, inferred))

/// Dates as the sheet writes them; many sheets give only a month, so they are text.
struct SheetDates {
  std::string made;
  std::string revised;
  std::string approved;
  std::string effective;

  bool operator==(SheetDates const&) const = default;
};
BOOST_DESCRIBE_STRUCT(SheetDates, (), (made, revised, approved, effective))

struct Approver {
  std::string position;
  std::string name;
  std::string rank;
  std::string nip;

  bool operator==(Approver const&) const = default;
};
BOOST_DESCRIBE_STRUCT(Approver, (), (position, name, rank, nip))

struct Procedure {
  ProcedureId id;
  std::string number;
  std::string name;
  std::string unit;
  SheetDates dates;
  Approver approved_by;
  std::vector<std::string> legal_basis;
  std::vector<std::string> qualifications;
  std::vector<std::string> related;
  std::vector<std::string> equipment;
  std::vector<std::string> warnings;
  std::vector<std::string> recording;
  std::string flow_title;  ///< `judul_alur`: the heading over the rows where it differs from `name`; empty: the name
  std::vector<Actor> actors;
  std::vector<Paper> papers;
  std::vector<Step> steps;  ///< in the order of the sheet's rows
  /// `klasifikasi`: the archive code its cases are filed under (Permendagri 83/2022); empty: not settled. Not on the
  /// sheet, and recorded by an event of its own (book.h), so that adoptions are stored as they always were.
  std::string classification;

  bool operator==(Procedure const&) const = default;
};
BOOST_DESCRIBE_STRUCT(Procedure, (),
                      (id, number, name, unit, dates, approved_by, legal_basis, qualifications, related, equipment,
                       warnings, recording, flow_title, actors, papers, steps))

[[nodiscard]] Step const* find_step(Procedure const& procedure, StepId const& id);
[[nodiscard]] Actor const* find_actor(Procedure const& procedure, ActorId const& id);
/// Row number on the sheet, from 1; 0 when there is no such step.
[[nodiscard]] int row_number(Procedure const& procedure, StepId const& id);

}  // namespace himpun::procedure
