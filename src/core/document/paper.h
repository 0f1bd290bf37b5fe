#pragma once
// An official paper as a value: everything it says and where it is signed, before it becomes HTML (html.h), PDF or
// DOCX. The makers of papers (core/report) build it from what happened; the letterhead comes from the agency when it is
// printed. It draws nothing and knows no case.

#include <variant>

#include "core/document/signature_place.h"
#include "core/document/sop_sheet.h"
#include "core/document/table.h"

namespace himpun::document {

enum class PageSize : std::uint8_t { a4, f4 };  ///< F4: 215 x 330 mm, the usual paper of Indonesian offices
BOOST_DESCRIBE_ENUM(PageSize, a4, f4)
enum class Orientation : std::uint8_t { portrait, landscape };
BOOST_DESCRIBE_ENUM(Orientation, portrait, landscape)
enum class Language : std::uint8_t { id, en };
BOOST_DESCRIBE_ENUM(Language, id, en)

/// How the title is set: not at all (a letter), centred over the text, or on a cover page of its own.
enum class TitleLook : std::uint8_t { none, centred, cover };
enum class Head : std::uint8_t { letterhead, none };
/// How number_headings() counts: 1, 1.1, 1.1.1; A., 1., a.; BAB I, A., 1.
enum class Numbering : std::uint8_t { none, decimal, letters, chapters };

/// Signature places side by side: one alone stands right; initials stand in a small table of their own.
struct Signatures {
  std::vector<SignaturePlace> places;

  bool operator==(Signatures const&) const = default;
};

/// An SOP's sheet among the pages of another paper: landscape pages of their own.
struct EmbeddedSheet {
  SopSheet sheet;

  bool operator==(EmbeddedSheet const&) const = default;
};

struct Block;

/// One box of a form (lembar disposisi): a bordered field with blocks in it.
struct Box {
  std::vector<Block> blocks;
  int width = 1;  ///< share of its row

  bool operator==(Box const&) const;
};
struct BoxRow {
  std::vector<Box> boxes;
  int height_mm = 0;  ///< at least; 0: as the words need

  bool operator==(BoxRow const&) const;
};
struct Form {
  std::vector<BoxRow> rows;

  bool operator==(Form const&) const;
};

struct Block {
  std::variant<Heading, Paragraph, List, Table, Facts, Ticks, Picture, PageBreak, Contents, Signatures, EmbeddedSheet,
               Form>
      what;

  bool operator==(Block const&) const = default;
};

inline bool Box::operator==(Box const&) const = default;
inline bool BoxRow::operator==(BoxRow const&) const = default;
inline bool Form::operator==(Form const&) const = default;

/// How a file inside the PDF belongs to it (ISO 32000-2, AFRelationship).
enum class Relation : std::uint8_t { source, data, alternative, supplement, unspecified };

/// A file carried inside the PDF: the tables as CSV, the case as JSON.
struct Attachment {
  std::string name;  ///< a plain file name: letters, digits, '.', '-', '_'
  std::string media_type;
  std::string words;  ///< what it is, in the paper's language
  Relation relation = Relation::data;
  std::string bytes;

  bool operator==(Attachment const&) const = default;
};

struct OfficialPaper {
  std::string title;     ///< printed as `title_look` says; always the PDF's title
  std::string subtitle;  ///< under the title: "Triwulan III Tahun 2026"
  std::string number;    ///< nomor, under the title ("NOMOR ..."); a letter states it in its Facts
  std::string subject;   ///< what it is about, for the PDF's properties
  TitleLook title_look = TitleLook::centred;
  Head head = Head::letterhead;
  PageSize size = PageSize::a4;
  Orientation orientation = Orientation::portrait;
  Language language = Language::id;
  Numbering numbering = Numbering::none;
  std::string footer;     ///< left of the page number on every page
  std::string watermark;  ///< "DRAF", "DITARIK"; empty: none
  std::vector<Block> blocks;
  std::vector<Attachment> attachments;

  bool operator==(OfficialPaper const&) const = default;
};

}  // namespace himpun::document
