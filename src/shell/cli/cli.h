#pragma once
// The frame of the command line: what every command is given, how it says what it did, and the one place where a
// failure of the world becomes a sentence and an exit code. Commands stand in files of their own and add themselves.
//
// Exit codes: 0 done; 1 done, with findings; 2 refused, or used wrongly; 3 the world failed (disk, database).

#include <CLI/CLI.hpp>
#include <functional>
#include <iosfwd>
#include <string>
#include <vector>

#include "app/desks/session_desk.h"
#include "app/installation.h"
#include "core/journal/note.h"

namespace himpun::cli {

enum class Exit : int { done = 0, findings = 1, refused = 2, failed = 3 };

/// How a command answers: for people, or (`--json`) for programs.
enum class OutputForm : std::uint8_t { text, json };

/// Told while something long goes on: what, how much is done, of how much (0: not known).
using Progress = std::function<void(std::string_view what, std::int64_t done, std::int64_t all)>;

/// As its database is, or as lines that either database can take in.
enum class BackupForm : std::uint8_t { native, portable };

struct BackupReport {
  std::string folder;
  std::int64_t files = 0;
  std::int64_t bytes = 0;
};

/// What the command line can ask of the world; main.cpp fills it in.
struct Assembly {
  /// An office in memory, gone at the end: for what needs none, such as the list of routes.
  std::function<app::Installation()> blank;
  /// Opens an office that is there; refuses with `installation.missing`.
  std::function<Result<app::Installation>(app::Place const&)> open;
  /// Makes the database of a place, or brings it up to date (after a copy); answers with what was applied.
  std::function<Result<std::vector<std::string>>(app::Place const&)> prepare;
  std::function<Result<BackupReport>(app::Place const&, std::string const& folder, BackupForm, Progress const&)>
      back_up;
  /// Checks a backup without touching anything: every hash, the database, the journal.
  std::function<Result<BackupReport>(std::string const& folder, Progress const&)> check_backup;
  /// Puts a checked backup into an empty place.
  std::function<Result<BackupReport>(std::string const& folder, app::Place const&, Progress const&)> restore;
  /// The printer of this machine, for what is printed without an office; null when there is none.
  std::function<std::unique_ptr<app::Renderer>()> printer;
  std::shared_ptr<app::WordWriter> words;
  /// For what is checked without an office.
  std::shared_ptr<app::Packages> packages;
  journal::VerifySignature verify_signature;
  std::function<std::unique_ptr<app::Mailer>(app::MailSettings const&)> make_mailer;
};

struct Frame {
  Assembly assembly;
  std::ostream& out;
  std::ostream& err;
  Exit exit = Exit::done;

  /// Options shared by every command that needs an office: --data, --database.
  static void add_place(CLI::App& command, app::Place& place);
  /// Opens the office and runs `use` with it; says what is wrong otherwise.
  void with_office(app::Place const& place, std::function<void(app::Installation&)> const& use);
  /// Says a refusal on the error stream, as text or (`--json`) as problem JSON, and sets the exit code.
  void refused(Problem const& problem, OutputForm form = OutputForm::text);
  /// Progress on the error stream, from the second second on.
  [[nodiscard]] Progress progress() const;
};

/// Runs one command line; answers with the process's exit code.
[[nodiscard]] int run(int argc, char const* const* argv, Frame& frame);

}  // namespace himpun::cli
