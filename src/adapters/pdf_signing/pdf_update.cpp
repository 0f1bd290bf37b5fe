#include "adapters/pdf_signing/pdf_update.h"

#include <algorithm>
#include <charconv>
#include <cstdio>
#include <qpdf/Buffer.hh>
#include <qpdf/Pl_Buffer.hh>
#include <qpdf/Pl_Flate.hh>

#include "base/sha256.h"
#include "core/signing/verdict.h"

namespace himpun::pdf_signing {
namespace {

/// Where the last cross-reference section begins, as the file's end says.
std::optional<std::size_t> last_xref_of(std::string_view pdf) {
  auto const word = pdf.rfind("startxref");
  if (word == std::string_view::npos) return std::nullopt;
  auto begin = word + 9;
  while (begin < pdf.size() && (pdf[begin] == ' ' || pdf[begin] == '\r' || pdf[begin] == '\n')) ++begin;
  std::size_t at = 0;
  auto const [end, error] = std::from_chars(pdf.data() + begin, pdf.data() + pdf.size(), at);
  if (error != std::errc{} || at >= pdf.size()) return std::nullopt;
  return at;
}

void append_big_endian(std::string& out, std::size_t number, int bytes) {
  for (int i = bytes - 1; i >= 0; --i) out += static_cast<char>(number >> (8 * i) & 0xff);
}

/// Runs of numbers that follow each other, as both forms of the cross-reference count them.
std::vector<std::pair<int, int>> runs_of(std::map<QPDFObjGen, std::size_t> const& offsets) {
  std::vector<std::pair<int, int>> runs;
  for (auto const& [object, offset] : offsets) {
    if (!runs.empty() && runs.back().first + runs.back().second == object.getObj()) {
      ++runs.back().second;
    } else {
      runs.emplace_back(object.getObj(), 1);
    }
  }
  return runs;
}

std::string hex_string(std::string_view bytes) { return "<" + to_hex(bytes) + ">"; }

Problem unreadable(std::string const& id, std::string const& en) {
  return Problem{.type = &signing::pdf_unreadable, .detail = {id, en}};
}

}  // namespace

Result<std::shared_ptr<QPDF>> open_pdf(std::string const& bytes) {
  if (bytes.size() > most_pdf_bytes) return refuse(signing::pdf_too_large, {"Paling besar 200 MB.", "At most 200 MB."});
  if (!bytes.starts_with("%PDF-")) return std::unexpected(unreadable("Berkas ini bukan PDF.", "This is no PDF."));
  auto document = std::make_shared<QPDF>();
  document->setSuppressWarnings(true);
  try {
    document->processMemoryFile("pdf", bytes.data(), bytes.size());
    if (document->isEncrypted()) return refuse(signing::pdf_encrypted);
    static_cast<void>(document->getAllPages());
    if (!document->anyWarnings()) return document;
  } catch (std::exception const&) {  // QPDF says by exceptions what it cannot read
  }
  return std::unexpected(unreadable("Susunan berkasnya rusak.", "Its structure is damaged."));
}

Result<PdfUpdate> PdfUpdate::begin(std::string base) {
  PdfUpdate update;
  update.base_ = std::make_shared<std::string const>(std::move(base));
  auto document = open_pdf(*update.base_);
  if (!document) return std::unexpected(document.error());
  update.document_ = std::move(*document);
  auto const xref = last_xref_of(*update.base_);
  if (!xref) return std::unexpected(unreadable("Tabel rujukannya tidak ada.", "It has no cross-reference."));
  update.last_xref_ = *xref;
  update.has_xref_stream_ = update.base_->compare(*xref, 4, "xref") != 0;
  auto size = update.document_->getTrailer().getKey("/Size");
  update.next_ = std::max(size.isInteger() ? size.getIntValueAsInt() : 0,
                          static_cast<int>(update.document_->getObjectCount()) + 1);
  return update;
}

std::string PdfUpdate::stream(std::string const& entries, std::string_view bytes) {
  return "<< " + entries + " /Length " + std::to_string(bytes.size()) + " >>\nstream\n" + std::string{bytes} +
         "\nendstream";
}

std::string PdfUpdate::packed_stream(std::string const& entries, std::string_view bytes) {
  Pl_Buffer packed{"packed"};
  Pl_Flate deflate{"deflate", &packed, Pl_Flate::a_deflate};
  deflate.write(reinterpret_cast<unsigned char const*>(bytes.data()), bytes.size());
  deflate.finish();
  auto const bytes_out = packed.getBufferSharedPointer();
  return stream(entries + " /Filter /FlateDecode",
                {reinterpret_cast<char const*>(bytes_out->getBuffer()), bytes_out->getSize()});
}

std::string PdfUpdate::members(QPDFObjectHandle dictionary, std::initializer_list<char const*> but) {
  std::string text;
  for (auto& [key, value] : dictionary.getDictAsMap()) {
    if (std::ranges::find(but, std::string_view{key}) != but.end()) continue;
    text += key + " " + value.unparse() + " ";
  }
  return text;
}

/// The first half of /ID stays; the second changes with every update (ISO 32000-1, 14.4).
std::string PdfUpdate::trailer_entries(std::string_view written, int size) {
  auto trailer = document_->getTrailer();
  auto const fresh = hex_string(std::string_view{bytes_of(sha256(written))}.substr(0, 16));
  auto id = trailer.getKey("/ID");
  auto const first = id.isArray() && id.getArrayNItems() == 2 && id.getArrayItem(0).isString()
                         ? hex_string(id.getArrayItem(0).getStringValue())
                         : fresh;
  auto text = "/Size " + std::to_string(size) + " /Root " + document_->getRoot().unparse() + " /Prev " +
              std::to_string(last_xref_) + " /ID [" + first + " " + fresh + "]";
  if (auto info = trailer.getKey("/Info"); info.isIndirect()) text += " /Info " + info.unparse();
  return text;
}

void PdfUpdate::append_table(std::string& out) {
  auto const at = out.size();
  auto const entries = trailer_entries(out, next_);
  out += "xref\n";
  auto each = offsets_.begin();
  for (auto const& [first, count] : runs_of(offsets_)) {
    out += std::to_string(first) + " " + std::to_string(count) + "\n";
    for (int i = 0; i < count; ++i, ++each) {
      char line[32];
      std::snprintf(line, sizeof line, "%010zu %05d n \n", each->second, each->first.getGen());
      out += line;
    }
  }
  out += "trailer\n<< " + entries + " >>\nstartxref\n" + std::to_string(at) + "\n%%EOF\n";
}

void PdfUpdate::append_stream(std::string& out) {
  auto const self = add();
  auto const at = out.size();
  offsets_[self] = at;
  std::string index;
  std::string table;
  for (auto const& [first, count] : runs_of(offsets_)) {
    index += std::to_string(first) + " " + std::to_string(count) + " ";
  }
  for (auto const& [object, offset] : offsets_) {
    table += '\1';
    append_big_endian(table, offset, 5);
    append_big_endian(table, static_cast<std::size_t>(object.getGen()), 2);
  }
  out += self.unparse(' ') + " obj\n" +
         stream("/Type /XRef /W [1 5 2] /Index [" + index + "] " + trailer_entries(out, next_), table) +
         "\nendobj\nstartxref\n" + std::to_string(at) + "\n%%EOF\n";
}

std::string PdfUpdate::finish() {
  auto out = *base_;
  if (!out.ends_with('\n')) out += '\n';
  for (auto const& [object, body] : objects_) {
    offsets_[object] = out.size();
    out += object.unparse(' ') + " obj\n" + body + "\nendobj\n";
  }
  if (has_xref_stream_) {
    append_stream(out);
  } else {
    append_table(out);
  }
  return out;
}

}  // namespace himpun::pdf_signing
