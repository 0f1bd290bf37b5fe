#include "core/archive/bag/lines.h"

#include "base/text.h"

namespace himpun::archive {
namespace {

constexpr std::size_t longest_line = 4096;

}  // namespace

std::unexpected<Problem> refuse_line(ProblemType const& refusal, std::string_view file, int line, Words const& why) {
  Problem problem{.type = &refusal, .detail = {why.id + ".", why.en + "."}};
  problem.where = SourcePosition{std::string{file}, line, 1};
  return std::unexpected(std::move(problem));
}

Result<std::vector<std::string_view>> read_lines(std::string_view text, std::string_view file,
                                                 ProblemType const& refusal) {
  if (text.starts_with("\xEF\xBB\xBF") || text.starts_with("\xFF\xFE") || text.starts_with("\xFE\xFF")) {
    return refuse_line(refusal, file, 1,
                       {"diawali tanda urutan bita (BOM)", "it begins with a byte order mark (BOM)"});
  }
  if (!is_utf8(text)) return refuse_line(refusal, file, 1, {"bukan UTF-8", "it is no UTF-8"});
  if (text.find('\0') != text.npos) return refuse_line(refusal, file, 1, {"memuat NUL", "it contains NUL"});
  std::vector<std::string_view> lines;
  while (!text.empty()) {
    auto const end = text.find_first_of("\r\n");
    lines.push_back(text.substr(0, end));
    if (lines.back().size() > longest_line) {
      return refuse_line(refusal, file, static_cast<int>(lines.size()),
                         {"barisnya terlalu panjang", "the line is too long"});
    }
    if (end == text.npos) break;
    bool const is_pair = text[end] == '\r' && end + 1 < text.size() && text[end + 1] == '\n';
    text.remove_prefix(end + (is_pair ? 2 : 1));
  }
  return lines;
}

}  // namespace himpun::archive
