#include "app/archive/disposal_paper.h"
#include "app/reports/report_files.h"
#include "shell/http/routes/archive/archive_routes.h"
#include "shell/http/routes/downloads.h"

namespace himpun::http {
namespace {

Result<app::ReadyPaper> ready_record(app::Sight& sight, Call const& call) {
  return app::make_disposal_paper(sight, archive::ProposalId{call.param("proposal")});
}

}  // namespace

void add_disposal_routes(Api& api) {
  add_print(api, "download_disposal_record_pdf", "/archive/proposals/:proposal/record/pdf", ready_record);
  add_download(api, "download_disposal_record_docx", "/archive/proposals/:proposal/record/docx",
               [](app::Sight& sight, Call const& call) -> Result<Response> {
                 auto const ready = ready_record(sight, call);
                 if (!ready) return std::unexpected(ready.error());
                 auto made = app::make_docx(sight, ready->paper, ready->file_name);
                 if (!made) return std::unexpected(made.error());
                 return send_made(std::move(*made));
               });
}

}  // namespace himpun::http
