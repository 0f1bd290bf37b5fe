#pragma once
// An incremental update of a PDF: objects are added or given anew behind the file, whose own bytes stay as they are,
// so that signatures in it stay right. Writes a cross-reference table or stream, after what the file itself has. It
// refuses files that are damaged, encrypted or no PDF.

#ifndef POINTERHOLDER_TRANSITION
#define POINTERHOLDER_TRANSITION 4  // libqpdf's own pointers are the standard's
#endif

#include <map>
#include <initializer_list>
#include <memory>
#include <qpdf/QPDF.hh>
#include <string>

#include "base/problem.h"

namespace himpun::pdf_signing {

class PdfUpdate {
 public:
  [[nodiscard]] static Result<PdfUpdate> begin(std::string base);

  /// The file as it was. Objects of it may be read and copied, never changed.
  [[nodiscard]] QPDF& document() { return *document_; }
  [[nodiscard]] std::string const& base() const { return *base_; }

  /// The number of a new object.
  [[nodiscard]] QPDFObjGen add() { return QPDFObjGen{next_++, 0}; }
  /// What the object is from now on: PDF syntax, a dictionary or a stream with its /Length.
  void put(QPDFObjGen object, std::string body) { objects_[object] = std::move(body); }
  /// The file with this update behind it.
  [[nodiscard]] std::string finish();
  /// Where an object of the update begins in the finished file.
  [[nodiscard]] std::size_t offset_of(QPDFObjGen object) const { return offsets_.at(object); }

  /// `12 0 R`
  [[nodiscard]] static std::string reference(QPDFObjGen object) { return object.unparse(' ') + " R"; }
  /// A stream object of these bytes; `entries` stands in its dictionary.
  [[nodiscard]] static std::string stream(std::string const& entries, std::string_view bytes);
  /// A stream object, deflated.
  [[nodiscard]] static std::string packed_stream(std::string const& entries, std::string_view bytes);
  /// The dictionary as PDF syntax, without the members called in `but`.
  [[nodiscard]] static std::string members(QPDFObjectHandle dictionary, std::initializer_list<char const*> but);

 private:
  PdfUpdate() = default;
  void append_table(std::string& out);
  void append_stream(std::string& out);
  [[nodiscard]] std::string trailer_entries(std::string_view written, int size);

  std::shared_ptr<std::string const> base_;
  std::shared_ptr<QPDF> document_;
  std::map<QPDFObjGen, std::string> objects_;
  std::map<QPDFObjGen, std::size_t> offsets_;
  std::size_t last_xref_ = 0;
  bool has_xref_stream_ = false;
  int next_ = 1;
};

/// A document of these bytes, which must live as long as it; refused when it is damaged, encrypted or no PDF.
[[nodiscard]] Result<std::shared_ptr<QPDF>> open_pdf(std::string const& bytes);

inline constexpr std::size_t most_pdf_bytes = 200 * 1024 * 1024;

}  // namespace himpun::pdf_signing
