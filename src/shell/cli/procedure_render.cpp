#include "base/yaml.h"
#include "core/document/bpmn/writer.h"
#include "core/procedure/check.h"
#include "shell/cli/procedure_parts.h"

namespace himpun::cli {
namespace {

struct RenderOptions {
  std::string file;
  std::string format;
  std::string output;
};

void render(RenderOptions const& options, Frame& frame) {
  auto const text = read_input_file(options.file, yaml_max_bytes);
  if (!text) return frame.refused(text.error());
  auto const check = procedure::check_procedure(*text, options.file);
  if (!check.procedure) {
    frame.err << procedure::write_check(check, Language::indonesian);
    frame.exit = Exit::refused;
    return;
  }
  auto const bytes = document::bpmn::write_bpmn_file(*check.procedure);
  if (auto written = write_output(frame, options.output, bytes); !written) frame.refused(written.error());
}

}  // namespace

void add_render(CLI::App& group, Frame& frame) {
  auto options = std::make_shared<RenderOptions>();
  auto* command = group.add_subcommand("render", "Menulis sebuah berkas SOP dalam bentuk lain");
  command->add_option("FILE", options->file, "Berkas SOP (YAML)")->required();
  command->add_option("--format", options->format, "bpmn: diagram BPMN 2.0 dengan letak setiap unsur")
      ->required()
      ->check(CLI::IsMember({"bpmn"}));
  command->add_option("--output", options->output, "Berkas tujuan (bawaan: keluaran baku)");
  command->footer(
      "Contoh:\n"
      "  himpun procedure render procedures/surat-masuk.yaml --format bpmn --output surat-masuk.bpmn");
  command->callback([options, &frame] { render(*options, frame); });
}

}  // namespace himpun::cli
