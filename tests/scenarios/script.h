#pragma once
// A file of plain-text scenarios as statements. One statement is a line, or several on a line parted by ` ; `; words
// are parted by spaces, "..." keeps words together, # begins a comment. What the words mean is for the player.

#include <string>
#include <vector>

namespace himpun::test {

/// The words of one statement, taken from the front.
class Words {
 public:
  Words(std::vector<std::string> words, std::string place) : words_(std::move(words)), place_(std::move(place)) {}

  [[nodiscard]] std::string const& place() const { return place_; }  ///< file:line
  [[nodiscard]] bool empty() const { return next_ == words_.size(); }
  [[nodiscard]] std::string peek() const { return empty() ? "" : words_[next_]; }
  /// The next word; throws ScriptFault when there is none.
  std::string take();
  /// Takes the word when it is next.
  bool take_if(std::string const& word);
  /// Takes words that must be next, such as `held by`.
  void expect(std::string const& word);
  int take_number();
  /// Nothing may be left.
  void end() const;

 private:
  std::vector<std::string> words_;
  std::string place_;
  std::size_t next_ = 0;
};

/// A statement that cannot be understood, or did not come true; the text begins with file:line.
struct ScriptFault {
  std::string text;
};

struct Scenario {
  std::string title;
  std::string place;
  std::vector<Words> statements;
};

[[nodiscard]] std::vector<Scenario> read_scenarios(std::string const& path);

}  // namespace himpun::test
