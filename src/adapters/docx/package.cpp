// The parts around the body, and the zip they lie in (libarchive). Times, order and names are fixed, so that the same
// paper is the same file.

#include <archive.h>
#include <archive_entry.h>

#include <memory>

#include "adapters/docx/body.h"
#include "adapters/docx/docx.h"
#include "adapters/docx/styles.h"
#include "app/ports/store.h"

namespace himpun::docx {
namespace {

constexpr char const* xml_head = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n";
constexpr char const* namespaces =
    " xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\""
    " xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\""
    " xmlns:wp=\"http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing\""
    " xmlns:a=\"http://schemas.openxmlformats.org/drawingml/2006/main\""
    " xmlns:pic=\"http://schemas.openxmlformats.org/drawingml/2006/picture\"";
constexpr char const* office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/";
constexpr char const* word_type = "application/vnd.openxmlformats-officedocument.wordprocessingml.";
constexpr std::int64_t zip_epoch = 315'532'800;  ///< 1980-01-01, the first instant a zip can say

struct Part {
  std::string name;
  std::string bytes;
};

std::string content_types() {
  std::string out =
      std::string{xml_head} +
      "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\">"
      "<Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>"
      "<Default Extension=\"xml\" ContentType=\"application/xml\"/>"
      "<Default Extension=\"png\" ContentType=\"image/png\"/>";
  auto const add = [&](char const* part, char const* type) {
    out += std::string{"<Override PartName=\"/word/"} + part + ".xml\" ContentType=\"" + word_type + type + "+xml\"/>";
  };
  add("document", "document.main");
  add("styles", "styles");
  add("numbering", "numbering");
  add("header1", "header");
  add("footer1", "footer");
  return out +
         "<Override PartName=\"/docProps/core.xml\" "
         "ContentType=\"application/vnd.openxmlformats-package.core-properties+xml\"/></Types>";
}

std::string relation(std::string const& id, std::string const& type, std::string const& target) {
  return "<Relationship Id=\"" + id + "\" Type=\"" + type + "\" Target=\"" + target + "\"/>";
}

std::string relations(std::string const& inside) {
  return std::string{xml_head} +
         "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">" + inside +
         "</Relationships>";
}

std::string document_relations(Body const& body) {
  auto const of = [](char const* kind) { return office + std::string{kind}; };
  auto inside = relation("gaya", of("styles"), "styles.xml") + relation("nomor", of("numbering"), "numbering.xml") +
                relation("kepala", of("header"), "header1.xml") + relation("kaki", of("footer"), "footer1.xml");
  for (std::size_t i = 0; i < body.images.size(); ++i) {
    inside += relation("gambar" + std::to_string(i + 1), of("image"), "media/" + body.images[i].name);
  }
  return relations(inside);
}

std::string properties(document::OfficialPaper const& paper) {
  return std::string{xml_head} +
         "<cp:coreProperties xmlns:cp=\"http://schemas.openxmlformats.org/package/2006/metadata/core-properties\" "
         "xmlns:dc=\"http://purl.org/dc/elements/1.1/\"><dc:title>" +
         escaped(paper.title) + "</dc:title><dc:subject>" + escaped(paper.subject) + "</dc:subject><dc:language>" +
         (paper.language == document::Language::en ? "en" : "id-ID") + "</dc:language></cp:coreProperties>";
}

std::string header(document::OfficialPaper const& paper) {
  return std::string{xml_head} + "<w:hdr" + namespaces + ">" +
         plain_paragraph(paper.watermark, {.style = "Kaki", .align = document::Align::end}, true) + "</w:hdr>";
}

std::string field(char const* name) {
  return std::string{"<w:fldSimple w:instr=\" "} + name + " \"><w:r><w:t>1</w:t></w:r></w:fldSimple>";
}

std::string footer(document::OfficialPaper const& paper) {
  auto const left = paper.footer.empty() ? std::string{} : escaped(paper.footer) + " · ";
  return std::string{xml_head} + "<w:ftr" + namespaces + ">" +
         paragraph("<w:r><w:t xml:space=\"preserve\">" + left + "Halaman </w:t></w:r>" + field("PAGE") +
                       "<w:r><w:t xml:space=\"preserve\"> dari </w:t></w:r>" + field("NUMPAGES"),
                   {.style = "Kaki", .align = document::Align::end}) +
         "</w:ftr>";
}

std::vector<Part> parts_of(document::OfficialPaper const& paper, document::Dressing const& dressing) {
  auto body = make_body(paper, dressing);
  std::vector<Part> parts{
      {"[Content_Types].xml", content_types()},
      {"_rels/.rels",
       relations(relation("isi", office + std::string{"officeDocument"}, "word/document.xml") +
                 relation("sifat",
                          "http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties",
                          "docProps/core.xml"))},
      {"docProps/core.xml", properties(paper)},
      {"word/document.xml",
       std::string{xml_head} + "<w:document" + namespaces + "><w:body>" + body.xml + "</w:body></w:document>"},
      {"word/_rels/document.xml.rels", document_relations(body)},
      {"word/styles.xml", std::string{xml_head} + styles(namespaces, paper.language)},
      {"word/numbering.xml", std::string{xml_head} + numbering(namespaces, body.lists)},
      {"word/header1.xml", header(paper)},
      {"word/footer1.xml", footer(paper)}};
  for (auto& image : body.images) parts.push_back({"word/media/" + image.name, std::move(image.png)});
  return parts;
}

void require(bool went_well) {
  if (!went_well) throw app::StoreFailure{"a word-processor document could not be packed"};
}

la_ssize_t append(archive*, void* bytes, void const* more, std::size_t size) {
  static_cast<std::string*>(bytes)->append(static_cast<char const*>(more), size);
  return static_cast<la_ssize_t>(size);
}

std::string packed(std::vector<Part> const& parts) {
  std::string bytes;
  std::unique_ptr<archive, decltype(&archive_write_free)> const zip{archive_write_new(), archive_write_free};
  require(zip && archive_write_set_format_zip(zip.get()) == ARCHIVE_OK);
  require(archive_write_set_bytes_in_last_block(zip.get(), 1) == ARCHIVE_OK);
  require(archive_write_open(zip.get(), &bytes, nullptr, append, nullptr) == ARCHIVE_OK);
  for (auto const& part : parts) {
    std::unique_ptr<archive_entry, decltype(&archive_entry_free)> const entry{archive_entry_new(), archive_entry_free};
    archive_entry_set_pathname(entry.get(), part.name.c_str());
    archive_entry_set_size(entry.get(), static_cast<la_int64_t>(part.bytes.size()));
    archive_entry_set_filetype(entry.get(), AE_IFREG);
    archive_entry_set_perm(entry.get(), 0644);
    archive_entry_set_mtime(entry.get(), zip_epoch, 0);
    require(archive_write_header(zip.get(), entry.get()) == ARCHIVE_OK);
    require(archive_write_data(zip.get(), part.bytes.data(), part.bytes.size()) ==
            static_cast<la_ssize_t>(part.bytes.size()));
  }
  require(archive_write_close(zip.get()) == ARCHIVE_OK);
  return bytes;
}

class PackageWriter final : public app::WordWriter {
 public:
  [[nodiscard]] std::string write(document::OfficialPaper const& paper, document::Dressing const& dressing) override {
    return packed(parts_of(paper, dressing));
  }
};

}  // namespace

std::unique_ptr<app::WordWriter> make_writer() { return std::make_unique<PackageWriter>(); }

}  // namespace himpun::docx
