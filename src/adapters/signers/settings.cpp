#include "adapters/signers/settings.h"

#include <charconv>
#include <fstream>
#include <functional>
#include <iterator>
#include <map>

#include "base/yaml.h"

namespace himpun::signers {
namespace {

using Fields = std::map<std::string_view, std::string*>;

std::unexpected<Problem> wrong(std::string const& file, YamlMember const& member, std::string const& id,
                               std::string const& en) {
  return std::unexpected(Problem{.type = &settings_invalid,
                                 .detail = {member.key + ": " + id, member.key + ": " + en},
                                 .where = SourcePosition{file, member.line, member.column}});
}

Result<void> read_fields(YamlNode const& node, Fields const& fields, std::string const& file) {
  for (auto const& member : node.members) {
    auto const found = fields.find(member.key);
    if (found == fields.end()) return wrong(file, member, "tidak dikenal", "is not known");
    if (member.value.kind != YamlKind::scalar) return wrong(file, member, "harus berupa teks", "must be text");
    *found->second = member.value.text;
  }
  return {};
}

Result<ServiceSettings> read_service(YamlMember const& member, std::string const& file) {
  ServiceSettings service;
  std::string seconds = "20";
  auto const read = read_fields(member.value,
                                {{"url", &service.url},
                                 {"user", &service.user},
                                 {"password_file", &service.password_file},
                                 {"trusted_file", &service.trusted_file},
                                 {"seconds", &seconds}},
                                file);
  if (!read) return std::unexpected(read.error());
  auto const [end, error] = std::from_chars(seconds.data(), seconds.data() + seconds.size(), service.seconds);
  bool const is_number = error == std::errc{} && end == seconds.data() + seconds.size();
  if (!is_number || service.seconds < 1 || service.seconds > 120) {
    return wrong(file, member, "seconds harus 1 sampai 120", "seconds must be 1 to 120");
  }
  if (service.url.empty()) return wrong(file, member, "url belum diisi", "the url is missing");
  return service;
}

Result<void> read_member(YamlMember const& member, std::string const& file, Settings& settings) {
  if (member.key == "public_address") {
    settings.public_address = member.value.text;
    return {};
  }
  if (member.key == "time_stamp") {
    return read_fields(member.value, {{"url", &settings.time_stamp.emplace().url}}, file);
  }
  if (member.key == "pkcs11") {
    auto& device = settings.pkcs11.emplace();
    return read_fields(member.value, {{"module", &device.module}, {"chain", &device.chain}}, file);
  }
  if (member.key == "bsre_v1" || member.key == "bsre_v2") {
    auto service = read_service(member, file);
    if (!service) return std::unexpected(service.error());
    (member.key == "bsre_v1" ? settings.bsre_v1 : settings.bsre_v2) = std::move(*service);
    return {};
  }
  return wrong(file, member, "tidak dikenal", "is not known");
}

}  // namespace

Result<Settings> read_settings(std::string const& path) {
  std::ifstream file{path, std::ios::binary};
  if (!file) return Settings{};
  std::string const text{std::istreambuf_iterator<char>{file}, {}};
  auto const root = read_yaml(text, path);
  if (!root) return std::unexpected(root.error());
  Settings settings;
  for (auto const& member : root->members) {
    if (auto ok = read_member(member, path, settings); !ok) return std::unexpected(ok.error());
  }
  while (settings.public_address.ends_with('/')) settings.public_address.pop_back();
  return settings;
}

}  // namespace himpun::signers
