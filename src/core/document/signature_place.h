#pragma once
// Where on a paper an official initials or signs, and what stands there. It signs nothing.

#include <boost/describe/enum.hpp>
#include <cstdint>
#include <string>

namespace himpun::document {

enum class PlaceKind : std::uint8_t { initials, signature };
BOOST_DESCRIBE_ENUM(PlaceKind, initials, signature)

/// Where one official initials or signs. `id` is stable within the paper ([a-z0-9-], for example "paraf-1"): the signed
/// PDF finds the place by it. What is not known stays empty and is left out.
struct SignaturePlace {
  std::string id;
  PlaceKind kind = PlaceKind::signature;
  std::string place_and_date;  ///< "Kuala Tungkal, 5 Januari 2026"
  std::string heading;         ///< "Mengetahui,", "Yang menerima,"
  std::string position;        ///< "Kepala Dinas Perpustakaan dan Kearsipan"; a. n. and Plt. included
  std::string name;
  std::string rank;
  std::string nip;
  std::string words;  ///< inside the place, where it was given outside a PDF: "Diparaf 5 Januari 2026 pukul 10.15 WIB"

  bool operator==(SignaturePlace const&) const = default;
};

}  // namespace himpun::document
