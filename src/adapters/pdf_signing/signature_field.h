#pragma once
// The objects of one signature field in an update: the signature dictionary, the field with its widget and stamp, and
// what must point to it (page, form, catalogue). It signs nothing.

#include "adapters/pdf_signing/pdf_update.h"
#include "core/signing/pdf_signature.h"

namespace himpun::pdf_signing {

/// Adds everything for the signature; the answer is the object that has the gap.
[[nodiscard]] QPDFObjGen add_signature_field(PdfUpdate& update, signing::PdfSignature const& signature,
                                             std::size_t capacity);
/// An invisible field with a document time-stamp.
[[nodiscard]] QPDFObjGen add_time_stamp_field(PdfUpdate& update, std::size_t capacity);

/// A stamp that nobody signs: for papers that are printed and signed by hand.
void add_plain_stamp(PdfUpdate& update, signing::PdfSignature const& signature);

/// Names the file that a signature was made for: the first half of /ID, hex. A private key of ours in the signature
/// dictionary; other programs pass over it.
inline constexpr char const* file_key = "/HIMPUN_File";
[[nodiscard]] std::string file_name_of(QPDF& document);

}  // namespace himpun::pdf_signing
