#pragma once
// Many open tasks, quickly: copies of a row that the projection made, spread over holders, kinds of task and due dates,
// put through the store. The cases they name do not exist; the inbox never asks for them.

#include <string>
#include <vector>

#include "app/ports/store.h"

namespace himpun::bench {

/// Adds tasks numbered from `first` up to, not including, `end` to the office in `folder`. A third of them is late.
void add_open_tasks(std::string const& folder, std::vector<std::string> const& holders, int first, int end);

}  // namespace himpun::bench
