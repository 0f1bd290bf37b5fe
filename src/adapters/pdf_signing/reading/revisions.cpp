#include "adapters/pdf_signing/reading/revisions.h"

#include <algorithm>
#include <map>
#include <qpdf/Buffer.hh>
#include <qpdf/QPDFXRefEntry.hh>
#include <set>

#include "adapters/pdf_signing/reading/signature_value.h"

namespace himpun::pdf_signing {
namespace {

using signing::Change;
using Keys = std::initializer_list<std::string_view>;

std::unique_ptr<QPDF> open_revision(std::string_view bytes) {
  auto document = std::make_unique<QPDF>();
  document->setSuppressWarnings(true);
  document->processMemoryFile("revision", bytes.data(), bytes.size());
  static_cast<void>(document->getAllPages());
  return document;
}

/// The object as text: what two revisions must agree on.
std::string said_by(QPDFObjectHandle object) {
  if (!object.isStream()) return object.unparseResolved();
  auto const data = object.getRawStreamData();
  return object.getDict().unparseResolved() + "\n" +
         to_hex(sha256({reinterpret_cast<char const*>(data->getBuffer()), data->getSize()}));
}

bool same_but(QPDFObjectHandle one, QPDFObjectHandle other, Keys but) {
  if (!one.isDictionary() || !other.isDictionary()) return false;
  auto keys = one.getKeys();
  keys.merge(other.getKeys());
  return std::ranges::all_of(keys, [&](std::string const& key) {
    return std::ranges::find(but, key) != but.end() || one.getKey(key).unparse() == other.getKey(key).unparse();
  });
}

bool is_signature_field(QPDFObjectHandle field) {
  if (!field.isDictionary() || !field.getKey("/FT").isNameAndEquals("/Sig")) return false;
  auto value = field.getKey("/V");
  return value.isDictionary() && value.getKey("/ByteRange").isArray();
}

bool is_time_stamp_field(QPDFObjectHandle field) {
  return field.getKey("/V").getKey("/SubFilter").isNameAndEquals("/ETSI.RFC3161");
}

/// Both revisions, and what in the older one may change in an orderly way.
class Comparison {
 public:
  Comparison(QPDF& older, QPDF& newer) : older_(older), newer_(newer) {}

  std::vector<Change> changes() {
    compare_catalogues();
    compare_fields();
    compare_pages();
    compare_objects();
    if (has_new_metadata_ && !contains(Change::signature_added)) add(Change::content_changed);
    return std::move(changes_);
  }

 private:
  [[nodiscard]] bool contains(Change change) const { return std::ranges::find(changes_, change) != changes_.end(); }
  void add(Change change) {
    if (!contains(change)) changes_.push_back(change);
  }
  void judge(QPDFObjectHandle object) {
    if (object.isIndirect()) judged_.insert(object.getObjGen());
  }

  void compare_catalogues() {
    auto before = older_.getRoot();
    auto after = newer_.getRoot();
    judge(before);
    if (before.getObjGen() != after.getObjGen() ||
        !same_but(before, after, {"/AcroForm", "/DSS", "/Perms", "/Extensions", "/Metadata"})) {
      add(Change::content_changed);
    }
    if (before.getKey("/Metadata").unparse() != after.getKey("/Metadata").unparse()) has_new_metadata_ = true;
    for (auto const* key : {"/AcroForm", "/DSS", "/Perms", "/Extensions"}) judge(before.getKey(key));
    auto data = after.getKey("/DSS");
    if (!data.isNull() && said_by(data) != said_by(before.getKey("/DSS"))) add(Change::validation_data_added);
  }

  void compare_fields() {
    std::map<std::string, std::string> known;
    for (auto& each : form_fields(older_)) known[each.field.unparse()] = each.name;
    std::size_t kept = 0;
    for (auto& each : form_fields(newer_)) {
      auto const was = known.find(each.field.unparse());
      if (was != known.end()) {
        ++kept;
        if (was->second != each.name) add(Change::content_changed);
        continue;
      }
      if (!is_signature_field(each.field)) {
        add(Change::field_added);
        continue;
      }
      add(is_time_stamp_field(each.field) ? Change::time_stamp_added : Change::signature_added);
      new_widgets_.insert(each.field.unparse());
      auto widgets = each.field.getKey("/Kids");
      for (int i = 0; widgets.isArray() && i < widgets.getArrayNItems(); ++i) {
        new_widgets_.insert(widgets.getArrayItem(i).unparse());
      }
    }
    if (kept != known.size()) add(Change::content_changed);
    auto before = older_.getRoot().getKey("/AcroForm");
    auto after = newer_.getRoot().getKey("/AcroForm");
    if (before.isDictionary() && !same_but(before, after, {"/Fields", "/SigFlags"})) add(Change::content_changed);
    if (before.isDictionary()) judge(before.getKey("/Fields"));
  }

  void compare_pages() {
    auto const& before = older_.getAllPages();
    auto const& after = newer_.getAllPages();
    std::set<QPDFObjGen> now;
    for (auto const& page : after) now.insert(page.getObjGen());
    std::set<QPDFObjGen> was;
    for (auto const& page : before) was.insert(page.getObjGen());
    if (!std::includes(was.begin(), was.end(), now.begin(), now.end()) || after.size() > before.size()) add(Change::page_added);
    if (!std::includes(now.begin(), now.end(), was.begin(), was.end())) add(Change::page_removed);
    for (std::size_t i = 0; i < std::min(before.size(), after.size()); ++i) {
      if (before[i].getObjGen() != after[i].getObjGen()) {
        add(Change::page_changed);
        return;
      }
      compare_page(before[i], after[i]);
    }
  }

