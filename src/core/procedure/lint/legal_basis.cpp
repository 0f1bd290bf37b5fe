#include <algorithm>
#include <array>
#include <charconv>
#include <optional>

#include "base/text.h"
#include "core/procedure/lint/rules.h"

namespace himpun::procedure {
namespace {

enum class Kind : std::uint8_t { law, government, president, apparatus_minister, home_minister };

struct KindName {
  std::string_view begins;  ///< in small letters; the longest beginning that fits wins
  Kind kind;
};
constexpr std::array kind_names{
    KindName{"undang-undang", Kind::law},
    KindName{"uu ", Kind::law},
    KindName{"peraturan pemerintah", Kind::government},
    KindName{"pp ", Kind::government},
    KindName{"peraturan presiden", Kind::president},
    KindName{"perpres", Kind::president},
    KindName{"peraturan menpan", Kind::apparatus_minister},
    KindName{"permenpan", Kind::apparatus_minister},
    KindName{"permen pan", Kind::apparatus_minister},
    KindName{"peraturan menteri pan", Kind::apparatus_minister},
    KindName{"peraturan menteri pendayagunaan aparatur negara", Kind::apparatus_minister},
    KindName{"peraturan menteri negara pendayagunaan aparatur negara", Kind::apparatus_minister},
    KindName{"peraturan menteri dalam negeri", Kind::home_minister},
    KindName{"permendagri", Kind::home_minister},
};

struct Instrument {
  Kind kind;
  int number;
  int year;
  std::string_view title;
};

// Instruments that SOPs of a regional office cite most, with the titles under which they were promulgated.
constexpr std::array instruments{
    Instrument{Kind::government, 8, 2006, "Pelaporan Keuangan dan Kinerja Instansi Pemerintah"},
    Instrument{Kind::president, 29, 2014, "Sistem Akuntabilitas Kinerja Instansi Pemerintah"},
    Instrument{
        Kind::apparatus_minister, 53, 2014,
        "Petunjuk Teknis Perjanjian Kinerja, Pelaporan Kinerja dan Tata Cara Reviu atas Laporan Kinerja Instansi "
        "Pemerintah"},
    Instrument{Kind::apparatus_minister, 35, 2012,
               "Pedoman Penyusunan Standar Operasional Prosedur Administrasi Pemerintahan"},
    Instrument{Kind::apparatus_minister, 88, 2021, "Evaluasi Akuntabilitas Kinerja Instansi Pemerintah"},
    Instrument{Kind::apparatus_minister, 89, 2021, "Penjenjangan Kinerja Instansi Pemerintah"},
    Instrument{Kind::apparatus_minister, 6, 2022, "Pengelolaan Kinerja Pegawai Aparatur Sipil Negara"},
    Instrument{Kind::president, 21, 2023,
               "Hari Kerja dan Jam Kerja Instansi Pemerintah dan Pegawai Aparatur Sipil Negara"},
    Instrument{Kind::home_minister, 83, 2022,
               "Kode Klasifikasi Arsip di Lingkungan Kementerian Dalam Negeri dan Pemerintah Daerah"},
    Instrument{Kind::law, 43, 2007, "Perpustakaan"},
    Instrument{Kind::law, 43, 2009, "Kearsipan"},
    Instrument{Kind::law, 25, 2009, "Pelayanan Publik"},
    Instrument{Kind::law, 14, 2008, "Keterbukaan Informasi Publik"},
    Instrument{Kind::law, 23, 2014, "Pemerintahan Daerah"},
};

std::string_view name_of(Kind kind) {
  switch (kind) {
    case Kind::law:
      return "Undang-Undang";
    case Kind::government:
      return "Peraturan Pemerintah";
    case Kind::president:
      return "Peraturan Presiden";
    case Kind::apparatus_minister:
      return "Peraturan Menteri Pendayagunaan Aparatur Negara dan Reformasi Birokrasi";
    case Kind::home_minister:
      return "Peraturan Menteri Dalam Negeri";
  }
  return {};
}

struct Citation {
  Kind kind{};
  int number = 0;
  int year = 0;
  std::string title;  ///< plain words
};

std::optional<Kind> kind_of(std::string_view lower) {
  std::optional<Kind> kind;
  std::size_t longest = 0;
  for (auto const& name : kind_names) {
    if (!lower.starts_with(name.begins) || name.begins.size() <= longest) continue;
    kind = name.kind;
    longest = name.begins.size();
  }
  return kind;
}

std::optional<int> to_number(std::string_view word) {
  int number = 0;
  auto const [end, fault] = std::from_chars(word.data(), word.data() + word.size(), number);
  if (fault != std::errc{} || end != word.data() + word.size()) return std::nullopt;
  return number;
}

/// The first two numbers of a citation are its number and its year: "Nomor 8 Tahun 2006", "No. 8/2006".
std::optional<Citation> read_citation(std::string_view text) {
  auto const lower = lower_ascii(trim(text));
  auto const kind = kind_of(lower);
  if (!kind) return std::nullopt;
  auto const about = lower.find(" tentang ");
  std::vector<int> numbers;
  for (auto const& word : words_of(std::string_view{lower}.substr(0, about))) {
    if (auto const number = to_number(word)) numbers.push_back(*number);
  }
  if (numbers.size() < 2) return std::nullopt;
  Citation citation{*kind, numbers[0], numbers[1], {}};
  if (about != std::string::npos) citation.title = plain(std::string_view{lower}.substr(about + 9));
  return citation;
}

/// At least two thirds of the right title's words occur.
bool is_similar(std::string const& title, std::string_view right) {
  auto const wanted = words_of(right);
  auto const found = std::ranges::count_if(wanted, [&](std::string const& word) { return has_word(title, word); });
  return static_cast<std::size_t>(found) * 3 >= wanted.size() * 2;
}

std::string cite(Instrument const& instrument) {
  return std::string{name_of(instrument.kind)} + " Nomor " + std::to_string(instrument.number) + " Tahun " +
         std::to_string(instrument.year) + " tentang " + std::string{instrument.title};
}

std::optional<Finding> judge(Citation const& citation, Instrument const& right) {
  if (citation.number != right.number || citation.year != right.year) return std::nullopt;
  bool const same_kind = citation.kind == right.kind;
  auto const text = cite(right);
  if (!same_kind && (citation.title.empty() || is_similar(citation.title, right.title))) {
    std::string const is{name_of(right.kind)};
    std::string const says{name_of(citation.kind)};
    auto const which = std::to_string(right.number) + " Tahun " + std::to_string(right.year);
    return Finding{"legal.kind_swapped",
                   Severity::warning,
                   "Nomor " + which + " ini adalah " + is + ", bukan " + says + ".",
                   "Number " + which + " is a " + is + ", not a " + says + ".",
                   {},
                   {},
                   text};
  }
  if (!same_kind || citation.title.empty() || citation.title.starts_with(plain(right.title))) return std::nullopt;
  return Finding{"legal.title_wrong",
                 Severity::warning,
                 "Judul peraturan ini tidak sesuai dengan yang diundangkan: \"" + std::string{right.title} + "\".",
                 "The title differs from the one promulgated: \"" + std::string{right.title} + "\".",
                 {},
                 {},
                 text};
}

}  // namespace

void lint_legal_basis(Procedure const& procedure, Findings& out) {
  for (std::size_t i = 0; i < procedure.legal_basis.size(); ++i) {
    auto const citation = read_citation(procedure.legal_basis[i]);
    if (!citation) continue;
    for (auto const& instrument : instruments) {
      auto finding = judge(*citation, instrument);
      if (!finding) continue;
      finding->field = std::string{"/dasar_hukum"} / i;
      out.push_back(std::move(*finding));
      break;
    }
  }
}

}  // namespace himpun::procedure
