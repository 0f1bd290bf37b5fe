#include "adapters/signers/settings.h"

#include <algorithm>
#include <charconv>
#include <fstream>
#include <iterator>

#include "base/yaml.h"

namespace himpun::signers {
namespace {

struct Field {
  std::string_view name;
  std::string* to;
};
using Fields = std::vector<Field>;

std::unexpected<Problem> wrong(std::string const& file, YamlMember const& member, std::string const& id,
                               std::string const& en) {
  return std::unexpected(Problem{.type = &settings_invalid,
                                 .detail = {member.key + ": " + id, member.key + ": " + en},
                                 .where = SourcePosition{file, member.line, member.column}});
}

std::unexpected<Problem> unknown(std::string const& file, YamlMember const& member, std::string const& known) {
  return wrong(file, member, "tidak dikenal; yang dikenal: " + known + ".", "is not known; known are: " + known + ".");
}

Result<void> read_text(std::string const& file, YamlMember const& member, std::string& to) {
  if (member.value.kind != YamlKind::scalar) return wrong(file, member, "harus berupa teks.", "must be text.");
  to = member.value.text;
  return {};
}

Result<void> read_fields(YamlMember const& section, Fields const& fields, std::string const& file) {
  std::string known;
  for (auto const& each : fields) known += (known.empty() ? "" : ", ") + std::string{each.name};
  if (section.value.kind != YamlKind::map) {
    auto const shape = "{" + std::string{fields.front().name} + ": ...}.";
    return wrong(file, section, "tulis sebagai " + shape, "write it as " + shape);
  }
  for (auto const& member : section.value.members) {
    auto const found = std::ranges::find(fields, member.key, &Field::name);
    if (found == fields.end()) return unknown(file, member, known);
    if (auto ok = read_text(file, member, *found->to); !ok) return ok;
  }
  return {};
}

Result<void> require(std::string const& file, YamlMember const& section, char const* name, std::string const& text) {
  if (!text.empty()) return {};
  auto const field = std::string{name};
  return wrong(file, section, "tambahkan " + field + ".", "add " + field + ".");
}

Result<void> require_url(std::string const& file, YamlMember const& section, std::string const& url) {
  if (auto ok = require(file, section, "url", url); !ok) return ok;
  if (url.starts_with("http://") || url.starts_with("https://")) return {};
  return wrong(file, section, "url harus diawali http:// atau https://.", "the url must begin with http:// or https://.");
}

Result<ServiceSettings> read_service(YamlMember const& section, std::string const& file) {
  ServiceSettings service;
  std::string seconds = std::to_string(service.seconds);
  auto const read = read_fields(section,
                                {{"url", &service.url},
                                 {"user", &service.user},
                                 {"password_file", &service.password_file},
                                 {"trusted_file", &service.trusted_file},
                                 {"seconds", &seconds}},
                                file);
  if (!read) return std::unexpected(read.error());
  if (auto ok = require_url(file, section, service.url); !ok) return std::unexpected(ok.error());
  auto const [end, error] = std::from_chars(seconds.data(), seconds.data() + seconds.size(), service.seconds);
  bool const is_number = error == std::errc{} && end == seconds.data() + seconds.size();
  if (is_number && service.seconds >= 1 && service.seconds <= 120) return service;
  auto const at = std::ranges::find(section.value.members, "seconds", &YamlMember::key);
  return wrong(file, *at, "isi dengan bilangan bulat 1 sampai 120.", "must be a whole number from 1 to 120.");
}

Result<void> read_time_stamp(YamlMember const& section, std::string const& file, Settings& settings) {
  auto& url = settings.time_stamp.emplace().url;
  if (auto ok = read_fields(section, {{"url", &url}}, file); !ok) return ok;
  return require_url(file, section, url);
}

Result<void> read_device(YamlMember const& section, std::string const& file, Settings& settings) {
  auto& device = settings.pkcs11.emplace();
  if (auto ok = read_fields(section, {{"module", &device.module}, {"chain", &device.chain}}, file); !ok) return ok;
  return require(file, section, "module", device.module);
}

Result<void> read_member(YamlMember const& member, std::string const& file, Settings& settings) {
  if (member.key == "public_address") return read_text(file, member, settings.public_address);
  if (member.key == "time_stamp") return read_time_stamp(member, file, settings);
  if (member.key == "pkcs11") return read_device(member, file, settings);
  if (member.key == "bsre_v1" || member.key == "bsre_v2") {
    auto service = read_service(member, file);
    if (!service) return std::unexpected(service.error());
    (member.key == "bsre_v1" ? settings.bsre_v1 : settings.bsre_v2) = std::move(*service);
    return {};
  }
  return unknown(file, member, "public_address, time_stamp, pkcs11, bsre_v1, bsre_v2");
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
