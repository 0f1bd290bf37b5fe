#include "adapters/sheets/xlsx/xml.h"

#include <expat.h>

#include <algorithm>
#include <array>
#include <memory>
#include <type_traits>

#include "app/ports/sheet_refusals.h"

namespace himpun::sheets {
namespace {

constexpr int most_depth = 64;
/// A tag or comment that does not end within so many bytes is no spreadsheet's; expat would keep all of it.
constexpr std::int64_t longest_tag_bytes = 1 << 20;
constexpr char separator = '|';

constexpr std::array<std::string_view, 4> known_namespaces{
    "http://schemas.openxmlformats.org/spreadsheetml/2006/main", "http://purl.oclc.org/ooxml/spreadsheetml/main",
    "http://schemas.openxmlformats.org/package/2006/relationships",
    "http://schemas.openxmlformats.org/package/2006/content-types"};
constexpr std::array<std::string_view, 2> relationship_ids{
    "http://schemas.openxmlformats.org/officeDocument/2006/relationships|id",
    "http://purl.oclc.org/ooxml/officeDocument/relationships|id"};

std::string_view local_name(std::string_view name) {
  auto const end = name.rfind(separator);
  if (end == std::string_view::npos) return {};
  auto const space = name.substr(0, end);
  return std::ranges::find(known_namespaces, space) == known_namespaces.end() ? std::string_view{}
                                                                              : name.substr(end + 1);
}

class XmlStream {
 public:
  XmlStream(XmlListener& listener, app::SheetReading const& reading, std::string_view part)
      : listener_(listener), reading_(reading), part_(part), parser_(XML_ParserCreateNS(nullptr, separator)) {
    if (!parser_) throw std::bad_alloc{};
    XML_SetUserData(parser_.get(), this);
    XML_SetElementHandler(parser_.get(), on_open, on_close);
    XML_SetCharacterDataHandler(parser_.get(), on_text);
    XML_SetStartDoctypeDeclHandler(parser_.get(), on_doctype);
  }

  Result<void> feed(std::string_view piece) {
    fed_ += static_cast<std::int64_t>(piece.size());
    if (auto parsed = parse(piece, XML_FALSE); !parsed) return parsed;
    auto const waiting = fed_ - std::max<std::int64_t>(XML_GetCurrentByteIndex(parser_.get()), 0);
    if (waiting <= longest_tag_bytes) return {};
    return refuse_part(app::sheet_unsafe, "satu penanda tidak berakhir.", "a tag does not end.");
  }

  Result<void> finish() { return parse({}, XML_TRUE); }

 private:
  Result<void> parse(std::string_view piece, XML_Bool is_last) {
    auto const status = XML_Parse(parser_.get(), piece.data(), static_cast<int>(piece.size()), is_last);
    if (listener_.problem()) return std::unexpected(*listener_.problem());
    if (has_doctype_) return refuse_part(app::sheet_unsafe, "memuat DTD.", "it holds a DTD.");
    if (depth_ > most_depth)
      return refuse_part(app::sheet_unsafe, "bersarang terlalu dalam.", "it is nested too deep.");
    if (status == XML_STATUS_OK) return {};
    std::string const why = XML_ErrorString(XML_GetErrorCode(parser_.get()));
    return refuse_part(app::sheet_broken, "XML tidak benar (" + why + ").", "the XML is wrong (" + why + ").");
  }

  std::unexpected<Problem> refuse_part(ProblemType const& type, std::string const& id, std::string const& en) const {
    auto const line = std::to_string(XML_GetCurrentLineNumber(parser_.get()));
    auto const part = std::string{part_};
    return refuse_file(type, reading_,
                       {"bagian \"" + part + "\" baris " + line + ": " + id +
                            " Buka di Excel atau LibreOffice dan simpan ulang sebagai .xlsx.",
                        "part \"" + part + "\" line " + line + ": " + en +
                            " Open it in Excel or LibreOffice and save it again as .xlsx."});
  }

  void stop_if(bool condition) {
    if (condition) XML_StopParser(parser_.get(), XML_FALSE);
  }

  static void on_open(void* self, char const* name, char const** attributes) {
    auto& stream = *static_cast<XmlStream*>(self);
    if (++stream.depth_ > most_depth) return stream.stop_if(true);
    stream.listener_.opened(local_name(name), XmlAttributes{attributes});
    stream.stop_if(stream.listener_.problem().has_value());
  }
  static void on_close(void* self, char const* name) {
    auto& stream = *static_cast<XmlStream*>(self);
    --stream.depth_;
    stream.listener_.closed(local_name(name));
    stream.stop_if(stream.listener_.problem().has_value());
  }
  static void on_text(void* self, char const* text, int size) {
    auto& stream = *static_cast<XmlStream*>(self);
    stream.listener_.text({text, static_cast<std::size_t>(size)});
    stream.stop_if(stream.listener_.problem().has_value());
  }
  static void on_doctype(void* self, char const*, char const*, char const*, int) {
    auto& stream = *static_cast<XmlStream*>(self);
    stream.has_doctype_ = true;
    stream.stop_if(true);
  }

  struct Closer {
    void operator()(XML_Parser parser) const { XML_ParserFree(parser); }
  };
  XmlListener& listener_;
  app::SheetReading const& reading_;
  std::string_view part_;
  std::unique_ptr<std::remove_pointer_t<XML_Parser>, Closer> parser_;
  std::int64_t fed_ = 0;
  int depth_ = 0;
  bool has_doctype_ = false;
};

}  // namespace

std::string_view XmlAttributes::get(std::string_view name) const {
  for (auto const* pair = pairs_; *pair != nullptr; pair += 2) {
    if (name == *pair) return pair[1];
  }
  return {};
}

bool XmlAttributes::is_on(std::string_view name) const {
  auto const value = get(name);
  return value == "1" || value == "true";
}

std::string_view XmlAttributes::relationship() const {
  auto const first = get(relationship_ids[0]);
  return first.empty() ? get(relationship_ids[1]) : first;
}

Result<void> read_xml(Archive const& archive, std::string_view part, XmlListener& listener,
                      std::function<Result<void>()> const& between) {
  XmlStream stream{listener, archive.reading(), part};
  auto read = archive.read(part, [&](std::string_view piece) -> Result<void> {
    if (auto fed = stream.feed(piece); !fed) return fed;
    return between ? between() : Result<void>{};
  });
  if (!read) return read;
  if (auto ended = stream.finish(); !ended) return ended;
  return between ? between() : Result<void>{};
}

}  // namespace himpun::sheets
