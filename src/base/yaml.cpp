#include "base/yaml.h"

#include <yaml-cpp/eventhandler.h>
#include <yaml-cpp/exceptions.h>
#include <yaml-cpp/parser.h>

#include <algorithm>
#include <array>
#include <istream>
#include <optional>
#include <streambuf>
#include <unordered_map>

#include "base/text.h"

namespace himpun {
namespace {

struct Place {
  int line = 1;
  int column = 1;
};

/// Thrown by the tree builder to stop the parser at the first fault; never leaves this file.
struct Refused {
  ProblemType const* type;
  Place place;
  Words detail;
};

/// Where each line begins, to turn byte columns into character columns.
class Lines {
 public:
  explicit Lines(std::string_view text) : text_(text) {
    for (std::size_t at = 0; at < text.size(); ++at) {
      if (text[at] == '\n') starts_.push_back(at + 1);
    }
  }
  [[nodiscard]] Place place_of(std::size_t offset) const {
    auto const after = std::ranges::upper_bound(starts_, offset);
    auto const line = static_cast<std::size_t>(after - starts_.begin());
    return place(line - 1, offset - starts_[line - 1]);
  }
  [[nodiscard]] Place place_of(YAML::Mark const& mark) const {
    auto const line = std::min(static_cast<std::size_t>(std::max(mark.line, 0)), starts_.size() - 1);
    return place(line, static_cast<std::size_t>(std::max(mark.column, 0)));
  }
  /// The text from `mark` to the end of its line.
  [[nodiscard]] std::string_view rest_of_line(YAML::Mark const& mark) const {
    auto const at = starts_[std::min(static_cast<std::size_t>(mark.line), starts_.size() - 1)];
    auto const rest = text_.substr(std::min(at + static_cast<std::size_t>(mark.column), text_.size()));
    return rest.substr(0, rest.find('\n'));
  }

 private:
  [[nodiscard]] Place place(std::size_t line, std::size_t bytes) const {
    auto const before = text_.substr(starts_[line]).substr(0, bytes);
    return {static_cast<int>(line) + 1, static_cast<int>(count_characters(before)) + 1};
  }
  std::string_view text_;
  std::vector<std::size_t> starts_{0};
};

/// False when `line` begins with a quotation mark and its counterpart does not follow.
bool closes_quotation(std::string_view line) {
  char const mark = line.empty() ? ' ' : line.front();
  if (mark != '"' && mark != '\'') return true;
  for (std::size_t at = 1; at < line.size(); ++at) {
    if (mark == '"' && line[at] == '\\') {
      ++at;
    } else if (line[at] == mark) {
      if (mark == '"' || line.substr(at + 1, 1) != "'") return true;
      ++at;
    }
  }
  return false;
}

bool is_control(unsigned char byte) {
  return (byte < 0x20 && byte != '\n' && byte != '\r' && byte != '\t') || byte == 0x7F;
}

/// Builds the tree from parser events and refuses what the format leaves out.
class TreeBuilder final : public YAML::EventHandler {
 public:
  explicit TreeBuilder(Lines const& lines) : lines_(lines) {}
  virtual ~TreeBuilder() = default;

  [[nodiscard]] YamlNode take_root() { return std::move(root_); }

  void OnDocumentStart(YAML::Mark const& mark) override {
    if (++documents_ > 1) {
      refuse_at(yaml_several_documents, mark,
                {"Hanya satu dokumen per berkas: hapus mulai dari tanda `---` ini, atau simpan di berkas lain.",
                 "One document a file: remove everything from this `---` on, or keep it in another file."});
    }
  }
  void OnDocumentEnd() override {}
  void OnAnchor(YAML::Mark const& mark, std::string const&) override { refuse_alias(mark); }
  void OnAlias(YAML::Mark const& mark, YAML::anchor_t) override { refuse_alias(mark); }
  void OnNull(YAML::Mark const& mark, YAML::anchor_t anchor) override {
    if (anchor != 0) refuse_alias(mark);
    place_value(make(YamlKind::empty, mark), mark);
  }
  void OnScalar(YAML::Mark const& mark, std::string const& tag, YAML::anchor_t anchor,
                std::string const& value) override {
    refuse_extras(mark, tag, anchor);
    refuse_open_quotation(mark);
    refuse_characters(mark, value);
    auto node = make(YamlKind::scalar, mark);
    node.text = value;
    place_value(std::move(node), mark);
  }
  void OnSequenceStart(YAML::Mark const& mark, std::string const& tag, YAML::anchor_t anchor,
                       YAML::EmitterStyle::value) override {
    refuse_extras(mark, tag, anchor);
    open(YamlKind::list, mark);
  }
  void OnSequenceEnd() override { close(); }
  void OnMapStart(YAML::Mark const& mark, std::string const& tag, YAML::anchor_t anchor,
                  YAML::EmitterStyle::value) override {
    refuse_extras(mark, tag, anchor);
    open(YamlKind::map, mark);
  }
  void OnMapEnd() override { close(); }

