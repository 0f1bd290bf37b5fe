#include "app/files/media_types.h"

#include <algorithm>
#include <array>
#include <cstdint>

namespace himpun::app {
namespace {

constexpr std::string_view anything = "application/octet-stream";

/// Kinds of content that cannot be taken for one another. `unknown`: nothing can be said against it.
enum class Family : std::uint8_t { unknown, text, picture, film, pdf, package, program };

template <std::size_t count>
bool is_one_of(std::string_view type, std::array<std::string_view, count> const& list) {
  return std::ranges::find(list, type) != list.end();
}

bool is_text(std::string_view type) {
  static constexpr std::array<std::string_view, 10> others{
      "application/json", "application/xml",   "application/yaml",       "application/x-yaml",   "application/csv",
      "application/sql",  "application/x-tex", "application/javascript", "application/x-ndjson", "message/rfc822"};
  return type.starts_with("text/") || type.ends_with("+xml") || type.ends_with("+json") || is_one_of(type, others);
}

/// Zip files, what is made of them, and Microsoft's containers before them.
bool is_package(std::string_view type) {
  static constexpr std::array<std::string_view, 7> others{"application/zip",
                                                          "application/x-zip-compressed",
                                                          "application/epub+zip",
                                                          "application/x-ole-storage",
                                                          "application/vnd.ms-office",
                                                          "application/cdfv2",
                                                          "application/cdfv2-encrypted"};
  return type.starts_with("application/vnd.openxmlformats-officedocument.") ||
         type.starts_with("application/vnd.oasis.opendocument.") || is_one_of(type, others);
}

bool is_program(std::string_view type) {
  static constexpr std::array<std::string_view, 9> programs{
      "application/x-dosexec",        "application/vnd.microsoft.portable-executable",
      "application/x-msdownload",     "application/x-executable",
      "application/x-pie-executable", "application/x-sharedlib",
      "application/x-mach-binary",    "application/x-msi",
      "application/java-archive"};
  return is_one_of(type, programs);
}

/// Old Office types are also said of tables in plain text and in HTML, and of pages in RTF: they forbid nothing.
bool is_old_office(std::string_view type) {
  return type == "application/msword" || type.starts_with("application/vnd.ms-excel") ||
         type.starts_with("application/vnd.ms-powerpoint");
}

Family family_of(std::string_view type) {
  if (is_text(type)) return Family::text;
  if (type.starts_with("image/")) return Family::picture;
  if (type.starts_with("audio/") || type.starts_with("video/")) return Family::film;
  if (type == "application/pdf") return Family::pdf;
  if (is_package(type)) return Family::package;
  return is_program(type) ? Family::program : Family::unknown;
}

/// Content that is always known by its beginning: where it is not found, it is not there.
bool is_always_known(std::string_view type) {
  static constexpr std::array<std::string_view, 6> known{"application/pdf", "image/png",  "image/jpeg",
                                                         "image/gif",       "image/webp", "application/zip"};
  return is_one_of(type, known) || type.starts_with("application/vnd.openxmlformats-officedocument.") ||
         type.starts_with("application/vnd.oasis.opendocument.");
}

/// Pictures of telephones lie in the container of films; some brands of it are only known as that.
bool is_picture_in_film(std::string_view declared, std::string_view found) {
  static constexpr std::array<std::string_view, 3> pictures{"image/heic", "image/heif", "image/avif"};
  return is_one_of(declared, pictures) && family_of(found) == Family::film;
}

/// The content is known only roughly, and the sender's word is one of what it can be.
bool says_more(std::string_view declared, std::string_view found) {
  static constexpr std::array<std::string_view, 4> rough{"application/cdfv2", "application/cdfv2-encrypted",
                                                         "application/x-ole-storage", "application/vnd.ms-office"};
  if (is_text(found)) return is_text(declared);
  if (is_one_of(found, rough)) return is_old_office(declared) || is_package(declared);
  return is_picture_in_film(declared, found);
}

bool contradicts(std::string_view declared, std::string_view found) {
  auto const says = family_of(declared);
  auto const is = family_of(found);
  if (is == Family::program) return says != Family::program;
  return says != Family::unknown && is != Family::unknown && says != is;
}

}  // namespace

std::optional<std::string> settle_media_type(std::string_view declared, std::string_view found) {
  bool const is_known = found != anything && !found.ends_with("x-empty");
  if (declared == anything) return std::string{is_known ? found : declared};
  if (!is_known) {
    if (found == anything && is_always_known(declared)) return std::nullopt;
    return std::string{declared};
  }
  if (declared == found || says_more(declared, found)) return std::string{declared};
  if (contradicts(declared, found)) return std::nullopt;
  return std::string{found};
}

}  // namespace himpun::app
