#pragma once
// The bytes a connection has received and not used yet, in one piece of memory that grows only to its limit.

#include <cstring>
#include <span>
#include <string_view>
#include <vector>

namespace himpun::http {

class ReadBuffer {
 public:
  static constexpr std::size_t first_bytes = 4 * 1024;
  static constexpr std::size_t read_ahead_bytes = 64 * 1024;

  explicit ReadBuffer(std::size_t most_bytes) : most_bytes_(most_bytes) {}

  [[nodiscard]] std::string_view view() const { return {memory_.data() + begin_, end_ - begin_}; }
  [[nodiscard]] bool empty() const { return begin_ == end_; }

  void consume(std::size_t bytes) {
    begin_ += bytes;
    if (begin_ == end_) begin_ = end_ = 0;
  }

  /// Room for the next bytes; empty when the limit is reached.
  [[nodiscard]] std::span<char> room() {
    if (begin_ > 0 && end_ == memory_.size()) {
      std::memmove(memory_.data(), memory_.data() + begin_, end_ - begin_);
      end_ -= begin_;
      begin_ = 0;
    }
    if (end_ == memory_.size()) grow(memory_.empty() ? first_bytes : memory_.size() * 2);
    return std::span{memory_}.subspan(end_);
  }
  void received(std::size_t bytes) { end_ += bytes; }

  /// Large reads from now on (an upload); `shrink` undoes it.
  void widen() { grow(most_bytes_); }
  /// Gives memory back while nothing is held, so that an idle connection is small.
  void shrink() {
    if (empty() && memory_.size() > first_bytes) memory_ = std::vector<char>(first_bytes);
  }

 private:
  void grow(std::size_t bytes) { memory_.resize(std::max(memory_.size(), std::min(bytes, most_bytes_))); }

  std::size_t const most_bytes_;
  std::vector<char> memory_;
  std::size_t begin_ = 0;
  std::size_t end_ = 0;
};

}  // namespace himpun::http
