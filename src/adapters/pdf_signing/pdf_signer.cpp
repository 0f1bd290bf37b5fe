#include "adapters/pdf_signing/pdf_signer.h"

#include "adapters/pdf_signing/signature_field.h"
#include "adapters/pdf_signing/signature_gap.h"
#include "adapters/pdf_signing/signature_place.h"

namespace himpun::pdf_signing {
namespace {

constexpr std::size_t room_for_signature = 3072;    ///< attributes, the largest RSA value, lengths
constexpr std::size_t room_for_time_stamp = 12'288;  ///< a token with its chain

std::size_t capacity_for(Credential const& credential, bool wants_time) {
  auto capacity = room_for_signature + der_of(credential.certificate.get()).size();
  for (auto const& each : credential.chain) capacity += der_of(each.get()).size();
  return capacity + (wants_time ? room_for_time_stamp : 0);
}

std::unexpected<Problem> too_long() {
  return refuse(key_failed, {"Nilai tanda tangannya terlalu panjang.", "The signature value is too long."});
}

/// References to what an older /DSS had under `key`, and to new streams.
std::string all_streams(PdfUpdate& update, QPDFObjectHandle older, char const* key,
                        std::vector<std::string> const& bytes) {
  std::string list;
  if (older.isDictionary() && older.getKey(key).isArray()) {
    for (auto& each : older.getKey(key).getArrayAsVector()) list += each.unparse() + " ";
  }
  for (auto const& each : bytes) {
    auto const object = update.add();
    update.put(object, PdfUpdate::packed_stream("", each));
    list += PdfUpdate::reference(object) + " ";
  }
  return list.empty() ? std::string{} : std::string{key} + " [" + list + "] ";
}

}  // namespace

Result<std::string> sign_pdf(std::string pdf, signing::PdfSignature const& signature, Credential const& credential,
                             AskTime const& ask_time) {
  auto update = PdfUpdate::begin(std::move(pdf));
  if (!update) return std::unexpected(update.error());
  auto const capacity = capacity_for(credential, static_cast<bool>(ask_time));
  auto const object = add_signature_field(*update, signature, capacity);
  auto written = update->finish();
  SignatureGap gap{written, update->offset_of(object), capacity};
  auto const cms = sign_digest(gap.digest(), credential);
  if (!cms) return std::unexpected(cms.error());
  auto const plain = der_of(cms->get());
  // An authority's outage, or a token that does not fit, costs a level and never the signature.
  if (auto const token = time_stamp_token(imprint_of(cms->get()), ask_time)) {
    add_time_stamp(cms->get(), *token);
    if (gap.fill(der_of(cms->get()))) return written;
  }
  if (!gap.fill(plain)) return too_long();
  return written;
}

Result<std::string> stamp_pdf(std::string pdf, signing::PdfSignature const& signature) {
  auto update = PdfUpdate::begin(std::move(pdf));
  if (!update) return std::unexpected(update.error());
  add_plain_stamp(*update, signature);
  return update->finish();
}

Result<StampPlace> stamp_place(std::string const& pdf, signing::PdfSignature const& signature) {
  auto const document = open_pdf(pdf);
  if (!document) return std::unexpected(document.error());
  auto placed = find_place(**document, signature);
  StampPlace place{1, placed.box.x, placed.box.y, placed.box.width, placed.box.height, placed.page_height};
  for (auto& page : (*document)->getAllPages()) {
    if (page.getObjGen() == placed.page.getObjGen()) return place;
    ++place.page;
  }
  return place;
}

Result<std::string> add_validation_data(std::string pdf, ValidationData const& data) {
  auto update = PdfUpdate::begin(std::move(pdf));
  if (!update) return std::unexpected(update.error());
  auto root = update->document().getRoot();
  auto older = root.getKey("/DSS");
  auto const object = update->add();
  update->put(object, "<< /Type /DSS " + all_streams(*update, older, "/Certs", data.certificates) +
                          all_streams(*update, older, "/CRLs", data.revocation_lists) +
                          all_streams(*update, older, "/OCSPs", data.status_answers) + ">>");
  update->put(root.getObjGen(),
              "<< " + PdfUpdate::members(root, {"/DSS"}) + "/DSS " + PdfUpdate::reference(object) + " >>");
  return update->finish();
}

Result<std::string> add_document_time_stamp(std::string pdf, AskTime const& ask_time) {
  auto update = PdfUpdate::begin(std::move(pdf));
  if (!update) return std::unexpected(update.error());
  auto const object = add_time_stamp_field(*update, room_for_time_stamp);
  auto written = update->finish();
  SignatureGap gap{written, update->offset_of(object), room_for_time_stamp};
  auto const token = time_stamp_token(gap.digest(), ask_time);
  if (!token || !gap.fill(*token)) return refuse(time_stamp_missing);
  return written;
}

}  // namespace himpun::pdf_signing
