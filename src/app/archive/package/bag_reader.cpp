#include "app/archive/package/bag_reader.h"

#include "core/archive/bag/path.h"

namespace himpun::app {
namespace {

constexpr std::size_t most_text_bytes = std::size_t{64} << 20;

std::unexpected<Problem> refuse_name(std::string const& path, Words const& why) {
  return refuse(package_unsafe, {"\"" + path + "\": " + why.id + ".", "\"" + path + "\": " + why.en + "."});
}

class BagVisitor final : public PackageVisitor {
 public:
  BagVisitor(ContentListener& listener, PackageProgress const& progress)
      : listener_(listener), progress_(progress) {}

  Result<void> folder(std::string const& path) override {
    auto plain = path;
    while (plain.ends_with('/')) plain.pop_back();
    if (auto why = archive::why_unsafe(plain)) return refuse_name(path, *why);
    return {};
  }

  Result<void> begin(std::string const& path) override {
    if (auto why = archive::why_unsafe(path)) return refuse_name(path, *why);
    if (!names_.insert(archive::same_name(path)).second) {
      return refuse_name(path, {"ada dua kali di dalam paket (huruf besar dan kecil dianggap sama)",
                                "is in the package twice (capitals do not count)"});
    }
    path_ = path;
    inner_ = inner_name(path);
    file_ = {};
    sha256_.emplace();
    sha512_.emplace();
    keeps_text_ = archive::is_tag_text(path_) || archive::is_tag_text(inner_);
    heard_as_ = listener_.wants(path_) ? path_ : listener_.wants(inner_) ? inner_ : std::string{};
    if (keeps_text_) contents_.texts[path_];
    return {};
  }

  Result<void> piece(std::string_view bytes) override {
    sha256_->update(bytes);
    sha512_->update(bytes);
    file_.size += static_cast<std::int64_t>(bytes.size());
    bytes_ += static_cast<std::int64_t>(bytes.size());
    if (!heard_as_.empty()) listener_.piece(heard_as_, bytes);
    if (!keeps_text_) return {};
    auto& text = contents_.texts[path_];
    text += bytes;
    if (text.size() <= most_text_bytes) return {};
    return refuse(package_too_large, {"\"" + path_ + "\" melebihi 64 MiB.", "\"" + path_ + "\" is above 64 MiB."});
  }

  Result<void> end() override {
    file_.sha256 = to_hex(sha256_->finish());
    file_.sha512 = sha512_->finish();
    if (!heard_as_.empty()) listener_.end(heard_as_);
    contents_.files.emplace(path_, std::move(file_));
    if (progress_) progress_(static_cast<std::int64_t>(contents_.files.size()), bytes_);
    return {};
  }

  /// A packed bag stands in one folder of the package; a folder that was handed in is the bag itself.
  Result<archive::BagContents> take() {
    if (contents_.files.contains("bagit.txt") || contents_.files.empty()) return std::move(contents_);
    auto const first = contents_.files.begin()->first;
    auto const folder = first.substr(0, first.find('/') + 1);
    archive::BagContents inner;
    for (auto& [path, file] : contents_.files) {
      if (folder.empty() || !path.starts_with(folder)) {
        return refuse(package_unreadable, {"Bukan paket BagIt: bagit.txt tidak ada, dan isinya tidak di dalam satu folder.",
                                           "No BagIt package: there is no bagit.txt, and it does not stand in one folder."});
      }
      inner.files.emplace(path.substr(folder.size()), std::move(file));
    }
    for (auto& [path, text] : contents_.texts) inner.texts.emplace(path.substr(folder.size()), std::move(text));
    return inner;
  }

 private:
  /// Without the first folder: what the name is inside a packed bag.
  static std::string inner_name(std::string const& path) {
    auto const slash = path.find('/');
    return slash == path.npos ? std::string{} : path.substr(slash + 1);
  }

  ContentListener& listener_;
  PackageProgress const& progress_;
  archive::BagContents contents_;
  std::set<std::string> names_;
  std::string path_;
  std::string inner_;
  std::string heard_as_;  ///< empty: the listener does not want this file
  archive::BagFile file_;
  std::optional<Sha256Stream> sha256_;
  std::optional<Sha512Stream> sha512_;
  std::int64_t bytes_ = 0;
  bool keeps_text_ = false;
};

}  // namespace

Result<archive::BagContents> read_bag(Packages& packages, std::string const& path, ContentListener& listener,
                                      PackageProgress const& progress) {
  BagVisitor visitor{listener, progress};
  if (auto ok = packages.walk(path, {}, visitor); !ok) return std::unexpected(ok.error());
  return visitor.take();
}

}  // namespace himpun::app
