#pragma once
// The open office: every route, the web application, the jobs and the server, put together and taken down in order.

#include <memory>

#include "app/installation.h"
#include "shell/http/api.h"
#include "shell/http/server.h"
#include "shell/jobs/jobs.h"

namespace himpun::http {

struct DoorOptions {
  ServerOptions server;
  FacilityOptions facilities{};
};

class Door {
 public:
  Door(app::Installation& installation, DoorOptions options);
  Door(Door const&) = delete;
  Door& operator=(Door const&) = delete;
  ~Door();

  [[nodiscard]] Result<void> open();
  [[nodiscard]] std::uint16_t port() const;
  [[nodiscard]] app::SessionDesk& sessions();
  /// Stops accepting, answers what is under way, stops the jobs and the store.
  void close();

 private:
  struct Parts;
  [[nodiscard]] std::vector<jobs::Job> slow_job_list();

  std::unique_ptr<Parts> parts_;
};

/// Every route of the API, as `METHOD path operation` lines.
[[nodiscard]] std::vector<std::string> list_routes(app::Installation& installation);

}  // namespace himpun::http
