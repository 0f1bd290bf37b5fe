#include <fstream>

#include "app/desks/journal_desk.h"
#include "shell/cli/commands.h"

namespace himpun::cli {
namespace {

struct JournalOptions {
  app::Place place;
  std::string event;
  std::string key;
  std::string to;
  bool json = false;

  [[nodiscard]] OutputForm form() const { return json ? OutputForm::json : OutputForm::text; }
};

constexpr ProblemType output_unwritable{"file.unwritable", ProblemKind::unavailable, "Berkas tidak dapat ditulis",
                                        "The file cannot be written"};

/// Writes to `--to`, or to standard output.
Result<void> write_output(JournalOptions const& options, Frame& frame,
                          std::function<void(std::ostream&)> const& write) {
  if (options.to.empty()) {
    write(frame.out);
    return {};
  }
  std::ofstream file{options.to, std::ios::binary};
  if (file) write(file);
  file.close();
  if (file) return {};
  return refuse(output_unwritable, {options.to, options.to});
}

void say_verdict(JournalOptions const& options, Frame& frame, app::Verdict const& verdict) {
  if (!verdict.ok()) frame.exit = Exit::findings;
  if (options.json) {
    frame.out << write_json(app::verdict_view(verdict, Language::indonesian)) << '\n';
  } else if (verdict.ok()) {
    frame.out << "Utuh: " << verdict.events << " kejadian dalam " << verdict.streams << " aliran, "
              << verdict.checkpoints << " titik periksa; " << verdict.events - verdict.leaves
              << " kejadian belum disegel.\n";
  } else {
    frame.out << "RUSAK: " << verdict.first_bad->reason.id << '\n';
  }
}

void verify(JournalOptions const& options, Frame& frame) {
  frame.with_office(options.place, [&](app::Installation& installation) {
    auto trust = app::trust_in(installation.office->world());
    if (!options.key.empty()) {
      auto const key = journal::parse_note_key(options.key);
      if (!key) return frame.refused(key.error(), options.form());
      trust.key = *key;
    }
    app::Verdict verdict;
    auto const progress = frame.progress();
    installation.store->read([&](app::Reader& reader) {
      verdict = app::verify_journal(reader, trust, [&](app::Verdict const& so_far) {
        progress("Kejadian diperiksa", so_far.events + so_far.leaves, 0);
      });
    });
    say_verdict(options, frame, verdict);
  });
}

void export_all(JournalOptions const& options, Frame& frame) {
  frame.with_office(options.place, [&](app::Installation& installation) {
    auto const progress = frame.progress();
    std::int64_t lines = 0;
    auto const written = write_output(options, frame, [&](std::ostream& out) {
      installation.store->read([&](app::Reader& reader) {
        app::export_journal(reader, [&](Json const& line) {
          out << write_json(line) << '\n';
          progress("Baris ditulis", ++lines, 0);
        });
      });
    });
    if (!written) frame.refused(written.error(), options.form());
  });
}

void prove(JournalOptions const& options, Frame& frame) {
  frame.with_office(options.place, [&](app::Installation& installation) {
    auto const& world = installation.office->world();
    Result<journal::ProofParts> parts;
    installation.store->read(
        [&](app::Reader& reader) { parts = app::find_proof(reader, app::note_key_of(world.key), options.event); });
    if (!parts) return frame.refused(parts.error(), options.form());
    auto const text = write_json(to_json(journal::make_proof(*parts)));
    auto const written = write_output(options, frame, [&](std::ostream& out) { out << text << '\n'; });
    if (!written) frame.refused(written.error(), options.form());
  });
}

void checkpoint(JournalOptions const& options, Frame& frame) {
  frame.with_office(options.place, [&](app::Installation& installation) {
    auto const sealed = app::CheckpointMaker{*installation.office}.make_checkpoint();
    if (!sealed) return frame.refused(sealed.error(), options.form());
    auto const key = journal::to_text(app::note_key_of(installation.office->world().key));
    if (options.json) {
      frame.out << write_json(Json{}.add("sealed", *sealed).add("key", key)) << '\n';
    } else {
      frame.out << *sealed << " kejadian disegel. Kunci pemeriksa: " << key << '\n';
    }
  });
}

CLI::App* add_command(CLI::App& group, Frame& frame, char const* name, char const* about,
                      std::shared_ptr<JournalOptions> const& options, void (*run)(JournalOptions const&, Frame&)) {
  auto* command = group.add_subcommand(name, about);
  Frame::add_place(*command, options->place);
  command->callback([options, &frame, run] { run(*options, frame); });
  return command;
}

void add_journal_verify(CLI::App& group, Frame& frame) {
  auto options = std::make_shared<JournalOptions>();
  auto* command = add_command(group, frame, "verify",
                              "Memeriksa setiap rantai, setiap titik periksa dan tanda tangannya", options, verify);
  command->add_option("--key", options->key, "Kunci pemeriksa yang diumumkan kantor (bawaan: kunci di folder data)");
  command->add_flag("--json", options->json, "Jawaban untuk program");
  command->footer(
      "Menyebut kejadian pertama yang rusak. Berjalan juga pada salinan folder data.\n"
      "Kode keluar: 0 utuh, 1 rusak.\n\nContoh:\n  himpun journal verify --data kantor");
}

void add_journal_export(CLI::App& group, Frame& frame) {
  auto options = std::make_shared<JournalOptions>();
  auto* command = add_command(group, frame, "export", "Menulis seluruh jurnal, satu kejadian sebaris (JSON Lines)",
                              options, export_all);
  command->add_option("--to", options->to, "Berkas tujuan (bawaan: keluaran baku)");
  command->footer("Contoh:\n  himpun journal export --data kantor --to jurnal.jsonl");
}

void add_prove(CLI::App& group, Frame& frame) {
  auto options = std::make_shared<JournalOptions>();
  auto* command =
      add_command(group, frame, "prove", "Menulis bukti bahwa sebuah kejadian ada di jurnal", options, prove);
  command->add_option("EVENT", options->event, "Nomor kejadian, misalnya agency@2")->required();
  command->add_option("--to", options->to, "Berkas tujuan (bawaan: keluaran baku)");
  command->add_flag("--json", options->json, "Penolakan juga untuk program");
  command->footer(
      "Bukti diperiksa tanpa Himpun: docs/reference/check_proof.py.\n\nContoh:\n"
      "  himpun journal prove --data kantor agency@2 --to bukti.json");
}

void add_checkpoint(CLI::App& group, Frame& frame) {
  auto options = std::make_shared<JournalOptions>();
  auto* command = add_command(group, frame, "checkpoint", "Menyegel kejadian yang belum disegel, sekarang juga",
                              options, checkpoint);
  command->add_flag("--json", options->json, "Jawaban untuk program");
  command->footer(
      "Kantor yang terbuka melakukannya sendiri setiap menit. Perintah ini juga menunjukkan kunci\n"
      "pemeriksa, yang diumumkan kantor agar bukti dapat diperiksa orang luar.\n\nContoh:\n"
      "  himpun journal checkpoint --data kantor");
}

}  // namespace

void add_journal(CLI::App& app, Frame& frame) {
  auto* group = app.add_subcommand("journal", "Jurnal kejadian: memeriksa, menyegel, membuktikan, mengekspor");
  group->require_subcommand(1);
  group->footer("Contoh:\n  himpun journal verify --data kantor");
  add_journal_verify(*group, frame);
  add_journal_export(*group, frame);
  add_prove(*group, frame);
  add_checkpoint(*group, frame);
}

}  // namespace himpun::cli
