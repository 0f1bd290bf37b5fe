#pragma once
// An agency's stationery (stream `letterhead`): what stands over its papers and the templates of their words. Facts and
// how they change; the rules are stationery.h, reading a template is template.h.

#include <boost/describe/class.hpp>
#include <map>
#include <optional>
#include <variant>
#include <vector>

#include "base/time.h"
#include "base/values/file_ref.h"
#include "core/document/paper.h"
#include "core/document/paper_kind.h"

namespace himpun::document {

enum class LineLook : std::uint8_t { small, normal, large };
BOOST_DESCRIBE_ENUM(LineLook, small, normal, large)

struct HeadLine {
  std::string text;
  LineLook look = LineLook::normal;

  bool operator==(HeadLine const&) const = default;
};
BOOST_DESCRIBE_STRUCT(HeadLine, (), (text, look))

/// Kop surat. `place` stands before dates ("Kuala Tungkal, 5 Januari 2026").
struct Letterhead {
  std::vector<HeadLine> lines;
  std::string address;
  std::string contacts;
  std::string place;
  std::optional<FileRef> logo;  ///< a PNG
  PageSize size = PageSize::a4;

  bool operator==(Letterhead const&) const = default;
};
BOOST_DESCRIBE_STRUCT(Letterhead, (), (lines, address, contacts, place, logo, size))

struct LetterheadSet {
  static constexpr std::string_view event_name = "document.letterhead_set";
  static constexpr int event_version = 1;
  Letterhead letterhead;

  bool operator==(LetterheadSet const&) const = default;
};
BOOST_DESCRIBE_STRUCT(LetterheadSet, (), (letterhead))

/// An empty text: the one Himpun ships is in force again.
struct TemplateSet {
  static constexpr std::string_view event_name = "document.template_set";
  static constexpr int event_version = 1;
  PaperKind kind = PaperKind::case_paper;
  std::string text;

  bool operator==(TemplateSet const&) const = default;
};
BOOST_DESCRIBE_STRUCT(TemplateSet, (), (kind, text))

using LetterheadEvent = std::variant<LetterheadSet, TemplateSet>;
using LetterheadEvents = std::vector<LetterheadEvent>;

struct Stationery {
  std::optional<Letterhead> letterhead;
  std::map<PaperKind, std::string> templates;  ///< only those the agency changed
  std::int64_t version = 0;

  bool operator==(Stationery const&) const = default;
};

void evolve(Stationery& stationery, LetterheadEvent const& event);

}  // namespace himpun::document
