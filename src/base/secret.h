#pragma once
// A passphrase on its way to the key that it opens: held in memory only, wiped when it goes, and known to no writer of
// JSON or log lines. It is not a password that Himpun itself checks.

#include <string>
#include <string_view>
#include <utility>

namespace himpun {

class Secret {
 public:
  Secret() = default;
  explicit Secret(std::string text) : text_(std::move(text)) {}
  Secret(Secret&& other) noexcept : text_(std::move(other.text_)) { other.wipe(); }
  Secret& operator=(Secret&& other) noexcept {
    wipe();
    text_ = std::move(other.text_);
    other.wipe();
    return *this;
  }
  ~Secret() { wipe(); }

  [[nodiscard]] bool empty() const { return text_.empty(); }
  /// For handing it to the key; the copy is the caller's to keep short.
  [[nodiscard]] std::string const& reveal() const { return text_; }

 private:
  void wipe() {
    // Through a volatile pointer, so that the compiler does not leave it out as useless.
    auto volatile* bytes = text_.data();
    for (std::size_t i = 0; i < text_.size(); ++i) bytes[i] = '\0';
    text_.clear();
  }
  std::string text_;
};

}  // namespace himpun
