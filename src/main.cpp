// Himpun: the whole program. Everything that does something is in the rings below; here they are only put together.

#include <spdlog/sinks/stdout_color_sinks.h>
#include <spdlog/spdlog.h>

#include <iostream>

#include "assembly/assembly.h"

int main(int argc, char** argv) {
  // The log is for the one who keeps the server alive: on the error stream, where systemd collects it.
  spdlog::set_default_logger(spdlog::stderr_color_mt("himpun"));
  himpun::cli::Frame frame{himpun::assembly::make_assembly(), std::cout, std::cerr};
  return himpun::cli::run(argc, argv, frame);
}
