#define POINTERHOLDER_TRANSITION 4
#include "support/pdfa_check.h"

#include <algorithm>
#include <qpdf/Buffer.hh>
#include <qpdf/QPDF.hh>
#include <set>

namespace himpun::test {
namespace {

using Handle = QPDFObjectHandle;

class Checker {
 public:
  explicit Checker(std::string_view pdf) : pdf_(pdf) {
    qpdf_.setSuppressWarnings(true);
    qpdf_.processMemoryFile("checked", pdf.data(), pdf.size());
    if (qpdf_.anyWarnings()) fault("the file's structure is damaged");
  }

  std::vector<std::string> run() {
    check_frame();
    check_intent();
    check_metadata();
    check_root();
    for (auto& object : qpdf_.getAllObjects()) check_object(object);
    return {faults_.begin(), faults_.end()};
  }

 private:
  void fault(std::string text) { faults_.insert(std::move(text)); }
  void must(bool holds, std::string text) {
    if (!holds) fault(std::move(text));
  }

  static std::string bytes_of(Handle stream, qpdf_stream_decode_level_e level) {
    auto const buffer = level == qpdf_dl_none ? stream.getRawStreamData() : stream.getStreamData(level);
    return {reinterpret_cast<char const*>(buffer->getBuffer()), buffer->getSize()};
  }

  void check_frame() {
    must(pdf_.starts_with("%PDF-1.") && pdf_[7] >= '4' && pdf_[7] <= '7', "6.1.2: the header is not %PDF-1.4 to 1.7");
    auto const comment = pdf_.find('\n') + 1;
    must(pdf_[comment] == '%' && std::ranges::all_of(pdf_.substr(comment + 1, 4), [](char c) { return c < 0; }),
         "6.1.2: no comment of four bytes above 127 after the header");
    must(qpdf_.getTrailer().hasKey("/ID"), "6.1.3: the trailer has no ID");
    must(!qpdf_.getTrailer().hasKey("/Encrypt"), "6.1.3: the file is encrypted");
    auto end = pdf_;
    while (!end.empty() && (end.back() == '\n' || end.back() == '\r')) end.remove_suffix(1);
    must(end.ends_with("%%EOF"), "6.1.3: there are bytes after the end");
  }

  void check_intent() {
    auto intents = qpdf_.getRoot().getKey("/OutputIntents");
    if (!intents.isArray() || intents.getArrayNItems() != 1) return fault("6.2.3: there is not one output intent");
    auto intent = intents.getArrayItem(0);
    must(intent.getKey("/S").isNameAndEquals("/GTS_PDFA1"), "6.2.3: the output intent is not GTS_PDFA1");
    auto profile = intent.getKey("/DestOutputProfile");
    if (!profile.isStream()) return fault("6.2.3: the output intent has no profile");
    auto const icc = bytes_of(profile, qpdf_dl_generalized);
    must(icc.size() > 128 && icc.substr(36, 4) == "acsp" && icc[8] <= 4 && icc.substr(16, 4) == "RGB " &&
             icc.substr(12, 4) == "mntr",
         "6.2.3: the profile is no RGB profile of version 4 or less");
    auto const size = [&] {
      unsigned value = 0;
      for (int i = 0; i < 4; ++i) value = value << 8 | static_cast<unsigned char>(icc[static_cast<std::size_t>(i)]);
      return value;
    }();
    must(size == icc.size(), "6.2.3: the profile does not have the size it says");
  }

  void check_metadata() {
    auto metadata = qpdf_.getRoot().getKey("/Metadata");
    if (!metadata.isStream()) return fault("6.6.2: there is no metadata stream");
    must(!metadata.getDict().hasKey("/Filter"), "6.6.2: the metadata is filtered");
    auto const xmp = bytes_of(metadata, qpdf_dl_none);
    auto const has = [&](std::string_view text) { return xmp.find(text) != std::string::npos; };
    must(has("<pdfaid:part>3</pdfaid:part>") && has("<pdfaid:conformance>B</pdfaid:conformance>"),
         "6.6.4: it does not say that it is PDF/A-3b");
    auto info = qpdf_.getTrailer().getKey("/Info");
    for (auto const& [key, name] : {std::pair{"/Title", "dc:title"}, {"/Author", "dc:creator"},
                                    {"/Subject", "dc:description"}, {"/Producer", "pdf:Producer"},
                                    {"/CreationDate", "xmp:CreateDate"}, {"/ModDate", "xmp:ModifyDate"}}) {
      if (info.isDictionary() && info.hasKey(key)) must(has(name), std::string{"6.6.3: XMP lacks "} + name);
    }
  }

  void check_root() {
    auto root = qpdf_.getRoot();
    for (auto const* key : {"/AA", "/OCProperties", "/Collection", "/Requirements"}) {
      must(!root.hasKey(key), std::string{"6: the catalogue has "} + key);
    }
    must(root.hasKey("/Lang"), "tags: no language");
    must(root.getKey("/MarkInfo").isDictionary() && root.getKey("/StructTreeRoot").isDictionary(),
         "tags: the file is not tagged");
    if (root.getKey("/AcroForm").isDictionary()) {
      must(!root.getKey("/AcroForm").hasKey("/XFA"), "6.4.2: there is an XFA form");
    }
  }

