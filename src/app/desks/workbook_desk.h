#pragma once
// Use cases of a division's form as a workbook: download, check what a filled one would do, and take it in. The
// figures are entered as if they had been typed (collection_desk.h).

#include "app/sheets/form_reading.h"
#include "app/sheets/scratch_file.h"

namespace himpun::app {

inline constexpr ProblemType workbook_refused{"workbook.refused", ProblemKind::invalid,
                                              "Ada baris yang ditolak; tidak ada yang disimpan",
                                              "Some rows are refused; nothing was saved"};
inline constexpr ProblemType workbook_stale{"workbook.stale", ProblemKind::stale,
                                            "Ada baris yang sudah diubah orang lain; tidak ada yang disimpan",
                                            "Somebody else changed some rows; nothing was saved"};

[[nodiscard]] Result<MadeFile> make_workbook(Sight& sight, FormAim const& aim);

/// {rows, acceptable, counts}.
[[nodiscard]] Result<Json> check_workbook(Sight& sight, FormAim const& aim, SheetFile const& file);

/// All rows that were touched, or none. Answers as `act_on_form`.
[[nodiscard]] Result<Json> read_workbook(Desk& desk, FormAim const& aim, SheetFile const& file);

}  // namespace himpun::app
