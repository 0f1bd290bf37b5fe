#include "base/json.h"

#include <boost/json/basic_parser_impl.hpp>
#include <charconv>
#include <unordered_set>

#include "base/ensure.h"
#include "base/text.h"

namespace himpun {
namespace {

namespace bj = boost::json;

enum class Fault : int { decimal_number = 1, number_too_large, duplicate_member };

// The base has no virtual destructor, and none of its kind is ever deleted through it.
#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wnon-virtual-dtor"
class FaultCategory final : public boost::system::error_category {
 public:
  [[nodiscard]] char const* name() const noexcept override { return "himpun.json"; }
  [[nodiscard]] std::string message(int) const override { return "himpun.json"; }
};
#pragma GCC diagnostic pop

FaultCategory const fault_category;

/// Builds a `Json` from parser events. A stack of open containers; finished values fall into the one below.
class Builder {
 public:
  static constexpr std::size_t max_array_size = static_cast<std::size_t>(-1);
  static constexpr std::size_t max_object_size = static_cast<std::size_t>(-1);
  static constexpr std::size_t max_string_size = static_cast<std::size_t>(-1);
  static constexpr std::size_t max_key_size = static_cast<std::size_t>(-1);

  using Error = boost::system::error_code;

  bool on_document_begin(Error&) { return true; }
  bool on_document_end(Error&) { return true; }
  bool on_object_begin(Error&) { return open(Json{Json::Object{}}); }
  bool on_object_end(std::size_t, Error&) { return close(); }
  bool on_array_begin(Error&) { return open(Json{Json::Array{}}); }
  bool on_array_end(std::size_t, Error&) { return close(); }
  bool on_key_part(bj::string_view part, std::size_t, Error&) { return append(text_, part); }
  bool on_key(bj::string_view part, std::size_t, Error& error) {
    append(text_, part);
    if (!is_new_name()) return fail(error, Fault::duplicate_member);
    open_.back().key = std::exchange(text_, {});
    return true;
  }
  bool on_string_part(bj::string_view part, std::size_t, Error&) { return append(text_, part); }
  bool on_string(bj::string_view part, std::size_t, Error&) {
    append(text_, part);
    return place(Json{std::exchange(text_, {})});
  }
  bool on_number_part(bj::string_view, Error&) { return true; }
  bool on_int64(std::int64_t number, bj::string_view, Error&) { return place(Json{number}); }
  bool on_uint64(std::uint64_t, bj::string_view, Error& error) { return fail(error, Fault::number_too_large); }
  bool on_double(double, bj::string_view, Error& error) { return fail(error, Fault::decimal_number); }
  bool on_bool(bool yes, Error&) { return place(Json{yes}); }
  bool on_null(Error&) { return place(Json{}); }
  bool on_comment_part(bj::string_view, Error&) { return true; }
  bool on_comment(bj::string_view, Error&) { return true; }

  Json take() { return std::move(root_); }

 private:
  struct Open {
    Json json;
    std::string key;
    std::unordered_set<std::string> names;  ///< of an object with many members
  };

  /// Comparing with every name before is quickest for few; for the 100,000 of a hostile body it would take minutes.
  bool is_new_name() {
    constexpr std::size_t few = 16;
    auto& [json, key, names] = open_.back();
    auto const& members = *json.get_if<Json::Object>();
    if (members.size() < few) return json.find(text_) == nullptr;
    if (names.empty()) {
      for (auto const& [name, member] : members) names.insert(name);
    }
    return names.insert(text_).second;
  }
  static bool append(std::string& text, bj::string_view part) {
    text.append(part.data(), part.size());
    return true;
  }
  static bool fail(Error& error, Fault fault) {
    error.assign(static_cast<int>(fault), fault_category);
    return false;
  }
  bool open(Json container) {
    open_.push_back({std::move(container), {}, {}});
    return true;
  }
  bool close() {
    Json done = std::move(open_.back().json);
    open_.pop_back();
    return place(std::move(done));
  }
  bool place(Json value) {
    if (open_.empty()) {
      root_ = std::move(value);
    } else if (open_.back().json.get_if<Json::Object>()) {
      open_.back().json.add(std::exchange(open_.back().key, {}), std::move(value));
    } else {
      open_.back().json.push(std::move(value));
    }
    return true;
  }

