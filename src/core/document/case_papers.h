#pragma once
// The printed papers of one case (stream `papers/<case>`): which editions were asked for, made, or could not be made.
// An edition (cetakan) is the PDF of one version of one paper; once made it never changes. The words of a paper are the
// case's own (core/workflow).

#include <boost/describe/class.hpp>
#include <optional>
#include <string_view>
#include <variant>
#include <vector>

#include "base/problem.h"
#include "base/time.h"
#include "base/values/file_ref.h"
#include "core/document/comments.h"
#include "core/document/signature_place.h"

namespace himpun::document {

/// Where a signature place lies in the finished PDF: page from 1, lower left corner and size in hundredths of a point.
struct PrintedPlace {
  std::string id;
  PlaceKind kind = PlaceKind::signature;
  std::int32_t page = 1;
  std::int32_t x = 0;
  std::int32_t y = 0;
  std::int32_t width = 0;
  std::int32_t height = 0;

  bool operator==(PrintedPlace const&) const = default;
};
BOOST_DESCRIBE_STRUCT(PrintedPlace, (), (id, kind, page, x, y, width, height))

/// `sha256` is that of the content which is printed, as initials and signatures bind to it; empty for a paper that the
/// case did not write but that is made from it.
struct EditionRequested {
  static constexpr std::string_view event_name = "document.edition_requested";
  static constexpr int event_version = 1;
  std::string paper;
  std::int32_t number = 1;
  std::string sha256;

  bool operator==(EditionRequested const&) const = default;
};
BOOST_DESCRIBE_STRUCT(EditionRequested, (), (paper, number, sha256))

struct EditionMade {
  static constexpr std::string_view event_name = "document.edition_made";
  static constexpr int event_version = 1;
  std::string paper;
  std::int32_t number = 1;
  FileRef file;
  std::vector<PrintedPlace> places;
  std::string made_with;  ///< "WeasyPrint 57.2"

  bool operator==(EditionMade const&) const = default;
};
BOOST_DESCRIBE_STRUCT(EditionMade, (), (paper, number, file, places, made_with))

/// It was tried `attempts` times and given up; it may be asked for again.
struct EditionFailed {
  static constexpr std::string_view event_name = "document.edition_failed";
  static constexpr int event_version = 1;
  std::string paper;
  std::int32_t number = 1;
  std::int32_t attempts = 0;
  std::string reason;

  bool operator==(EditionFailed const&) const = default;
};
BOOST_DESCRIBE_STRUCT(EditionFailed, (), (paper, number, attempts, reason))

using PapersEvent = std::variant<EditionRequested, EditionMade, EditionFailed, CommentWritten, CommentResolved>;
using PapersEvents = std::vector<PapersEvent>;

enum class EditionState : std::uint8_t { requested, made, failed };
BOOST_DESCRIBE_ENUM(EditionState, requested, made, failed)

struct Edition {
  std::string paper;
  std::int32_t number = 1;
  std::string sha256;
  EditionState state = EditionState::requested;
  Instant changed_at{};
  std::optional<FileRef> file;
  std::vector<PrintedPlace> places;
  std::string reason;  ///< why it failed
};

struct CasePapers {
  std::vector<Edition> editions;  ///< in order of first request
  std::vector<Comment> comments;  ///< oldest first
};

void evolve(CasePapers& papers, PapersEvent const& event, Instant at);

[[nodiscard]] Edition const* find_edition(CasePapers const& papers, std::string_view paper, std::int32_t number);
/// Made before the version got its newest initials or signature, which the print names.
[[nodiscard]] bool is_outdated(Edition const& edition, std::optional<Instant> last_marked);
/// Nothing when it is made and not outdated, or under way already.
[[nodiscard]] PapersEvents request_edition(CasePapers const& papers, EditionRequested const& wish,
                                           std::optional<Instant> last_marked = {});

}  // namespace himpun::document
