#pragma once
// The closed list of commands, in the order of --help. A new command is one file and one line in commands.cpp.

#include "shell/cli/cli.h"

namespace himpun::cli {

void add_commands(CLI::App& app, Frame& frame);

void add_demo(CLI::App& app, Frame& frame);
void add_init(CLI::App& app, Frame& frame);
void add_serve(CLI::App& app, Frame& frame);
void add_procedure(CLI::App& app, Frame& frame);
void add_calendar(CLI::App& app, Frame& frame);
void add_catalogue(CLI::App& app, Frame& frame);
void add_exports(CLI::App& app, Frame& frame);
void add_archive(CLI::App& app, Frame& frame);
void add_user(CLI::App& app, Frame& frame);
void add_ca(CLI::App& app, Frame& frame);
void add_document(CLI::App& app, Frame& frame);
void add_journal(CLI::App& app, Frame& frame);
void add_rebuild(CLI::App& app, Frame& frame);
void add_backup(CLI::App& app, Frame& frame);
void add_restore(CLI::App& app, Frame& frame);
void add_migrate(CLI::App& app, Frame& frame);

}  // namespace himpun::cli