  void compare_page(QPDFObjectHandle before, QPDFObjectHandle after) {
    judge(before);
    if (!same_but(before, after, {"/Annots"})) add(Change::page_changed);
    auto contents = before.getKey("/Contents");
    if (contents.isStream()) page_streams_.insert(contents.getObjGen());
    for (int i = 0; contents.isArray() && i < contents.getArrayNItems(); ++i) {
      page_streams_.insert(contents.getArrayItem(i).getObjGen());
    }
    compare_annotations(before.getKey("/Annots"), after.getKey("/Annots"));
  }

  void compare_annotations(QPDFObjectHandle before, QPDFObjectHandle after) {
    judge(before);
    std::multiset<std::string> known;
    for (int i = 0; before.isArray() && i < before.getArrayNItems(); ++i) {
      known.insert(before.getArrayItem(i).unparse());
    }
    for (int i = 0; after.isArray() && i < after.getArrayNItems(); ++i) {
      auto const name = after.getArrayItem(i).unparse();
      auto const was = known.find(name);
      if (was != known.end()) {
        known.erase(was);
      } else if (!new_widgets_.contains(name)) {
        add(Change::annotation_added);
      }
    }
    if (!known.empty()) add(Change::content_changed);
  }

  /// Every object that the older revision had and the newer one has elsewhere, or no longer.
  void compare_objects() {
    auto const before = older_.getXRefTable();
    auto const after = newer_.getXRefTable();
    for (auto const& [object, entry] : before) {
      if (judged_.contains(object)) continue;
      auto const now = after.find(object);
      if (now == after.end()) {
        add(Change::content_changed);
      } else if (!is_same_place(entry, now->second, before, after)) {
        compare_object(older_.getObject(object), newer_.getObject(object));
      }
    }
  }

  template <class Table>
  static bool is_same_place(QPDFXRefEntry const& one, QPDFXRefEntry const& other, Table const& before,
                            Table const& after) {
    if (one.getType() != other.getType()) return false;
    if (one.getType() == 1) return one.getOffset() == other.getOffset();
    if (one.getType() != 2) return true;
    QPDFObjGen const stream{one.getObjStreamNumber(), 0};
    auto const was = before.find(stream);
    auto const now = after.find(stream);
    return one.getObjStreamNumber() == other.getObjStreamNumber() &&
           one.getObjStreamIndex() == other.getObjStreamIndex() && was != before.end() && now != after.end() &&
           was->second.getType() == 1 && now->second.getType() == 1 &&
           was->second.getOffset() == now->second.getOffset();
  }

  void compare_object(QPDFObjectHandle before, QPDFObjectHandle after) {
    if (said_by(before) == said_by(after)) return;
    if (before.isStream() && (before.getDict().getKey("/Type").isNameAndEquals("/XRef") ||
                              before.getDict().getKey("/Type").isNameAndEquals("/ObjStm"))) {
      return;  // only a container; what it held is compared one by one
    }
    auto const object = before.getObjGen();
    if (is_metadata(object)) {
      has_new_metadata_ = true;
    } else if (page_streams_.contains(object)) {
      add(Change::page_changed);
    } else if (fills_empty_signature(before, after)) {
      add(is_time_stamp_field(after) ? Change::time_stamp_added : Change::signature_added);
    } else if (!is_page_tree(before, after)) {
      add(Change::content_changed);
    }
  }

  /// The document's properties: programs that sign note the time there.
  bool is_metadata(QPDFObjGen object) {
    auto info = older_.getTrailer().getKey("/Info");
    auto metadata = older_.getRoot().getKey("/Metadata");
    return (info.isIndirect() && info.getObjGen() == object) ||
           (metadata.isIndirect() && metadata.getObjGen() == object);
  }

  static bool fills_empty_signature(QPDFObjectHandle before, QPDFObjectHandle after) {
    return before.isDictionary() && before.getKey("/FT").isNameAndEquals("/Sig") && !before.hasKey("/V") &&
           is_signature_field(after) && same_but(before, after, {"/V", "/AP", "/F", "/M", "/DA", "/MK"});
  }

  /// Its list of pages was compared page by page.
  static bool is_page_tree(QPDFObjectHandle before, QPDFObjectHandle after) {
    return before.isDictionary() && before.getKey("/Type").isNameAndEquals("/Pages") &&
           same_but(before, after, {"/Kids", "/Count"});
  }

  QPDF& older_;
  QPDF& newer_;
  std::vector<Change> changes_;
  std::set<QPDFObjGen> judged_;
  std::set<QPDFObjGen> page_streams_;
  std::set<std::string> new_widgets_;
  bool has_new_metadata_ = false;
};

}  // namespace

std::vector<Change> changes_between(std::string_view pdf, std::size_t from, std::size_t to) {
  if (from >= to) return {};
  try {
    auto const older = open_revision(pdf.substr(0, from));
    auto const newer = open_revision(pdf.substr(0, to));
    return Comparison{*older, *newer}.changes();
  } catch (std::exception const&) {  // QPDF says by exceptions what it cannot read
    return {Change::content_changed};
  }
}

}  // namespace himpun::pdf_signing
