#include <algorithm>
#include <array>
#include <optional>

#include "base/text.h"
#include "core/procedure/lint/rules.h"

namespace himpun::procedure {
namespace {

struct Respelling {
  std::string_view wrong;
  std::string_view right;
};

// Slips of the hand that were met on real sheets.
constexpr std::array typos{
    Respelling{"kinerha", "kinerja"},          Respelling{"meyampaikan", "menyampaikan"},
    Respelling{"kegitan", "kegiatan"},         Respelling{"peleporan", "pelaporan"},
    Respelling{"dokumem", "dokumen"},          Respelling{"memeriska", "memeriksa"},
    Respelling{"pemeriksaaan", "pemeriksaan"}, Respelling{"penyususunan", "penyusunan"},
    Respelling{"disposis", "disposisi"},       Respelling{"sekertaris", "sekretaris"},
    Respelling{"adminstrasi", "administrasi"}, Respelling{"instasi", "instansi"},
};

// Spellings that Kamus Besar Bahasa Indonesia lists as not standard.
constexpr std::array nonstandard{
    Respelling{"menganalisa", "menganalisis"},
    Respelling{"analisa", "analisis"},
    Respelling{"aktifitas", "aktivitas"},
    Respelling{"praktek", "praktik"},
    Respelling{"resiko", "risiko"},
    Respelling{"ijin", "izin"},
    Respelling{"jadual", "jadwal"},
    Respelling{"kwitansi", "kuitansi"},
    Respelling{"standarisasi", "standardisasi"},
    Respelling{"sistim", "sistem"},
    Respelling{"tehnis", "teknis"},
    Respelling{"propinsi", "provinsi"},
    Respelling{"pebruari", "Februari"},
    Respelling{"nopember", "November"},
    Respelling{"merubah", "mengubah"},
    Respelling{"prosentase", "persentase"},
    Respelling{"obyek", "objek"},
    Respelling{"kwalitas", "kualitas"},
};

struct Voice {
  std::string_view passive;
  std::string_view active;
};
constexpr std::array voices{
    Voice{"didistribusikan", "mendistribusikan"},
    Voice{"diarsipkan", "mengarsipkan"},
    Voice{"dikirim", "mengirim"},
    Voice{"dikirimkan", "mengirimkan"},
    Voice{"disampaikan", "menyampaikan"},
    Voice{"dibuat", "membuat"},
    Voice{"disusun", "menyusun"},
    Voice{"diperiksa", "memeriksa"},
    Voice{"diserahkan", "menyerahkan"},
    Voice{"dicatat", "mencatat"},
    Voice{"disimpan", "menyimpan"},
    Voice{"diteliti", "meneliti"},
    Voice{"diproses", "memproses"},
    Voice{"dilaporkan", "melaporkan"},
    Voice{"diparaf", "memaraf"},
    Voice{"ditandatangani", "menandatangani"},
    Voice{"diterima", "menerima"},
    Voice{"diverifikasi", "memverifikasi"},
    Voice{"dicetak", "mencetak"},
    Voice{"ditelaah", "menelaah"},
    Voice{"dibagikan", "membagikan"},
};

bool is_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }
bool is_capital(char c) { return c >= 'A' && c <= 'Z'; }
char to_capital(char c) { return c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c; }

/// `right` with the capitals of `like`: all, the first, or none.
std::string with_capitals(std::string_view right, std::string_view like) {
  std::string text{right};
  if (like.size() > 1 && is_capital(like[0]) && is_capital(like[1])) {
    for (char& c : text) c = to_capital(c);
  } else if (is_capital(like.front())) {
    text.front() = to_capital(text.front());
  }
  return text;
}

/// Replaces every whole word of the list; empty when none occurs.
template <class Table>
std::string respell(std::string const& text, Table const& table) {
  std::string out;
  bool changed = false;
  for (std::size_t at = 0; at < text.size();) {
    std::size_t end = at;
    while (end < text.size() && is_letter(text[end])) ++end;
    if (end == at) {
      out += text[at++];
      continue;
    }
    std::string_view const word = std::string_view{text}.substr(at, end - at);
    auto const found = std::ranges::find(table, lower_ascii(word), &Respelling::wrong);
    out += found == table.end() ? std::string{word} : with_capitals(found->right, word);
    changed = changed || found != table.end();
    at = end;
  }
  return changed ? out : std::string{};
}

std::optional<StepId> id_of(Step const* step) { return step ? std::optional{step->id} : std::nullopt; }

void lint_spelling(Procedure const& procedure, Findings& out) {
  visit_texts(procedure, [&](std::string const& text, std::string const& field, Step const* step) {
    if (auto right = respell(text, typos); !right.empty()) {
      out.push_back({"wording.typo", Severity::warning, "Salah ketik di sini.", "There is a typing mistake here.",
                     id_of(step), field, std::move(right)});
    }
    if (auto right = respell(text, nonstandard); !right.empty()) {
      out.push_back({"wording.nonstandard", Severity::information, "Ejaan ini tidak baku.",
                     "This spelling is not the standard one.", id_of(step), field, std::move(right)});
    }
  });
}

/// A column is a position: "Analisis" is the work, "Analis" the one who does it.
void lint_positions(Procedure const& procedure, Findings& out) {
  constexpr std::string_view work = "Analisis ";
  for (auto const& actor : procedure.actors) {
    if (!actor.name.starts_with(work)) continue;
    out.push_back({"wording.position",
                   Severity::warning,
                   "Kolom pelaksana memuat jabatan: \"Analisis\" adalah pekerjaannya, jabatannya \"Analis\".",
                   "A performer column names a position: \"Analisis\" is the work, the position is \"Analis\".",
                   {},
                   std::string{"/pelaksana"} / actor.id.value,
                   "Analis " + actor.name.substr(work.size())});
  }
}

struct Verb {
  std::size_t at;
  std::size_t size;
  Voice voice;
};

/// The first passive verb that is the predicate: one after "yang" (with telah, sudah, akan) only describes a noun.
std::optional<Verb> find_passive(std::string const& text, std::size_t from) {
  bool describes = false;
  for (std::size_t at = from; at < text.size();) {
    std::size_t end = at;
    while (end < text.size() && is_letter(text[end])) ++end;
    if (end == at) {
      ++at;
      continue;
    }
    auto const word = lower_ascii(std::string_view{text}.substr(at, end - at));
    auto const found = std::ranges::find(voices, word, &Voice::passive);
    if (found != voices.end() && !describes) return Verb{at, end - at, *found};
    describes = word == "yang" || (describes && (word == "telah" || word == "sudah" || word == "akan"));
    at = end;
  }
  return std::nullopt;
}

/// "Surat X dikirim kepada Y dan diarsipkan" becomes "Mengirim surat X kepada Y dan mengarsipkannya".
std::string make_active(std::string const& text, Verb const& verb) {
  std::string subject{trim(std::string_view{text}.substr(0, verb.at))};
  if (subject.size() > 1 && is_capital(subject[0]) && !is_capital(subject[1])) {
    subject[0] = static_cast<char>(subject[0] - 'A' + 'a');
  }
  std::string rest = text.substr(verb.at + verb.size);
  for (auto more = find_passive(rest, 0); more; more = find_passive(rest, more->at + more->voice.active.size())) {
    rest.replace(more->at, more->size, std::string{more->voice.active} + "nya");
  }
  return with_capitals(verb.voice.active, "A") + " " + subject + rest;
}

void lint_voice(Procedure const& procedure, Findings& out) {
  for (std::size_t row = 0; row < procedure.steps.size(); ++row) {
    auto const& step = procedure.steps[row];
    auto const words = words_of(step.activity);
    if (words.empty() || words.front().starts_with("me") || words.front().starts_with("ber")) continue;
    auto const verb = find_passive(step.activity, 0);
    if (!verb) continue;
    auto suggestion = verb->at == 0 ? std::string{} : make_active(step.activity, *verb);
    // PermenPAN-RB 35/2012: an activity begins with an active verb, so that it is clear who acts.
    out.push_back({"activity.passive", Severity::warning,
                   "Kalimat pasif: tulis aktivitas dengan kata kerja aktif agar jelas siapa yang melakukannya.",
                   "Passive voice: begin the activity with an active verb, so that it is clear who acts.", step.id,
                   step_field(row, "aktivitas"), std::move(suggestion)});
  }
}

}  // namespace

void lint_wording(Procedure const& procedure, Findings& out) {
  lint_positions(procedure, out);
  lint_spelling(procedure, out);
  lint_voice(procedure, out);
}

}  // namespace himpun::procedure
