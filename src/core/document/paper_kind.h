#pragma once
// The kinds of paper an office prints from a case. Each has a template of its words (template.h); who makes it out of
// what happened is elsewhere.

#include <boost/describe/enum.hpp>
#include <cstdint>

namespace himpun::document {

enum class PaperKind : std::uint8_t {
  case_paper,          ///< naskah berkas: what the officials write and sign in the case itself
  disposition_sheet,   ///< lembar disposisi
  data_request,        ///< surat permintaan data
  data_receipt,        ///< tanda terima data
  mechanism,           ///< dokumen mekanisme pengumpulan data kinerja
  performance_report,  ///< LKjIP
  disposal_record,     ///< berita acara pemusnahan arsip
};
BOOST_DESCRIBE_ENUM(PaperKind, case_paper, disposition_sheet, data_request, data_receipt, mechanism, performance_report,
                    disposal_record)

}  // namespace himpun::document