  void check_object(Handle object) {
    auto dictionary = object.isStream() ? object.getDict() : object;
    if (!dictionary.isDictionary()) return;
    if (object.isStream()) check_stream(dictionary);
    auto type = dictionary.getKey("/Type");
    if (type.isNameAndEquals("/Font")) check_font(dictionary);
    if (type.isNameAndEquals("/Filespec")) check_file(dictionary);
    if (type.isNameAndEquals("/Annot")) check_annotation(dictionary);
    static std::set<std::string> const forbidden{"/JavaScript", "/Launch",      "/Sound",       "/Movie", "/ResetForm",
                                                 "/ImportData", "/Hide",        "/SetOCGState", "/Trans", "/Rendition",
                                                 "/GoTo3DView", "/SubmitForm"};
    auto action = dictionary.getKey("/S");
    if (action.isName()) must(!forbidden.contains(action.getName()), "6.5.1: action " + action.getName());
    must(!dictionary.hasKey("/TR") && !dictionary.hasKey("/HTP"), "6.2.5: a transfer function or halftone phase");
  }

  void check_stream(Handle dictionary) {
    auto filter = dictionary.getKey("/Filter");
    auto const check = [&](Handle name) {
      must(!name.isNameAndEquals("/LZWDecode") && !name.isNameAndEquals("/Crypt"), "6.1.7: filter " + name.unparse());
    };
    if (filter.isName()) check(filter);
    for (int i = 0; filter.isArray() && i < filter.getArrayNItems(); ++i) check(filter.getArrayItem(i));
    must(!dictionary.hasKey("/F"), "6.1.7: a stream lies in another file");
    auto kind = dictionary.getKey("/Subtype");
    if (kind.isNameAndEquals("/Image")) {
      auto interpolate = dictionary.getKey("/Interpolate");
      must(!interpolate.isBool() || !interpolate.getBoolValue(), "6.2.8: an image is interpolated");
      must(!dictionary.hasKey("/Alternates") && !dictionary.hasKey("/OPI"), "6.2.8: an image has alternates");
    }
    if (kind.isNameAndEquals("/Form")) {
      must(!dictionary.hasKey("/OPI") && !dictionary.hasKey("/PS") && !dictionary.hasKey("/Ref"), "6.2.9: a form refers outside");
    }
  }

  static bool is_embedded(Handle descriptor) {
    return descriptor.isDictionary() &&
           (descriptor.hasKey("/FontFile") || descriptor.hasKey("/FontFile2") || descriptor.hasKey("/FontFile3"));
  }

  void check_font(Handle font) {
    auto const name = font.getKey("/BaseFont").isName() ? font.getKey("/BaseFont").getName() : std::string{"a font"};
    if (font.getKey("/Subtype").isNameAndEquals("/Type0")) {
      auto descendant = font.getKey("/DescendantFonts").getArrayItem(0);
      must(is_embedded(descendant.getKey("/FontDescriptor")), "6.2.11.4: " + name + " is not embedded");
      must(font.hasKey("/ToUnicode"), "6.2.11.7: " + name + " has no ToUnicode");
      if (descendant.getKey("/Subtype").isNameAndEquals("/CIDFontType2")) {
        must(descendant.hasKey("/CIDToGIDMap"), "6.2.11.3: " + name + " has no CIDToGIDMap");
      }
      must(name.size() > 8 && name[7] == '+', "fonts: " + name + " is no subset");
    } else if (font.getKey("/Subtype").isNameAndEquals("/TrueType") || font.getKey("/Subtype").isNameAndEquals("/Type1")) {
      must(is_embedded(font.getKey("/FontDescriptor")), "6.2.11.4: " + name + " is not embedded");
    }
  }

  void check_file(Handle file) {
    must(file.hasKey("/F") && file.hasKey("/UF") && file.hasKey("/AFRelationship"), "6.8: a file lacks F, UF or AFRelationship");
    must(file.getKey("/EF").getKey("/F").getDict().hasKey("/Subtype"), "6.8: a file has no media type");
    must(qpdf_.getRoot().getKey("/AF").isArray(), "6.8: a file is not associated");
  }

  void check_annotation(Handle annotation) {
    auto flags = annotation.getKey("/F");
    must(flags.isInteger() && (flags.getIntValue() & 4) != 0 && (flags.getIntValue() & (1 | 2 | 32)) == 0,
         "6.3.2: an annotation would not be printed");
  }

  std::string_view pdf_;
  QPDF qpdf_;
  std::set<std::string> faults_;
};

}  // namespace

std::vector<std::string> find_pdfa_faults(std::string_view pdf) { return Checker{pdf}.run(); }

}  // namespace himpun::test
