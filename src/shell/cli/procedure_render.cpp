#include <chrono>
#include <cstdlib>
#include <filesystem>

#include "app/papers/printing.h"
#include "base/yaml.h"
#include "core/document/bpmn/writer.h"
#include "core/document/sheet/measure.h"
#include "core/document/sheet/sheet_svg.h"
#include "core/procedure/check.h"
#include "core/procedure/summary.h"
#include "shell/cli/procedure_parts.h"

namespace himpun::cli {
namespace {

struct RenderOptions {
  std::string file;
  std::string format = "pdf";
  std::string size = "a4";
  std::string output;

  [[nodiscard]] document::PageSize page_size() const {
    return size == "f4" ? document::PageSize::f4 : document::PageSize::a4;
  }
};

/// The same file gives the same bytes: it is dated as the file is, or as SOURCE_DATE_EPOCH says.
Instant date_of(std::string const& path) {
  if (char const* const epoch = std::getenv("SOURCE_DATE_EPOCH")) {
    return Instant{std::chrono::seconds{std::strtoll(epoch, nullptr, 10)}};
  }
  std::error_code error;
  auto const written = std::filesystem::last_write_time(path, error);
  if (error) return {};
  return std::chrono::floor<std::chrono::microseconds>(std::chrono::file_clock::to_sys(written));
}

Result<std::string> to_pdf(app::ReadyPaper const& ready, Frame& frame) {
  auto const printer = frame.assembly.printer();
  auto printed = app::print(printer.get(), ready);
  if (!printed) return std::unexpected(printed.error());
  return std::move(printed->pdf);
}

std::string to_docx(app::ReadyPaper const& ready, Frame& frame) {
  return frame.assembly.words->write(ready.paper, ready.dressing);
}

Result<std::string> rendered(RenderOptions const& options, procedure::Procedure const& procedure, Frame& frame) {
  if (options.format == "bpmn") return document::bpmn::write_bpmn_file(procedure);
  auto const size = options.page_size();
  if (options.format == "svg") return document::sheet_svg(document::lay_out_for_print(procedure, size), size);
  app::ReadyPaper const ready{app::sheet_paper(procedure, size), {}, procedure.unit, date_of(options.file), {}};
  if (options.format == "docx") return to_docx(ready, frame);
  return options.format == "html" ? app::to_html(ready) : to_pdf(ready, frame);
}

void render(RenderOptions const& options, Frame& frame) {
  auto const text = read_input_file(options.file, yaml_max_bytes);
  if (!text) return frame.refused(text.error());
  auto const check = procedure::check_procedure(*text, options.file);
  if (!check.procedure) {
    frame.err << procedure::write_check(check, Language::indonesian);
    frame.exit = Exit::refused;
    return;
  }
  auto const bytes = rendered(options, *check.procedure, frame);
  if (!bytes) return frame.refused(bytes.error());
  if (auto written = write_output(frame, options.output, *bytes); !written) frame.refused(written.error());
}

}  // namespace

void add_render(CLI::App& group, Frame& frame) {
  auto options = std::make_shared<RenderOptions>();
  auto* command = group.add_subcommand("render", "Menulis sebuah berkas SOP dalam bentuk lain");
  command->add_option("FILE", options->file, "Berkas SOP (YAML)")->required();
  command
      ->add_option("--format", options->format,
                   "pdf: siap cetak; svg: gambar; html: halaman web; docx: untuk disunting di pengolah kata; "
                   "bpmn: diagram BPMN 2.0")
      ->check(CLI::IsMember({"pdf", "svg", "html", "docx", "bpmn"}))
      ->capture_default_str();
  command->add_option("--size", options->size, "Ukuran kertas: a4 atau f4, mendatar")
      ->check(CLI::IsMember({"a4", "f4"}))
      ->capture_default_str();
  command->add_option("--output", options->output, "Berkas tujuan (bawaan: keluaran baku)");
  command->footer(
      "PDF memerlukan paket Debian weasyprint; tanpa paket itu bentuk lain tetap dapat dibuat. DOCX berisi identitas "
      "dan "
      "tabel alur dengan tanda di kolom pelaksana, tanpa garis alur.\n\nContoh:\n"
      "  himpun procedure render procedures/surat-masuk.yaml --output sop.pdf\n"
      "  himpun procedure render procedures/surat-masuk.yaml --format svg --size f4 --output sop.svg\n"
      "  himpun procedure render procedures/surat-masuk.yaml --format docx --output sop.docx\n"
      "  himpun procedure render procedures/surat-masuk.yaml --format bpmn --output surat-masuk.bpmn");
  command->callback([options, &frame] { render(*options, frame); });
}

}  // namespace himpun::cli
