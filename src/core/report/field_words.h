#pragma once
// What the fields are filled with that many templates have (stationery/fields.cpp), beside those of their own.

#include "core/document/stationery/template.h"
#include "core/report/pieces.h"

namespace himpun::report {

using FieldWords = decltype(document::Filling::words);

struct CaseNames {
  std::string number;
  std::string title;
  std::string period;
};

[[nodiscard]] FieldWords with_office(FieldWords own, OfficeFacts const& office);
[[nodiscard]] FieldWords with_case(FieldWords own, CaseNames const& names, OfficeFacts const& office);

}  // namespace himpun::report
