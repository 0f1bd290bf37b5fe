#include "core/report/field_words.h"

namespace himpun::report {

FieldWords with_office(FieldWords own, OfficeFacts const& office) {
  own.insert({{"kantor", office.agency}, {"daerah", office.region}, {"tempat", office.place}});
  return own;
}

FieldWords with_case(FieldWords own, CaseNames const& names, OfficeFacts const& office) {
  own.insert({{"nomor_berkas", names.number}, {"judul_berkas", names.title}, {"periode", names.period}});
  return with_office(std::move(own), office);
}

}  // namespace himpun::report
