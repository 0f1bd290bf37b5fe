#pragma once
// Small procedures for single rules; people and columns are those of the seed SOP.

#include "support/case_game.h"

namespace himpun::test {

inline procedure::Procedure small_procedure(std::string const& steps) {
  return procedure_of(
      "prosedur: uji\nnomor: 1/UJI\nnama: Uji\nunit: Dinas Uji\n"
      "pelaksana:\n  kadis: Kepala Dinas\n  sekretaris: Sekretaris Dinas\n  kasubag: Kasubag\n  analis: Analis\n"
      "  bidang: {nama: Bidang, jamak: ya}\nnaskah:\n  surat-tugas: Surat tugas\nlangkah:\n" +
      steps);
}

inline CaseGame small_game(std::string const& steps) {
  CaseGame game{small_procedure(steps)};
  game.start();
  return game;
}

}  // namespace himpun::test
