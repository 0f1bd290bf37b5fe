#pragma once
// What a file is, between what its sender says and what its content says. The content wins; what is said counts where
// it only says more (CSV of a plain text) or where the content says nothing.

#include <optional>
#include <string>
#include <string_view>

namespace himpun::app {

/// Which word is right; nothing when they contradict each other (a program that is called a PDF).
[[nodiscard]] std::optional<std::string> settle_media_type(std::string_view declared, std::string_view found);

}  // namespace himpun::app
