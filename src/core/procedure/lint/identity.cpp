#include <algorithm>
#include <array>
#include <optional>

#include "base/text.h"
#include "core/procedure/lint/rules.h"

namespace himpun::procedure {
namespace {

struct Rank {
  std::string_view grade;  ///< golongan/ruang
  std::string_view name;
};

// Ranks of civil servants: PP 99/2000 as changed by PP 12/2002.
constexpr std::array ranks{
    Rank{"I/a", "Juru Muda"},
    Rank{"I/b", "Juru Muda Tk.I"},
    Rank{"I/c", "Juru"},
    Rank{"I/d", "Juru Tk.I"},
    Rank{"II/a", "Pengatur Muda"},
    Rank{"II/b", "Pengatur Muda Tk.I"},
    Rank{"II/c", "Pengatur"},
    Rank{"II/d", "Pengatur Tk.I"},
    Rank{"III/a", "Penata Muda"},
    Rank{"III/b", "Penata Muda Tk.I"},
    Rank{"III/c", "Penata"},
    Rank{"III/d", "Penata Tk.I"},
    Rank{"IV/a", "Pembina"},
    Rank{"IV/b", "Pembina Tk.I"},
    Rank{"IV/c", "Pembina Utama Muda"},
    Rank{"IV/d", "Pembina Utama Madya"},
    Rank{"IV/e", "Pembina Utama"},
};

constexpr std::array months{"januari", "februari", "maret",     "april",   "mei",      "juni",
                            "juli",    "agustus",  "september", "oktober", "november", "desember"};
constexpr std::size_t nip_digits = 18;  // birth date 8, appointment 6, sex 1, serial 3

/// A rank's words without its grade, "tingkat" written "tk".
std::string rank_words(std::string_view text) {
  std::vector<std::string> kept;
  for (auto& word : words_of(text)) {
    bool const roman = std::ranges::all_of(word, [](char c) { return c == 'i' || c == 'v'; });
    bool const after_level = !kept.empty() && kept.back() == "tk";
    if (word == "tingkat") word = "tk";
    if (word == "golongan" || word == "gol" || word == "ruang") continue;
    if (roman && !after_level) break;  // the grade begins
    kept.push_back(word);
  }
  return join(kept, " ");
}

/// The grade written anywhere in the text: "IVb", "IV/b", "(IV/B)".
Rank const* find_grade(std::string_view text) {
  auto const words = words_of(text);
  for (auto const& rank : ranks) {
    auto const parts = words_of(rank.grade);
    if (std::ranges::find(words, parts[0] + parts[1]) != words.end()) return &rank;
    if (std::ranges::search(words, parts).begin() != words.end()) return &rank;
  }
  return nullptr;
}

/// The rank's words when the grade is glued to nothing: "pembina tk i".
std::string without_grade(std::string_view text, Rank const& rank) {
  auto const parts = words_of(rank.grade);
  std::vector<std::string> kept;
  auto const words = words_of(text);
  for (std::size_t i = 0; i < words.size(); ++i) {
    if (words[i] == parts[0] + parts[1]) continue;
    if (words[i] == parts[0] && i + 1 < words.size() && words[i + 1] == parts[1]) {
      ++i;
      continue;
    }
    kept.push_back(words[i]);
  }
  return rank_words(join(kept, " "));
}

void lint_rank(Procedure const& procedure, Findings& out) {
  auto const& written = procedure.approved_by.rank;
  if (trim(written).empty()) return;
  if (auto const* rank = find_grade(written)) {
    if (without_grade(written, *rank) == rank_words(rank->name)) return;
    std::string const right = std::string{rank->name} + " (" + std::string{rank->grade} + ")";
    out.push_back({"identity.rank",
                   Severity::warning,
                   "Pangkat golongan " + std::string{rank->grade} + " adalah " + std::string{rank->name} + ".",
                   "The rank of grade " + std::string{rank->grade} + " is " + std::string{rank->name} + ".",
                   {},
                   "/disahkan_oleh/pangkat",
                   right});
    return;
  }
  bool const known =
      std::ranges::any_of(ranks, [&](Rank const& each) { return rank_words(each.name) == rank_words(written); });
  if (known) return;
  out.push_back({"identity.rank",
                 Severity::warning,
                 "Pangkat ini tidak ada dalam daftar pangkat pegawai negeri sipil.",
                 "This rank is not in the list of civil service ranks.",
                 {},
                 "/disahkan_oleh/pangkat",
                 {}});
}

void lint_nip(Procedure const& procedure, Findings& out) {
  auto const& nip = procedure.approved_by.nip;
  if (nip.empty()) return;
  auto const is_digit = [](char c) { return c >= '0' && c <= '9'; };
  auto const digits = static_cast<std::size_t>(std::ranges::count_if(nip, is_digit));
  if (digits == nip_digits) return;
  auto const count = std::to_string(digits);
  out.push_back({"identity.nip",
                 Severity::warning,
                 "NIP terdiri atas 18 angka; di sini ada " + count + ".",
                 "A NIP has 18 digits; here there are " + count + ".",
                 {},
                 "/disahkan_oleh/nip",
                 {}});
}

bool lacks_day(std::string const& date) {
  auto const words = words_of(date);
  if (words.empty()) return false;
  return std::ranges::find(months, words.front()) != months.end();
}

void lint_date(std::string const& date, char const* key, Findings& out) {
  std::string const field = std::string{"/tanggal"} / key;
  std::string const name{key};
  if (trim(date).empty()) {
    out.push_back({"dates.missing",
                   Severity::warning,
                   "Tanggal " + name + " belum diisi.",
                   "The date `" + name + "` is missing.",
                   {},
                   field,
                   {}});
  } else if (lacks_day(date)) {
    out.push_back({"dates.without_day",
                   Severity::warning,
                   "Tanggal " + name + " tanpa hari: \"" + date + "\". Tulis hari, bulan dan tahun.",
                   "The date `" + name + "` has no day: \"" + date + "\". Write day, month and year.",
                   {},
                   field,
                   {}});
  }
}

void lint_dates(Procedure const& procedure, Findings& out) {
  lint_date(procedure.dates.made, "pembuatan", out);
  if (!trim(procedure.dates.revised).empty()) lint_date(procedure.dates.revised, "revisi", out);
  lint_date(procedure.dates.approved, "pengesahan", out);
  if (trim(procedure.dates.effective).empty()) {
    // The form allows it to be absent, but then nobody can say from when the procedure binds.
    out.push_back({"dates.no_effective",
                   Severity::information,
                   "Tgl Efektif tidak ada pada lembar ini.",
                   "The sheet has no effective date.",
                   {},
                   "/tanggal",
                   {}});
  } else {
    lint_date(procedure.dates.effective, "efektif", out);
  }
}

}  // namespace

void lint_identity(Procedure const& procedure, Findings& out) {
  lint_dates(procedure, out);
  lint_rank(procedure, out);
  lint_nip(procedure, out);
  if (!procedure.warnings.empty()) return;
  // PermenPAN-RB 35/2012: the box says what happens when the procedure is not followed.
  out.push_back({"identity.no_warning",
                 Severity::warning,
                 "Kotak Peringatan kosong. Isinya: akibat bila SOP ini tidak dilaksanakan.",
                 "The box Peringatan is empty. It should say what happens when the SOP is not followed.",
                 {},
                 "/peringatan",
                 {}});
}

}  // namespace himpun::procedure
