#pragma once
// Daftar isi berkas: every item of one case in order of its date: the letter that began it, dispositions, each version
// of each paper, answers and evidence. What a case holds is read from the case; nothing is stored for it.

#include "app/office.h"

namespace himpun::app {

struct ArchiveItem {
  std::int32_t number = 1;
  std::string words;  ///< uraian
  Date date{};
  std::int32_t count = 1;  ///< sheets or files
  std::string kind;        ///< asli elektronik, salinan, rujukan
};
BOOST_DESCRIBE_STRUCT(ArchiveItem, (), (number, words, date, count, kind))

[[nodiscard]] std::vector<ArchiveItem> items_of(Sight& sight, workflow::Case const& file);

}  // namespace himpun::app
