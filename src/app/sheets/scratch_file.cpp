#include "app/sheets/scratch_file.h"

#include <filesystem>

namespace himpun::app {

/// The name is one of an upload's, so that the sweep after a crash finds it.
ScratchFile::ScratchFile(World const& world) : path_(world.scratch_folder + "/himpun-upload-made-" + world.make_id()) {}

ScratchFile::~ScratchFile() {
  std::error_code ignored;
  std::filesystem::remove(path_, ignored);
}

}  // namespace himpun::app
