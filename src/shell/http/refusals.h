#pragma once
// What the HTTP layer itself refuses, before any rule of the office is asked: each with its status, its code and plain
// words. The refusals of the office are `Problem`s and are translated by problem_json.h.

#include <string_view>

#include "base/problem.h"

namespace himpun::http {

struct Refusal {
  int status;
  ProblemType type;
  std::string_view detail_id;
  std::string_view detail_en;
};

namespace refusals {

inline constexpr Refusal malformed{
    400,
    {"request.malformed", ProblemKind::invalid, "Permintaan tidak dapat dibaca", "The request cannot be read"},
    "Permintaan ini tidak mengikuti HTTP/1.1. Muat ulang halaman; bila berulang, hubungi administrator.",
    "This request does not follow HTTP/1.1. Reload the page; if it happens again, tell the administrator."};
inline constexpr Refusal host_missing{
    400,
    {"request.host_missing", ProblemKind::invalid, "Nama host tidak jelas", "The host name is not clear"},
    "Permintaan harus memuat tepat satu kepala Host.",
    "The request must have exactly one Host header."};
inline constexpr Refusal length_ambiguous{
    400,
    {"request.length_ambiguous", ProblemKind::invalid, "Panjang isi permintaan mendua",
     "The length of the body is ambiguous"},
    "Kirim Content-Length satu kali, atau Transfer-Encoding: chunked, jangan keduanya.",
    "Send Content-Length once, or Transfer-Encoding: chunked, not both."};
inline constexpr Refusal too_slow{
    408,
    {"request.too_slow", ProblemKind::unavailable, "Permintaan terlalu lambat", "The request came too slowly"},
    "Sambungan terlalu lambat atau terputus sebelum permintaan lengkap. Coba lagi.",
    "The connection was too slow or broke before the request was complete. Try again."};
inline constexpr Refusal too_large{
    413,
    {"request.too_large", ProblemKind::too_large, "Kiriman terlalu besar", "What was sent is too large"},
    "Isi permintaan melampaui batas untuk alamat ini. Kecilkan berkas atau bagi menjadi beberapa bagian.",
    "The body is larger than this address accepts. Make the file smaller or send it in parts."};
inline constexpr Refusal target_too_long{
    414,
    {"request.target_too_long", ProblemKind::too_large, "Alamat terlalu panjang", "The address is too long"},
    "Alamat permintaan paling panjang 8 KiB.",
    "The address of a request has at most 8 KiB."};
inline constexpr Refusal expectation_unknown{417,
                                             {"request.expectation_unknown", ProblemKind::invalid,
                                              "Kepala Expect tidak dikenal", "The Expect header is not known"},
                                             "Hanya `Expect: 100-continue` yang dikenal.",
                                             "Only `Expect: 100-continue` is known."};
inline constexpr Refusal header_too_large{
    431,
    {"request.header_too_large", ProblemKind::too_large, "Kepala permintaan terlalu besar",
     "The request's header is too large"},
    "Kepala permintaan paling besar 16 KiB dan 100 baris. Hapus kuki peramban untuk alamat ini, lalu coba lagi.",
    "A request's header has at most 16 KiB and 100 lines. Delete the browser's cookies for this address and try "
    "again."};
inline constexpr Refusal method_unknown{
    501,
    {"request.method_unknown", ProblemKind::invalid, "Metode tidak dikenal", "The method is not known"},
    "Metode HTTP ini tidak dikenal oleh Himpun.",
    "Himpun does not know this HTTP method."};
inline constexpr Refusal coding_unknown{501,
                                        {"request.coding_unknown", ProblemKind::invalid,
                                         "Transfer-Encoding tidak dikenal", "The Transfer-Encoding is not known"},
                                        "Hanya `Transfer-Encoding: chunked` yang dikenal.",
                                        "Only `Transfer-Encoding: chunked` is known."};
inline constexpr Refusal version_unknown{
    505,
    {"request.version_unknown", ProblemKind::invalid, "Versi HTTP tidak dikenal", "The HTTP version is not known"},
    "Himpun mengenal HTTP/1.1 dan HTTP/1.0.",
    "Himpun knows HTTP/1.1 and HTTP/1.0."};
inline constexpr Refusal path_unknown{
    404,
    {"request.path_unknown", ProblemKind::not_found, "Alamat tidak ditemukan", "There is nothing at this address"},
    "Periksa ejaan alamat; garis miring di akhir juga berarti.",
    "Check the spelling of the address; a slash at its end matters too."};
inline constexpr Refusal method_not_allowed{
    405,
    {"request.method_not_allowed", ProblemKind::invalid, "Metode tidak berlaku di alamat ini",
     "The method does not apply to this address"},
    "Kepala Allow pada jawaban ini menyebut metode yang berlaku.",
    "The Allow header of this answer names the methods that do."};
inline constexpr Refusal unanswered{
    500,
    {"request.unanswered", ProblemKind::unavailable, "Permintaan tidak terjawab", "The request was not answered"},
    "Ada kesalahan di dalam Himpun; kesalahan ini sudah dicatat. Coba lagi atau hubungi administrator.",
    "There is a fault inside Himpun; it has been recorded. Try again or tell the administrator."};
inline constexpr Refusal failed{
    503,
    {"request.failed", ProblemKind::unavailable, "Himpun sedang terganggu", "Himpun is having trouble"},
    "Permintaan belum dikerjakan; gangguan ini sudah dicatat. Coba lagi sebentar lagi.",
    "The request was not carried out; the trouble has been recorded. Try again in a moment."};
inline constexpr Refusal took_too_long{
    503,
    {"request.took_too_long", ProblemKind::unavailable, "Jawaban terlalu lama", "The answer took too long"},
    "Pekerjaan mungkin masih berjalan. Muat ulang halaman untuk melihat keadaan terakhir sebelum mengulang.",
    "The work may still be going on. Reload the page to see the present state before you repeat it."};
inline constexpr Refusal busy{503,
                              {"server.busy", ProblemKind::unavailable, "Himpun sedang penuh", "Himpun is busy"},
                              "Terlalu banyak sambungan bersamaan. Coba lagi beberapa detik lagi.",
                              "Too many connections at once. Try again in a few seconds."};
inline constexpr Refusal upload_not_stored{
    503,
    {"upload.not_stored", ProblemKind::unavailable, "Berkas tidak dapat disimpan", "The file cannot be stored"},
    "Penyimpanan server penuh atau tidak dapat ditulisi; berkas belum diterima. Hubungi administrator.",
    "The server's storage is full or cannot be written; the file was not accepted. Tell the administrator."};

}  // namespace refusals
}  // namespace himpun::http
