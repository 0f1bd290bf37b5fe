#include "adapters/pdf/finishing.h"

#include <cmath>
#include <map>
#define POINTERHOLDER_TRANSITION 4  // std::shared_ptr only
#include <qpdf/Buffer.hh>
#include <qpdf/QPDF.hh>
#include <qpdf/QPDFEFStreamObjectHelper.hh>
#include <qpdf/QPDFEmbeddedFileDocumentHelper.hh>
#include <qpdf/QPDFFileSpecObjectHelper.hh>
#include <qpdf/QPDFPageDocumentHelper.hh>
#include <qpdf/QPDFWriter.hh>

#include "app/ports/store.h"
#include "core/document/html/escape.h"
#include "core/document/html/html.h"

namespace himpun::pdf {
namespace {

using Handle = QPDFObjectHandle;
using document::OfficialPaper;

std::string iso_second(Instant at) { return to_text(std::chrono::floor<std::chrono::seconds>(at)).substr(0, 19) + "Z"; }

std::string pdf_date(Instant at) {
  std::string out = "D:";
  for (char const c : iso_second(at)) {
    if (c >= '0' && c <= '9') out += c;
  }
  return out + "Z";
}

char const* relation_name(document::Relation relation) {
  switch (relation) {
    case document::Relation::source:
      return "/Source";
    case document::Relation::data:
      return "/Data";
    case document::Relation::alternative:
      return "/Alternative";
    case document::Relation::supplement:
      return "/Supplement";
    case document::Relation::unspecified:
      break;
  }
  return "/Unspecified";
}

class Finishing {
 public:
  Finishing(std::string const& rendered, app::PrintOrder const& order, std::string made_with)
      : order_(order), paper_(order.paper), made_with_(std::move(made_with)) {
    qpdf_.setSuppressWarnings(true);
    qpdf_.processMemoryFile("rendered", rendered.data(), rendered.size());
  }

  app::Printed run() {
    app::Printed printed;
    number_pages();
    printed.places = places();
    printed.pages = static_cast<int>(page_numbers_.size());
    printed.made_with = made_with_;
    colours();
    annotations();
    information();
    metadata();
    for (auto const& each : paper_.attachments) attach(each);
    printed.pdf = write();
    return printed;
  }

 private:
  Handle root() { return qpdf_.getRoot(); }

  void number_pages() {
    int number = 0;
    for (auto& page : QPDFPageDocumentHelper(qpdf_).getAllPages()) {
      page_numbers_[page.getObjectHandle().getObjGen()] = ++number;
    }
  }

  /// Named destinations of the page tell where its places begin; their size is the style's.
  std::map<std::string, Handle> destinations() {
    std::map<std::string, Handle> found;
    auto names = root().getKey("/Names");
    if (!names.isDictionary() || !names.getKey("/Dests").isDictionary()) return found;
    auto list = names.getKey("/Dests").getKey("/Names");
    for (int i = 0; list.isArray() && i + 1 < list.getArrayNItems(); i += 2) {
      found.emplace(list.getArrayItem(i).getUTF8Value(), list.getArrayItem(i + 1));
    }
    return found;
  }

  std::vector<document::PrintedPlace> places() {
    std::vector<document::PrintedPlace> places;
    auto found = destinations();
    for (auto const& place : document::signature_places(paper_)) {
      auto const at = found.find(document::place_anchor(place.id));
      if (at == found.end()) continue;
      auto target = at->second;
      if (!target.isArray() || target.getArrayNItems() < 4) continue;
      auto const page = page_numbers_.find(target.getArrayItem(0).getObjGen());
      if (page == page_numbers_.end()) continue;
      bool const is_signature = place.kind == document::PlaceKind::signature;
      int const width = 10 * (is_signature ? document::signature_width : document::initials_width);
      int const height = 10 * (is_signature ? document::signature_height : document::initials_height);
      auto const hundredths = [&](int item) {
        return static_cast<std::int32_t>(std::lround(target.getArrayItem(item).getNumericValue() * 100));
      };
      places.push_back({place.id, place.kind, page->second, hundredths(2), hundredths(3) - height, width, height});
    }
    return places;
  }

  void colours() {
    auto profile = Handle::newStream(&qpdf_, srgb_profile());
    profile.getDict().replaceKey("/N", Handle::newInteger(3));
    auto intent = Handle::parse(
        "<< /Type /OutputIntent /S /GTS_PDFA1 /OutputConditionIdentifier (sRGB) /Info (sRGB IEC61966-2.1) >>");
    intent.replaceKey("/DestOutputProfile", qpdf_.makeIndirectObject(profile));
    root().replaceKey("/OutputIntents", Handle::newArray({intent}));
  }

  /// Links are printed like the rest of the page (ISO 19005-3, 6.3.2).
  void annotations() {
    for (auto& page : QPDFPageDocumentHelper(qpdf_).getAllPages()) {
      auto annotations = page.getObjectHandle().getKey("/Annots");
      for (int i = 0; annotations.isArray() && i < annotations.getArrayNItems(); ++i) {
        annotations.getArrayItem(i).replaceKey("/F", Handle::newInteger(4));
      }
    }
  }