 private:
  struct Open {
    YamlNode node;
    std::optional<YamlMember> pending{};          ///< a key that waits for its value
    std::unordered_map<std::string, int> keys{};  ///< keys so far and their lines
  };

  [[noreturn]] void refuse_at(ProblemType const& type, YAML::Mark const& mark, Words detail) const {
    throw Refused{&type, lines_.place_of(mark), std::move(detail)};
  }
  [[noreturn]] void refuse_alias(YAML::Mark const& mark) const {
    refuse_at(yaml_alias, mark,
              {"Tulis isinya langsung. Teks yang diawali & atau * harus diapit tanda kutip.",
               "Write the content itself. Text that begins with & or * needs quotation marks."});
  }
  void refuse_extras(YAML::Mark const& mark, std::string const& tag, YAML::anchor_t anchor) const {
    if (anchor != 0) refuse_alias(mark);
    if (tag.empty() || tag == "?" || tag == "!") return;
    refuse_at(yaml_tag, mark,
              {"Hapus tanda jenis yang diawali !. Teks yang diawali ! harus diapit tanda kutip.",
               "Remove the tag that begins with !. Text that begins with ! needs quotation marks."});
  }
  /// The parser takes a less indented line for the end of a quotation, so that a forgotten quotation mark would pass
  /// unseen. A quotation that closes on its own line cannot be misread.
  void refuse_open_quotation(YAML::Mark const& mark) const {
    if (closes_quotation(lines_.rest_of_line(mark))) return;
    refuse_at(yaml_malformed, mark,
              {"Tanda kutip belum ditutup di baris ini. Teks panjang dapat ditulis tanpa tanda kutip.",
               "The quotation is not closed on this line. Long text can be written without quotation marks."});
  }
  /// Escapes such as `\x01` bring in what may not stand in a file; U+FFFE and U+FFFF are no characters, and no XML.
  void refuse_characters(YAML::Mark const& mark, std::string const& value) const {
    bool const is_clean = std::ranges::none_of(value, [](char c) { return is_control(static_cast<unsigned char>(c)); });
    if (is_clean && value.find("\xEF\xBF\xBE") == std::string::npos &&
        value.find("\xEF\xBF\xBF") == std::string::npos) {
      return;
    }
    refuse_at(
        yaml_bad_character, mark,
        {"Ada karakter kendali yang tidak terlihat; hapus.", "There is an invisible control character; remove it."});
  }
  [[nodiscard]] YamlNode make(YamlKind kind, YAML::Mark const& mark) {
    if (++nodes_ > yaml_max_nodes) {
      auto const most = std::to_string(yaml_max_nodes);
      refuse_at(yaml_too_many, mark,
                {"Paling banyak " + most + " isian dalam satu berkas.", "At most " + most + " values in one file."});
    }
    auto const place = lines_.place_of(mark);
    YamlNode node;
    node.kind = kind;
    node.line = place.line;
    node.column = place.column;
    return node;
  }
  void open(YamlKind kind, YAML::Mark const& mark) {
    if (open_.size() >= yaml_max_depth) {
      auto const most = std::to_string(yaml_max_depth);
      refuse_at(yaml_too_deep, mark,
                {"Paling dalam " + most + " tingkat; berkas prosedur cukup dengan lima.",
                 "At most " + most + " levels; a procedure needs five."});
    }
    if (!open_.empty() && open_.back().node.kind == YamlKind::map && !open_.back().pending) refuse_key(mark);
    open_.push_back(Open{make(kind, mark)});
  }
  void close() {
    auto node = std::move(open_.back().node);
    open_.pop_back();
    if (open_.empty()) {
      root_ = std::move(node);
    } else {
      put(std::move(node));
    }
  }
  void place_value(YamlNode node, YAML::Mark const& mark) {
    if (open_.empty()) {
      root_ = std::move(node);
    } else if (open_.back().node.kind == YamlKind::map && !open_.back().pending) {
      take_key(node, mark);
    } else {
      put(std::move(node));
    }
  }
  void take_key(YamlNode& node, YAML::Mark const& mark) {
    if (node.kind != YamlKind::scalar) refuse_key(mark);
    auto& top = open_.back();
    if (auto const [first, is_new] = top.keys.emplace(node.text, node.line); !is_new) {
      auto const line = std::to_string(first->second);
      refuse_at(yaml_duplicate_key, mark,
                {"Kunci `" + node.text + "` sudah ditulis di baris " + line + ". Gabungkan atau hapus salah satunya.",
                 "The key `" + node.text + "` already stands on line " + line + ". Merge them or remove one."});
    }
    top.pending = YamlMember{std::move(node.text), node.line, node.column, {}};
  }
  [[noreturn]] void refuse_key(YAML::Mark const& mark) const {
    refuse_at(
        yaml_bad_key, mark,
        {"Tulis kunci sebagai teks biasa, misalnya `nama: ...`.", "Write the key as plain text, like `nama: ...`."});
  }
  void put(YamlNode node) {
    auto& top = open_.back();
    if (top.node.kind == YamlKind::list) {
      top.node.items.push_back(std::move(node));
    } else {
      if (node.kind == YamlKind::empty) {  // the parser places it at whatever comes next
        node.line = top.pending->line;
        node.column = top.pending->column;
      }
      top.pending->value = std::move(node);
      top.node.members.push_back(std::move(*top.pending));
      top.pending.reset();
    }
  }

