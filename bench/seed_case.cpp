#include "seed_case.h"

#include <array>
#include <chrono>

#include "base/sha256.h"

namespace himpun::bench {
namespace {

constexpr char const* paper_text =
    "Mekanisme pengumpulan data kinerja: setiap bidang mengisi formulir capaian indikatornya beserta data dukung "
    "paling "
    "lambat hari kerja kelima; analis memeriksa kelengkapan; kasubag dan sekretaris memaraf; kepala dinas "
    "menandatangani.";

/// The requests of one case, in order; what is open now comes from the last answer.
class Run {
 public:
  Run(HttpClient& client, DemoOffice const& office, Onlooker const& onlooker)
      : client_(client), office_(office), onlooker_(onlooker) {}

  void all() {
    until_gathering(2024);
    gather();
    act(office_.kasubag, task("terima"), "completion", 1, Json::Object{});
    act(office_.kasubag, task("telaah"), "completion", 1,
        Json{}.add("outcome", "sudah baik").add("reason", "Lengkap dan sesuai"));
    mark(office_.kasubag, "paraf-kasubag", "initials");
    mark(office_.sekretaris, "paraf-sekretaris", "initials");
    mark(office_.kadis, "tanda-tangan", "signature");
    distribute();
  }

  /// Answers with the case's id.
  std::string until_gathering(int year) {
    start(year);
    auto const id = text_at(last_, "id");
    auto const disposition = Json{}
                                 .add("to", Json::Array{office_.sekretaris.position})
                                 .add("nature", "ordinary")
                                 .add("instructions", Json::Array{"process", "coordinate"});
    act(office_.kadis, task("disposisi"), "completion", 1, Json{}.add("disposition", disposition));
    order();
    return id;
  }

 private:
  void start(int year) {
    auto const body = Json{}
                          .add("procedure", "pengumpulan-data-kinerja")
                          .add("title", "Pengumpulan data kinerja Triwulan I " + std::to_string(year))
                          .add("period", Json{}.add("kind", "quarter").add("year", year).add("number", 1))
                          .add("origin", Json{}
                                             .add("kind", "letter")
                                             .add("from", "Inspektorat")
                                             .add("number", "700/1/2026")
                                             .add("date", "2026-01-05")
                                             .add("subject", "Permintaan data kinerja"));
    post(office_.sekretaris, "/api/v1/cases", "", body);
  }

  void order() {
    auto const id = task("perintah");
    act(office_.sekretaris, id, "inputs", 1, Json{}.add("index", 0).add("reference", "Renstra 2025-2029, lemari B2"));
    act(office_.sekretaris, id, "papers", revision(), Json{}.add("text", "Siapkan bahan pengumpulan data kinerja."));
    act(office_.sekretaris, id, "completion", revision(), Json::Object{});
  }

  void gather() {
    auto const gathering = task("himpun", "gather");
    std::vector<std::string> asked;
    for (auto const* division : divisions()) asked.push_back(task("himpun", "answer", division->unit));
    for (std::size_t at = 0; at < asked.size(); ++at) answer(*divisions()[at], asked[at]);
    for (auto const& each : asked) act(office_.analis, each, "acceptance", 2, Json::Object{});
    act(office_.analis, gathering, "papers", 1, Json{}.add("text", paper_text));
    act(office_.analis, gathering, "completion", revision(), Json::Object{});
  }

  [[nodiscard]] std::array<Official const*, 3> divisions() const {
    return {&office_.perpustakaan, &office_.kearsipan, &office_.umum};
  }

  void answer(Official const& official, std::string const& id) {
    auto const number = Json{}.add("label", "Kunjungan").add("value", "9217").add("unit", "orang");
    act(official, id, "answer", 1,
        Json{}
            .add("text", "Data triwulan I terlampir.")
            .add("numbers", Json::Array{number})
            .add("files", Json::Array{}));
  }

  void mark(Official const& official, std::string const& step, std::string const& kind) {
    act(official, task(step), kind, 1,
        Json{}.add("password", office_.password).add("sha256", to_hex(sha256(paper_text))));
  }

  void distribute() {
    auto const id = task("distribusi");
    act(office_.analis, id, "distribution", 1,
        Json{}.add("recipients", Json::Array{office_.perpustakaan.unit, office_.kearsipan.unit}));
    auto const after = revision();
    auto const first = task("distribusi", "receive", office_.perpustakaan.unit);
    auto const second = task("distribusi", "receive", office_.kearsipan.unit);
    act(office_.perpustakaan, first, "receipt", 1, Json::Object{});
    act(office_.kearsipan, second, "receipt", 1, Json::Object{});
    act(office_.analis, id, "archiving", after,
        Json{}
            .add("classification", "000.8.6.3")
            .add("active_years", 2)
            .add("inactive_years", 3)
            .add("disposal", "destroy")
            .add("location", "Lemari A1"));
    if (text_at(last_, "state") != "completed") throw std::runtime_error("the case is not complete");
  }

  void act(Official const& official, std::string const& id, std::string const& what, std::int64_t seen,
           Json const& body) {
    post(official, "/api/v1/tasks/" + id + "/" + what, "If-Match: \"" + std::to_string(seen) + "\"\r\n", body);
  }

  void post(Official const& official, std::string const& path, std::string const& condition, Json const& body) {
    auto const begin = std::chrono::steady_clock::now();
    auto const reply = client_.send("POST", path, official.headers + condition, write_json(body));
    onlooker_.timed(std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now() - begin).count());
    if (reply.status >= 300) throw std::runtime_error(path + ": " + reply.body);
    last_ = reply.json();
    if (onlooker_.acknowledged) onlooker_.acknowledged(last_);
  }

  [[nodiscard]] std::int64_t revision() const { return number_at(last_, "task_revision"); }

  [[nodiscard]] std::string task(std::string_view step, std::string_view action = "",
                                 std::string_view holder = "") const {
    for (auto const& open : *last_.find("open")->get_if<Json::Array>()) {
      bool const fits = text_at(open, "step") == step && (action.empty() || text_at(open, "action") == action) &&
                        (holder.empty() || text_at(open, "holder") == holder);
      if (fits) return text_at(open, "task");
    }
    throw std::runtime_error("no open task of " + std::string{step} + " in " + write_json(last_));
  }

  HttpClient& client_;
  DemoOffice const& office_;
  Onlooker const& onlooker_;
  Json last_;
};

}  // namespace

DemoOffice sign_in_everybody(int port) {
  std::string const password = "himpun-demo-2026";
  auto const in = [&](char const* name) { return sign_in(port, name, password); };
  return {in("kadis"),        in("sekretaris"), in("kasubag"), in("analis"),
          in("perpustakaan"), in("kearsipan"),  in("umum"),    password};
}

void run_case(HttpClient& client, DemoOffice const& office, Onlooker const& onlooker) {
  Run{client, office, onlooker}.all();
}

std::string begin_case(HttpClient& client, DemoOffice const& office, int year) {
  return Run{client, office, {[](double) {}}}.until_gathering(year);
}

}  // namespace himpun::bench
