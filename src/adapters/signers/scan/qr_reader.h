#pragma once
// QR codes in a scan (PDF, JPEG, PNG), read by pdftoppm and zbarimg in subprocesses that are bounded in time and memory:
// the file comes from a stranger's scanner.

#include "base/problem.h"

#include <string>
#include <vector>

namespace himpun::signers {

inline constexpr ProblemType scan_unreadable{"signing.scan_unreadable", ProblemKind::invalid,
                                             "Pindaian tidak dapat dibaca", "The scan cannot be read"};
inline constexpr ProblemType scan_tool_missing{"signing.scan_tool_missing", ProblemKind::unavailable,
                                               "Pembaca kode QR belum dipasang di server",
                                               "The reader of QR codes is not installed on the server"};

[[nodiscard]] Result<std::vector<std::string>> read_qr_codes(std::string const& path, std::string const& media_type);

}  // namespace himpun::signers
