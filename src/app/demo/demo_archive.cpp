#include "app/demo/demo_archive.h"

#include "app/archive/code_table.h"

namespace himpun::app {

Result<void> make_demo_archive(Desk& desk, DemoNames const& names) {
  archive::HolderId const archivist{names.at("position:Kepala Bidang Kearsipan")};
  archive::HolderId const head{names.at("position:Kepala Dinas")};
  archive::Events const events{archive::SecurityRecorded{shipped_security()}, archive::CodesRecorded{shipped_codes()},
                               archive::ArchiveRolesNamed{{archivist}, {head}}};
  if (auto end = desk.record(archive_stream, {}, events); !end) return std::unexpected(end.error());
  return {};
}

}  // namespace himpun::app
