#include "adapters/pdf_signing/signature_field.h"

#include <algorithm>
#include <cstdio>
#include <set>

#include "adapters/pdf_signing/signature_gap.h"
#include "adapters/pdf_signing/signature_place.h"
#include "adapters/pdf_signing/stamp_font.h"
#include "base/sha256.h"

namespace himpun::pdf_signing {
namespace {

std::string text_string(std::string const& utf8) { return QPDFObjectHandle::newUnicodeString(utf8).unparse(); }

/// `D:20260105071500Z`
std::string date_text(Instant at) {
  auto const day = std::chrono::floor<std::chrono::days>(at);
  std::chrono::year_month_day const date{day};
  std::chrono::hh_mm_ss const time{std::chrono::floor<std::chrono::seconds>(at - day)};
  char text[40];
  std::snprintf(text, sizeof text, "(D:%04d%02u%02u%02d%02d%02dZ)", static_cast<int>(date.year()),
                static_cast<unsigned>(date.month()), static_cast<unsigned>(date.day()),
                static_cast<int>(time.hours().count()), static_cast<int>(time.minutes().count()),
                static_cast<int>(time.seconds().count()));
  return text;
}

/// P 1: no change is permitted but data for later checks (ISO 32000-2, 12.8.2.2).
constexpr char const* closing_reference =
    " /Reference [<< /Type /SigRef /TransformMethod /DocMDP /TransformParams "
    "<< /Type /TransformParams /V /1.2 /P 1 >> >>]";

std::string signature_dictionary(QPDF& document, signing::PdfSignature const& signature, std::size_t capacity) {
  auto text = "<< /Type /Sig /Filter /Adobe.PPKLite /SubFilter /ETSI.CAdES.detached " + gap_entries(capacity) +
              "\n/M " + date_text(signature.at) + " /Name " + text_string(signature.stamp.name);
  if (!signature.reason.empty()) text += " /Reason " + text_string(signature.reason);
  if (!signature.location.empty()) text += " /Location " + text_string(signature.location);
  if (auto const file = file_name_of(document); !file.empty()) text += std::string{" "} + file_key + " <" + file + ">";
  if (signature.closing == signing::Closing::closing) text += closing_reference;
  return text + " >>";
}

QPDFObjGen add_font(PdfUpdate& update) {
  auto const& font = stamp_font();
  auto const file = update.add();
  auto const descriptor = update.add();
  auto const object = update.add();
  update.put(file, PdfUpdate::packed_stream("/Length1 " + std::to_string(font.file.size()), font.file));
  update.put(descriptor, "<< " + font.descriptor + " /FontFile2 " + PdfUpdate::reference(file) + " >>");
  update.put(object, "<< " + font.font + " /FontDescriptor " + PdfUpdate::reference(descriptor) + " >>");
  return object;
}

std::string matrix_of(int rotate) {
  switch (rotate) {
    case 90:
      return "/Matrix [0 1 -1 0 0 0] ";
    case 180:
      return "/Matrix [-1 0 0 -1 0 0] ";
    case 270:
      return "/Matrix [0 -1 1 0 0 0] ";
    default:
      return {};
  }
}

QPDFObjGen add_appearance(PdfUpdate& update, signing::PdfSignature const& signature, Placed const& placed) {
  bool const is_turned = placed.rotate == 90 || placed.rotate == 270;
  auto const width = is_turned ? placed.box.height : placed.box.width;
  auto const height = is_turned ? placed.box.width : placed.box.height;
  auto const font = add_font(update);
  auto const appearance = update.add();
  update.put(appearance,
             PdfUpdate::packed_stream("/Type /XObject /Subtype /Form " + matrix_of(placed.rotate) + "/BBox [0 0 " +
                                          number_text(width) + " " + number_text(height) +
                                          "] /Resources << /Font << /F1 " + PdfUpdate::reference(font) + " >> >>",
                                      draw_stamp(signature, width, height)));
  return appearance;
}

QPDFObjectHandle form_of(QPDF& document) { return document.getRoot().getKey("/AcroForm"); }

std::vector<QPDFObjectHandle> fields_of(QPDF& document) {
  auto form = form_of(document);
  auto fields = form.isDictionary() ? form.getKey("/Fields") : QPDFObjectHandle::newNull();
  return fields.isArray() ? fields.getArrayAsVector() : std::vector<QPDFObjectHandle>{};
}

/// A name that no field has yet.
std::string free_name(QPDF& document, std::string const& wanted) {
  std::set<std::string> taken;
  for (auto& field : fields_of(document)) {
    if (field.isDictionary() && field.getKey("/T").isString()) taken.insert(field.getKey("/T").getUTF8Value());
  }
  auto name = wanted;
  for (int number = 2; taken.contains(name); ++number) name = wanted + " (" + std::to_string(number) + ")";
  return name;
}

std::string with_item(std::vector<QPDFObjectHandle> items, QPDFObjGen added) {
  std::string text = "[";
  for (auto& item : items) text += item.unparse() + " ";
  return text + PdfUpdate::reference(added) + "]";
}

void add_to_page(PdfUpdate& update, QPDFObjectHandle page, QPDFObjGen widget) {
  auto annotations = page.getKey("/Annots");
  auto const list =
      with_item(annotations.isArray() ? annotations.getArrayAsVector() : std::vector<QPDFObjectHandle>{}, widget);
  if (annotations.isArray() && annotations.isIndirect()) {
    update.put(annotations.getObjGen(), list);
  } else {
    update.put(page.getObjGen(), "<< " + PdfUpdate::members(page, {"/Annots"}) + "/Annots " + list + " >>");
  }
}

/// The catalogue and the form with one more field; the catalogue says who closed the file.
void add_to_form(PdfUpdate& update, QPDFObjGen field, std::optional<QPDFObjGen> closing_signature) {
  auto& document = update.document();
  auto root = document.getRoot();
  auto form = form_of(document);
  auto dictionary = "<< " + (form.isDictionary() ? PdfUpdate::members(form, {"/Fields", "/SigFlags"}) : std::string{}) +
                    "/SigFlags 3 /Fields " + with_item(fields_of(document), field) + " >>";
  auto catalogue = PdfUpdate::members(root, {"/AcroForm", "/Perms"});
  if (form.isDictionary() && form.isIndirect()) {
    update.put(form.getObjGen(), dictionary);
    catalogue += "/AcroForm " + form.unparse();
  } else {
    catalogue += "/AcroForm " + dictionary;
  }
  auto permissions = root.getKey("/Perms");
  if (closing_signature) {
    auto const others = permissions.isDictionary() ? PdfUpdate::members(permissions, {"/DocMDP"}) : std::string{};
    catalogue += " /Perms << " + others + "/DocMDP " + PdfUpdate::reference(*closing_signature) + " >>";
  } else if (!permissions.isNull()) {
    catalogue += " /Perms " + permissions.unparse();
  }
  update.put(root.getObjGen(), "<< " + catalogue + " >>");
}

std::string rectangle(Box const& box) {
  return "[" + number_text(box.x) + " " + number_text(box.y) + " " + number_text(box.x + box.width) + " " +
         number_text(box.y + box.height) + "]";
}

}  // namespace

std::string file_name_of(QPDF& document) {
  auto id = document.getTrailer().getKey("/ID");
  bool const has_name = id.isArray() && id.getArrayNItems() == 2 && id.getArrayItem(0).isString();
  return has_name ? to_hex(id.getArrayItem(0).getStringValue()) : std::string{};
}

QPDFObjGen add_signature_field(PdfUpdate& update, signing::PdfSignature const& signature, std::size_t capacity) {
  auto& document = update.document();
  auto placed = find_place(document, signature);
  auto const value = update.add();
  auto const field = update.add();
  auto const appearance = add_appearance(update, signature, placed);
  update.put(value, signature_dictionary(document, signature, capacity));
  update.put(field, "<< /Type /Annot /Subtype /Widget /FT /Sig /T " +
                        text_string(free_name(document, signature.field)) + " /V " + PdfUpdate::reference(value) +
                        " /F 132 /P " + placed.page.unparse() + " /Rect " + rectangle(placed.box) + " /AP << /N " +
                        PdfUpdate::reference(appearance) + " >> >>");
  add_to_page(update, placed.page, field);
  bool const closes = signature.closing == signing::Closing::closing;
  add_to_form(update, field, closes ? std::optional{value} : std::nullopt);
  return value;
}

void add_plain_stamp(PdfUpdate& update, signing::PdfSignature const& signature) {
  auto placed = find_place(update.document(), signature);
  auto const appearance = add_appearance(update, signature, placed);
  auto const annotation = update.add();
  update.put(annotation, "<< /Type /Annot /Subtype /Stamp /F 132 /P " + placed.page.unparse() + " /Rect " +
                             rectangle(placed.box) + " /AP << /N " + PdfUpdate::reference(appearance) + " >> >>");
  add_to_page(update, placed.page, annotation);
}

QPDFObjGen add_time_stamp_field(PdfUpdate& update, std::size_t capacity) {
  auto& document = update.document();
  auto const value = update.add();
  auto const field = update.add();
  auto page = document.getAllPages().front();
  update.put(value, "<< /Type /DocTimeStamp /Filter /Adobe.PPKLite /SubFilter /ETSI.RFC3161 " + gap_entries(capacity) +
                        " >>");
  update.put(field, "<< /Type /Annot /Subtype /Widget /FT /Sig /T " + text_string(free_name(document, "Stempel waktu")) +
                        " /V " + PdfUpdate::reference(value) + " /F 132 /P " + page.unparse() +
                        " /Rect [0 0 0 0] >>");
  add_to_page(update, page, field);
  add_to_form(update, field, std::nullopt);
  return value;
}

}  // namespace himpun::pdf_signing