  std::vector<Open> open_;
  std::string text_;
  Json root_;
};

Words explain(boost::system::error_code const& error) {
  if (error.category() == fault_category) {
    switch (static_cast<Fault>(error.value())) {
      case Fault::decimal_number:
        return {"Angka pecahan harus ditulis sebagai teks, misalnya \"93.75\".",
                "A decimal number must be written as text, for example \"93.75\"."};
      case Fault::number_too_large:
        return {"Angka terlalu besar; tulislah sebagai teks.", "The number is too large; write it as text."};
      case Fault::duplicate_member:
        return {"Nama anggota muncul dua kali.", "A member name occurs twice."};
    }
  }
  if (error == bj::error::incomplete) {
    return {"JSON terputus sebelum selesai.", "The JSON ends too early."};
  }
  if (error == bj::error::too_deep) {
    return {"JSON bersarang terlalu dalam (paling banyak 32 tingkat).",
            "The JSON is nested too deeply (at most 32 levels)."};
  }
  return {"Bukan JSON yang sah.", "This is not valid JSON."};
}

Problem malformed(std::string_view text, std::size_t offset, boost::system::error_code const& error) {
  auto const before = text.substr(0, std::min(offset, text.size()));
  auto const line_start = before.rfind('\n');
  auto const line = 1 + static_cast<int>(std::ranges::count(before, '\n'));
  auto const column =
      1 +
      static_cast<int>(count_characters(line_start == std::string_view::npos ? before : before.substr(line_start + 1)));
  return Problem{.type = &json_malformed, .detail = explain(error), .where = SourcePosition{"", line, column}};
}

}  // namespace

Json const* Json::find(std::string_view name) const {
  auto const* members = get_if<Object>();
  if (!members) return nullptr;
  for (auto const& [key, member] : *members) {
    if (key == name) return &member;
  }
  return nullptr;
}

Json& Json::add(std::string name, Json member) {
  if (is_null()) value_ = Object{};
  auto* members = std::get_if<Object>(&value_);
  ensure(members != nullptr, "add needs an object");
  members->emplace_back(std::move(name), std::move(member));
  return *this;
}

Json& Json::push(Json item) {
  if (is_null()) value_ = Array{};
  auto* items = std::get_if<Array>(&value_);
  ensure(items != nullptr, "push needs an array");
  items->push_back(std::move(item));
  return *this;
}

Result<Json> parse_json(std::string_view text) {
  bj::parse_options options;
  options.max_depth = 32;
  bj::basic_parser<Builder> parser(options);
  boost::system::error_code error;
  auto const consumed = parser.write_some(false, text.data(), text.size(), error);
  if (!error && consumed < text.size()) error = bj::error::extra_data;
  if (error) return std::unexpected(malformed(text, consumed, error));
  return parser.handler().take();
}

namespace {

bool needs_escape(char c) { return static_cast<unsigned char>(c) < 0x20 || c == '"' || c == '\\'; }

void append_escaped(std::string& out, char c) {
  static constexpr char digits[] = "0123456789abcdef";
  auto const byte = static_cast<unsigned char>(c);
  if (c == '"' || c == '\\') {
    out += '\\';
    out += c;
  } else if (c == '\n') {
    out += "\\n";
  } else if (c == '\t') {
    out += "\\t";
  } else if (c == '\r') {
    out += "\\r";
  } else {
    out += "\\u00";
    out += digits[byte >> 4];
    out += digits[byte & 15];
  }
}

}  // namespace

void append_json_string(std::string& out, std::string_view text) {
  out += '"';
  while (!text.empty()) {
    // Runs are copied whole: escapes are rare, and every answer and event passes here.
    auto const plain = static_cast<std::size_t>(std::ranges::find_if(text, needs_escape) - text.begin());
    out.append(text.substr(0, plain));
    text.remove_prefix(plain);
    if (text.empty()) break;
    append_escaped(out, text.front());
    text.remove_prefix(1);
  }
  out += '"';
}

namespace {

struct Writer {
  std::string& out;

  void operator()(std::nullptr_t) const { out += "null"; }
  void operator()(bool yes) const { out += yes ? "true" : "false"; }
  void operator()(std::int64_t number) const {
    char text[24];
    auto const [end, error] = std::to_chars(text, text + sizeof text, number);
    out.append(text, end);
  }
  void operator()(std::string const& text) const { append_json_string(out, text); }
  void operator()(Json::Array const& items) const {
    out += '[';
    for (auto const& item : items) {
      if (&item != &items.front()) out += ',';
      append_json(out, item);
    }
    out += ']';
  }
  void operator()(Json::Object const& members) const {
    out += '{';
    for (auto const& member : members) {
      if (&member != &members.front()) out += ',';
      append_json_string(out, member.first);
      out += ':';
      append_json(out, member.second);
    }
    out += '}';
  }
};

}  // namespace

void append_json(std::string& out, Json const& json) { std::visit(Writer{out}, json.value()); }

std::string write_json(Json const& json) {
  std::string out;
  append_json(out, json);
  return out;
}

std::string text_of(Json const& json, std::string_view member) {
  auto const* found = json.find(member);
  auto const* text = found ? found->get_if<std::string>() : nullptr;
  return text ? *text : std::string{};
}

std::int64_t number_of(Json const& json, std::string_view member) {
  auto const* found = json.find(member);
  auto const* number = found ? found->get_if<std::int64_t>() : nullptr;
  return number ? *number : 0;
}

}  // namespace himpun