  Lines const& lines_;
  YamlNode root_;
  std::vector<Open> open_;
  std::size_t nodes_ = 0;
  int documents_ = 0;
};

/// Lets the parser read the caller's bytes without a copy.
class ViewBuffer final : public std::streambuf {
 public:
  explicit ViewBuffer(std::string_view text) {
    auto* begin = const_cast<char*>(text.data());  // streambuf's get area is char*, but only read
    setg(begin, begin, begin + text.size());
  }
};

struct Translation {
  char const* parser_says;
  char const* id;
};

// What yaml-cpp says about the faults people make most, in the words of an office.
std::array const translations{
    Translation{YAML::ErrorMsg::END_OF_MAP,
                "Baris ini tidak sejajar dengan kunci-kunci di atasnya. Periksa spasi di depan."},
    Translation{YAML::ErrorMsg::END_OF_MAP_FLOW, "Kurung kurawal { belum ditutup dengan }."},
    Translation{YAML::ErrorMsg::END_OF_SEQ,
                "Baris ini tidak sejajar dengan butir daftar di atasnya. Periksa spasi di depan."},
    Translation{YAML::ErrorMsg::END_OF_SEQ_FLOW, "Kurung siku [ belum ditutup dengan ]."},
    Translation{YAML::ErrorMsg::FLOW_END, "Kurung penutup tanpa kurung pembuka."},
    Translation{YAML::ErrorMsg::MAP_KEY,
                "Titik dua di tempat yang salah. Teks yang memuat `: ` harus diapit tanda kutip."},
    Translation{YAML::ErrorMsg::MAP_VALUE,
                "Titik dua di tempat yang salah. Teks yang memuat `: ` harus diapit tanda kutip."},
    Translation{YAML::ErrorMsg::BLOCK_ENTRY, "Tanda daftar `-` di tempat yang salah. Periksa spasi di depan."},
    Translation{YAML::ErrorMsg::EOF_IN_SCALAR, "Tanda kutip belum ditutup."},
    Translation{YAML::ErrorMsg::INVALID_ESCAPE, "Tanda \\ tidak dikenal di dalam kutip ganda. Pakai kutip tunggal."},
    Translation{YAML::ErrorMsg::UNKNOWN_TOKEN, "Teks yang diawali @ atau ` harus diapit tanda kutip."},
};

Words translate(std::string const& parser_says) {
  auto const known = std::ranges::find_if(
      translations, [&](Translation const& each) { return parser_says.starts_with(each.parser_says); });
  std::string const id =
      known == translations.end() ? "Periksa spasi di depan baris, titik dua dan tanda kutip di sini." : known->id;
  return {id, "Check indentation, colons and quotation marks here (" + parser_says + ")."};
}

/// Length of the longest well-formed beginning, to say where the first bad byte is.
std::size_t well_formed_prefix(std::string_view text) {
  std::size_t low = 0;
  std::size_t good = 0;
  while (low < text.size()) {
    std::size_t length = 1;
    while (length <= 4 && low + length <= text.size() && !is_utf8(text.substr(low, length))) ++length;
    if (length > 4 || low + length > text.size()) return good;
    low += length;
    good = low;
  }
  return good;
}

/// Size, encoding and characters: everything that can be said before parsing.
void check_bytes(std::string_view text, Lines const& lines) {
  if (!is_utf8(text)) {
    throw Refused{&yaml_not_utf8,
                  lines.place_of(well_formed_prefix(text)),
                  {"Simpan berkas sebagai teks UTF-8.", "Save the file as UTF-8 text."}};
  }
  std::size_t brackets = 0;
  for (std::size_t at = 0; at < text.size(); ++at) {
    if (text[at] == '\t') {
      throw Refused{&yaml_tab, lines.place_of(at), {"Ganti tab dengan spasi.", "Replace the tab by spaces."}};
    }
    if (is_control(static_cast<unsigned char>(text[at]))) {
      throw Refused{
          &yaml_bad_character,
          lines.place_of(at),
          {"Ada karakter kendali yang tidak terlihat; hapus.", "There is an invisible control character; remove it."}};
    }
    // The parser keeps every open bracket in memory until it is closed; no honest file has more than it may have nodes.
    if ((text[at] == '[' || text[at] == '{') && ++brackets > yaml_max_nodes) {
      throw Refused{
          &yaml_too_many, lines.place_of(at), {"Terlalu banyak tanda kurung.", "There are too many brackets."}};
    }
  }
}

YamlNode parse(std::string_view text, Lines const& lines) {
  check_bytes(text, lines);
  ViewBuffer buffer{text};
  std::istream stream{&buffer};
  YAML::Parser parser{stream};
  TreeBuilder builder{lines};
  while (parser.HandleNextDocument(builder)) {
  }
  return builder.take_root();
}

std::unexpected<Problem> problem_at(ProblemType const& type, std::string const& file, Place place, Words detail) {
  return std::unexpected(
      Problem{.type = &type, .detail = std::move(detail), .where = SourcePosition{file, place.line, place.column}});
}

bool is_plain_start(unsigned char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
}

/// Text that stands in a block without quotation marks and is read as itself.
bool is_plain(std::string_view text) {
  if (text.empty() || !is_plain_start(static_cast<unsigned char>(text.front())) || text.back() == ' ') return false;
  if (lower_ascii(text) == "null" || text.back() == ':') return false;
  if (text.find(": ") != std::string_view::npos || text.find(" #") != std::string_view::npos) return false;
  return std::ranges::all_of(text, [](char c) { return static_cast<unsigned char>(c) >= 0x20 && c != 0x7F; });
}

}  // namespace

YamlNode const* YamlNode::find(std::string_view key) const {
  auto const found = std::ranges::find(members, key, &YamlMember::key);
  return found == members.end() ? nullptr : &found->value;
}

Result<YamlNode> read_yaml(std::string_view text, std::string const& file) {
  if (text.size() > yaml_max_bytes) {
    return problem_at(yaml_too_large, file, {},
                      {"Berkas paling besar 1 MiB (1.048.576 bita).", "A file has at most 1 MiB (1,048,576 bytes)."});
  }
  if (text.starts_with("\xEF\xBB\xBF")) text.remove_prefix(3);
  Lines const lines{text};
  try {
    return parse(text, lines);
  } catch (Refused const& refused) {
    return problem_at(*refused.type, file, refused.place, refused.detail);
  } catch (YAML::Exception const& fault) {
    auto const place = fault.mark.is_null() ? Place{} : lines.place_of(fault.mark);
    if (fault.msg.starts_with(YAML::ErrorMsg::UNKNOWN_ANCHOR)) {
      return problem_at(yaml_alias, file, place,
                        {"Tulis isinya langsung. Teks yang diawali * harus diapit tanda kutip.",
                         "Write the content itself. Text that begins with * needs quotation marks."});
    }
    return problem_at(yaml_malformed, file, place, translate(fault.msg));
  }
}

std::string yaml_quoted(std::string_view text) {
  constexpr std::string_view digits = "0123456789abcdef";
  std::string out = "\"";
  for (char const c : text) {
    auto const byte = static_cast<unsigned char>(c);
    if (c == '"' || c == '\\') {
      out += '\\';
      out += c;
    } else if (c == '\n') {
      out += "\\n";
    } else if (byte < 0x20 || byte == 0x7F) {
      out += "\\x";
      out += digits[byte >> 4U];
      out += digits[byte & 0xFU];
    } else {
      out += c;
    }
  }
  return out + '"';
}

std::string yaml_scalar(std::string_view text) { return is_plain(text) ? std::string{text} : yaml_quoted(text); }

}  // namespace himpun
