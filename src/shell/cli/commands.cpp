#include "shell/cli/commands.h"

namespace himpun::cli {

void add_commands(CLI::App& app, Frame& frame) {
  add_demo(app, frame);
  add_init(app, frame);
  add_serve(app, frame);
  add_procedure(app, frame);
  add_calendar(app, frame);
  add_catalogue(app, frame);
  add_exports(app, frame);
  add_archive(app, frame);
  add_user(app, frame);
  add_ca(app, frame);
  add_document(app, frame);
  add_journal(app, frame);
  add_rebuild(app, frame);
  add_backup(app, frame);
  add_restore(app, frame);
  add_migrate(app, frame);
}

}  // namespace himpun::cli
