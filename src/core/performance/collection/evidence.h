#pragma once
// Data dukung: the file, link or shelf that a figure rests on, and the rows that rest on it. It keeps no content.

#include "base/values/file_ref.h"
#include "core/performance/collection/row.h"

namespace himpun::performance {

enum class EvidenceKind : std::uint8_t { file, link, physical };
BOOST_DESCRIBE_ENUM(EvidenceKind, file, link, physical)

/// Data dukung. One piece serves many rows.
struct Evidence {
  EvidenceId id;
  EvidenceKind kind = EvidenceKind::file;
  std::string title;
  std::optional<FileRef> file;
  std::string link;   ///< https://...
  std::string place;  ///< of a physical piece: "Lemari 3, map 12"

  bool operator==(Evidence const&) const = default;
};
BOOST_DESCRIBE_STRUCT(Evidence, (), (id, kind, title, file, link, place))

/// `page`: page or sheet where the figure stands.
struct EvidenceUse {
  RowKey row;
  std::string page;

  bool operator==(EvidenceUse const&) const = default;
};
BOOST_DESCRIBE_STRUCT(EvidenceUse, (), (row, page))

struct KeptEvidence {
  Evidence evidence;
  std::vector<EvidenceUse> uses;
  By by;
  Instant at{};
};

}  // namespace himpun::performance
