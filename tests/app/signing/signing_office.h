#pragma once
// An office with a small procedure whose paper the analyst writes, the kasubag initials and the head signs; the tools
// that sign and read are the test's own.

#include "app/papers/editions.h"
#include "app/ports/renderer.h"
#include "app/signing/check_desk.h"
#include "app/signing/signers_desk.h"
#include "app/signing/signing_desk.h"
#include "app/test_office.h"

namespace himpun::app::test {

/// Signs by adding a word; reads what the test says stands in a file.
struct ToldTools final : SigningTools, Signer {
  signing::PdfFacts facts;

  Signer* find_signer(signing::SignerKind) override { return this; }
  void sign(SigningWork work, Signed done) override { done(work.pdf + " tertanda"); }
  Result<signing::PdfFacts> read(std::string const&, TrustedSigners const&) override { return facts; }
  Result<std::string> with_stamp(std::string pdf, signing::PdfSignature const&) override { return pdf; }
  Result<std::vector<std::string>> read_codes(std::string const&, std::string const&) override {
    return std::vector<std::string>{};
  }
  [[nodiscard]] std::string public_address() const override { return "https://contoh.go.id"; }
};

/// Only there: nothing is printed until its job runs.
struct IdlePrinter final : Renderer {
  Result<Printed> print(PrintOrder const&) override { return refuse(printer_failed); }
};

inline constexpr char const* small_sop =
    "prosedur: uji\nnomor: 1/UJI\nnama: Uji\nunit: Dinas Uji\n"
    "pelaksana: {kadis: Kepala Dinas, kasubag: Kasubag, analis: Analis}\nnaskah: {hasil: Laporan uji}\nlangkah:\n"
    "  - {id: tulis, jenis: tugas, aktivitas: Menulis, pelaksana: analis, waktu: 1 hari, output: [Laporan uji], "
    "naskah: hasil}\n"
    "  - {id: paraf, jenis: paraf, aktivitas: Memaraf, pelaksana: kasubag, waktu: 1 hari, output: [Paraf], naskah: "
    "hasil, "
    "kembali: [tulis]}\n"
    "  - {id: tanda-tangan, jenis: tanda_tangan, aktivitas: Menandatangani, pelaksana: kadis, waktu: 1 hari, "
    "output: [Tanda tangan], naskah: hasil}\n"
    "  - {id: arsip, jenis: distribusi, aktivitas: Membagikan, pelaksana: analis, waktu: 1 hari, output: [Arsip], "
    "naskah: hasil}\n";

struct SigningOffice : testing::Test {
  IdlePrinter printer;
  TestOffice office;
  ToldTools* tools = nullptr;
  std::unique_ptr<SigningRoom> room;
  std::string id;

  void open(Renderer* with) {
    office.printer = with;
    office.open();
    office.found();
    office.adopt(small_sop, {{procedure::ActorId{"kadis"}, {"pos-kadis"}},
                             {procedure::ActorId{"kasubag"}, {"pos-kasubag"}},
                             {procedure::ActorId{"analis"}, {"pos-analis"}}});
    auto own = std::make_unique<ToldTools>();
    tools = own.get();
    room = std::make_unique<SigningRoom>(*office.office, nullptr, std::move(own));
    id = office.start("Uji tanda tangan", "uji");
  }
  ~SigningOffice() override { room.reset(); }

  void name_signer(std::string const& who, signing::SignerKind kind = signing::SignerKind::pkcs12) {
    office.must([&](Desk& desk) {
      return record_signers(*room, desk, {signing::NameSigner{{access::PersonId{"per-" + who}, kind, who + ".p12"}}});
    });
  }
  [[nodiscard]] workflow::Task open_task() {
    for (auto const& task : office.file(id).tasks) {
      if (task.is_open()) return task;
    }
    ADD_FAILURE() << "nothing is open";
    return {};
  }
  void act(std::string const& who, workflow::TaskAct act) {
    auto const task = open_task();
    auto const done = office.as("acc-" + who, [&](Desk& desk) {
      return act_on_task(desk, {task.id, task.revision, std::move(act)}, workflow::Identity::proven);
    });
    EXPECT_TRUE(done) << (done ? "" : done.error().type->code);
  }
  /// The analyst has written the paper and handed it over for initials.
  void write_paper(std::string const& text = "# Laporan\n\nSemua baik.") {
    act("analis", workflow::WritePaper{{workflow::ContentKind::text, text, {}, {}}});
    act("analis", workflow::CompleteTask{});
  }
  [[nodiscard]] workflow::PaperVersion latest() { return office.file(id).papers.at(0).latest(); }
  [[nodiscard]] std::optional<document::Edition> edition() {
    std::optional<document::Edition> found;
    auto const looked = office.see("", [&](Sight& sight) -> Result<Json> {
      found = app::show_edition(sight, {workflow::CaseId{id}, "hasil", latest().number});
      return Json{};
    });
    EXPECT_TRUE(looked);
    return found;
  }
};

}  // namespace himpun::app::test
