#include "core/archive/bag/account.h"

#include <algorithm>
#include <array>
#include <set>

#include "core/archive/bag/info.h"
#include "core/archive/bag/path.h"

namespace himpun::archive {
namespace {

constexpr std::array algorithms{Algorithm::sha256, Algorithm::sha512};

bool is_payload(std::string_view path) { return path.starts_with("data/"); }

std::string manifest_name(std::string_view prefix, Algorithm algorithm) {
  return std::string{prefix} + std::string{name_of(algorithm)} + ".txt";
}

Words found(std::string const& id, std::string const& en) { return {id, en}; }

/// Collects the findings about one bag.
class Account {
 public:
  explicit Account(BagContents const& contents) : contents_(contents) {}

  std::vector<BagFinding> take() {
    check_declaration();
    if (contents_.files.contains("fetch.txt")) {
      add(BagFault::remote, "fetch.txt",
          found("fetch.txt menyuruh mengambil isi dari tempat lain; paket arsip harus lengkap sendiri",
                "fetch.txt asks for content from elsewhere; an archive package must be complete in itself"));
    }
    check_manifests("manifest-", true);
    check_manifests("tagmanifest-", false);
    check_oxum();
    return std::move(findings_);
  }

 private:
  void add(BagFault fault, std::string path, Words words) {
    findings_.push_back({fault, std::move(path), std::move(words)});
  }
  void add(std::string const& path, Problem const& problem) {
    auto const line = problem.where && problem.where->line > 0 ? std::to_string(problem.where->line) : std::string{"1"};
    add(BagFault::malformed, path,
        {"baris " + line + ": " + problem.detail.id, "line " + line + ": " + problem.detail.en});
  }
  [[nodiscard]] std::string const* text_of(std::string const& path) const {
    auto const text = contents_.texts.find(path);
    return text == contents_.texts.end() ? nullptr : &text->second;
  }

  void check_declaration() {
    auto const* text = text_of("bagit.txt");
    if (!text) return add(BagFault::missing, "bagit.txt", found("bagit.txt tidak ada", "bagit.txt is missing"));
    if (auto ok = read_declaration(*text); !ok) add("bagit.txt", ok.error());
  }

  void check_manifests(std::string_view prefix, bool about_payload) {
    std::map<Algorithm, Manifest> manifests;
    for (auto const algorithm : algorithms) {
      auto const name = manifest_name(prefix, algorithm);
      auto const* text = text_of(name);
      if (!text) continue;
      auto manifest = read_manifest(*text, algorithm, name);
      if (!manifest) {
        add(name, manifest.error());
      } else {
        manifests.emplace(algorithm, std::move(*manifest));
      }
    }
    if (about_payload && manifests.empty()) {
      add(BagFault::missing, manifest_name(prefix, Algorithm::sha512),
          found("tidak ada manifest SHA-256 maupun SHA-512", "there is neither a SHA-256 nor a SHA-512 manifest"));
    }
    for (auto const& [algorithm, manifest] : manifests) {
      check_listed(manifest_name(prefix, algorithm), algorithm, manifest, about_payload);
    }
    if (about_payload || !manifests.empty()) check_unlisted(manifests, about_payload);
  }

  void check_listed(std::string const& name, Algorithm algorithm, Manifest const& manifest, bool about_payload) {
    for (auto const& [path, checksum] : manifest) {
      if (is_payload(path) != about_payload) {
        add(BagFault::malformed, path, found("tidak boleh disebut di " + name, "may not be named in " + name));
        continue;
      }
      auto const file = contents_.files.find(path);
      if (file == contents_.files.end()) {
        add(BagFault::missing, path, found("disebut di " + name + " tetapi tidak ada", "in " + name + " but missing"));
        continue;
      }
      auto const& real = algorithm == Algorithm::sha256 ? file->second.sha256 : file->second.sha512;
      if (real != checksum) {
        add(BagFault::altered, path,
            found("isinya bukan yang dicatat di " + name, "its content is not what " + name + " says"));
      }
    }
  }

  void check_unlisted(std::map<Algorithm, Manifest> const& manifests, bool about_payload) {
    for (auto const& [path, file] : contents_.files) {
      if (is_payload(path) != about_payload || path.starts_with("tagmanifest-")) continue;
      auto const times = std::ranges::count_if(manifests, [&](auto const& each) { return each.second.contains(path); });
      if (times == 0) {
        add(BagFault::unlisted, path, found("tidak disebut di manifest mana pun", "is in no manifest"));
      } else if (static_cast<std::size_t>(times) != manifests.size()) {
        add(BagFault::incomplete, path,
            found("tidak disebut di salah satu manifest", "is not in one of the manifests"));
      }
    }
  }

  void check_oxum() {
    auto const* text = text_of("bag-info.txt");
    if (!text) return;
    auto const labels = read_labels(*text);
    if (!labels) return add("bag-info.txt", labels.error());
    Oxum real;
    for (auto const& [path, file] : contents_.files) {
      if (!is_payload(path)) continue;
      real.bytes += file.size;
      ++real.files;
    }
    for (auto const& [label, value] : *labels) {
      if (same_name(label) != "payload-oxum") continue;
      auto const said = parse_oxum(value);
      if (said && *said == real) continue;
      add(BagFault::miscounted, "bag-info.txt",
          found("Payload-Oxum " + value + ", isinya " + to_text(real),
                "Payload-Oxum is " + value + ", the content is " + to_text(real)));
    }
  }

  BagContents const& contents_;
  std::vector<BagFinding> findings_;
};

}  // namespace

bool is_tag_text(std::string_view path) {
  return path == "bagit.txt" || path == "bag-info.txt" || path == "manifest-sha256.txt" ||
         path == "manifest-sha512.txt" || path == "tagmanifest-sha256.txt" || path == "tagmanifest-sha512.txt";
}

std::vector<BagFinding> check_bag(BagContents const& contents) { return Account{contents}.take(); }

}  // namespace himpun::archive