  void information() {
    auto info = Handle::newDictionary();
    auto const set = [&](char const* key, std::string const& text) {
      if (!text.empty()) info.replaceKey(key, Handle::newUnicodeString(text));
    };
    set("/Title", paper_.title);
    set("/Author", order_.author);
    set("/Subject", paper_.subject);
    set("/Producer", producer());
    info.replaceKey("/CreationDate", Handle::newString(pdf_date(order_.dated)));
    info.replaceKey("/ModDate", Handle::newString(pdf_date(order_.dated)));
    qpdf_.getTrailer().replaceKey("/Info", qpdf_.makeIndirectObject(info));
    if (root().getKey("/MarkInfo").isDictionary()) root().getKey("/MarkInfo").removeKey("/Suspects");
    root().replaceKey("/Lang", Handle::newString(paper_.language == document::Language::id ? "id-ID" : "en"));
    root().replaceKey("/ViewerPreferences", Handle::parse("<< /DisplayDocTitle true >>"));
  }
  [[nodiscard]] std::string producer() const { return made_with_ + ", Himpun"; }

  /// XMP says what the information says, word for word (ISO 19005-3, 6.6.3).
  void metadata() {
    auto const localised = [](char const* name, std::string const& text) {
      if (text.empty()) return std::string{};
      return "<dc:" + std::string{name} + "><rdf:Alt><rdf:li xml:lang=\"x-default\">" + document::escape_html(text) +
             "</rdf:li></rdf:Alt></dc:" + name + ">";
    };
    auto const at = iso_second(order_.dated);
    std::string xmp =
        "<?xpacket begin=\"\xEF\xBB\xBF\" id=\"W5M0MpCehiHzreSzNTczkc9d\"?>\n<x:xmpmeta xmlns:x=\"adobe:ns:meta/\">"
        "<rdf:RDF xmlns:rdf=\"http://www.w3.org/1999/02/22-rdf-syntax-ns#\"><rdf:Description rdf:about=\"\" "
        "xmlns:dc=\"http://purl.org/dc/elements/1.1/\" xmlns:pdf=\"http://ns.adobe.com/pdf/1.3/\" "
        "xmlns:xmp=\"http://ns.adobe.com/xap/1.0/\" xmlns:pdfaid=\"http://www.aiim.org/pdfa/ns/id/\">"
        "<pdfaid:part>3</pdfaid:part><pdfaid:conformance>B</pdfaid:conformance><dc:format>application/pdf</dc:format>";
    xmp += localised("title", paper_.title) + localised("description", paper_.subject);
    if (!order_.author.empty()) {
      xmp +=
          "<dc:creator><rdf:Seq><rdf:li>" + document::escape_html(order_.author) + "</rdf:li></rdf:Seq></dc:creator>";
    }
    xmp += "<pdf:Producer>" + document::escape_html(producer()) + "</pdf:Producer><xmp:CreateDate>" + at +
           "</xmp:CreateDate><xmp:ModifyDate>" + at + "</xmp:ModifyDate></rdf:Description></rdf:RDF></x:xmpmeta>\n" +
           std::string(1024, ' ') + "\n<?xpacket end=\"w\"?>";
    auto stream = Handle::newStream(&qpdf_, xmp);
    stream.getDict().replaceKey("/Type", Handle::newName("/Metadata"));
    stream.getDict().replaceKey("/Subtype", Handle::newName("/XML"));
    root().replaceKey("/Metadata", qpdf_.makeIndirectObject(stream));
  }

  void attach(document::Attachment const& attachment) {
    auto stream = QPDFEFStreamObjectHelper::createEFStream(qpdf_, attachment.bytes);
    stream.setSubtype(attachment.media_type).setCreationDate(pdf_date(order_.dated)).setModDate(pdf_date(order_.dated));
    auto file = QPDFFileSpecObjectHelper::createFileSpec(qpdf_, attachment.name, stream);
    file.setDescription(attachment.words);
    auto handle = file.getObjectHandle();
    handle.replaceKey("/AFRelationship", Handle::newName(relation_name(attachment.relation)));
    QPDFEmbeddedFileDocumentHelper(qpdf_).replaceEmbeddedFile(attachment.name, file);
    auto associated = root().getKey("/AF");
    if (!associated.isArray()) associated = root().replaceKeyAndGetNew("/AF", Handle::newArray());
    associated.appendItem(handle);
  }

  std::string write() {
    QPDFWriter writer(qpdf_);
    writer.setOutputMemory();
    writer.setDeterministicID(true);
    writer.setObjectStreamMode(qpdf_o_disable);
    writer.setMinimumPDFVersion("1.7");
    writer.setNewlineBeforeEndstream(true);
    writer.write();
    auto const buffer = writer.getBufferSharedPointer();
    return {reinterpret_cast<char const*>(buffer->getBuffer()), buffer->getSize()};
  }

  QPDF qpdf_;
  app::PrintOrder const& order_;
  OfficialPaper const& paper_;
  std::string made_with_;
  std::map<QPDFObjGen, int> page_numbers_;
};

}  // namespace

app::Printed finish(std::string const& rendered, app::PrintOrder const& order, std::string made_with) {
  try {
    return Finishing{rendered, order, std::move(made_with)}.run();
  } catch (QPDFExc const& broken) {
    throw app::StoreFailure(std::string{"the printed PDF cannot be finished: "} + broken.what());
  }
}

}  // namespace himpun::pdf
