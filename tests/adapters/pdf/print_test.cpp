// Papers through the real printer: what comes out is PDF/A-3b by our checker and sound by tools nobody here wrote.

#include <gtest/gtest.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <sstream>

#include "adapters/pdf/sample_paper.h"
#include "adapters/pdf/weasyprint.h"
#include "support/pdfa_check.h"
#include "support/procedures.h"
#include "support/temporary_folder.h"

namespace himpun::pdf::test {
namespace {

using namespace document;

std::string read_all(std::string const& path) {
  std::ifstream file(path, std::ios::binary);
  std::ostringstream text;
  text << file.rdbuf();
  return std::move(text).str();
}

class Print : public ::testing::Test {
 protected:
  void SetUp() override {
    if (!printer_) GTEST_SKIP() << "weasyprint is not installed";
  }

  app::Printed print(OfficialPaper paper) {
    auto printed = app::print(printer_.get(), ready(std::move(paper)));
    EXPECT_TRUE(printed) << (printed ? "" : printed.error().detail.en);
    return printed ? std::move(*printed) : app::Printed{};
  }
  std::string keep(std::string const& pdf) {
    auto const path = folder_.file("paper.pdf");
    std::ofstream(path, std::ios::binary) << pdf;
    return path;
  }
  std::string said(std::string const& command) {
    auto const out = folder_.file("said.txt");
    EXPECT_EQ(std::system((command + " >" + out + " 2>&1").c_str()), 0) << command;
    return read_all(out);
  }

  himpun::test::TemporaryFolder folder_;
  std::unique_ptr<app::Renderer> printer_ = find_renderer(folder_.path().string());
};

TEST_F(Print, APaperIsPdfA3bAndSoundByOtherTools) {
  auto const printed = print(sample_paper());
  EXPECT_EQ(himpun::test::find_pdfa_faults(printed.pdf), std::vector<std::string>{});
  auto const path = keep(printed.pdf);
  EXPECT_NE(said("qpdf --check " + path).find("No syntax or stream encoding errors"), std::string::npos);
  auto const fonts = said("pdffonts " + path);
  EXPECT_EQ(fonts.find(" no  "), std::string::npos) << "every font is embedded and a subset:\n" << fonts;
  auto const files = said("pdfdetach -list " + path);
  EXPECT_NE(files.find("data.csv"), std::string::npos);
  EXPECT_NE(files.find("data.json"), std::string::npos);
  EXPECT_EQ(printed.made_with.substr(0, 10), "WeasyPrint");
}

TEST_F(Print, WhatWasTypedIsOnlyWords) {
  auto const text = said("pdftotext -layout " + keep(print(sample_paper()).pdf) + " -");
  EXPECT_NE(text.find("<script>alert(1)</script> <img src=\"file:///etc/passwd\">"), std::string::npos) << text;
  EXPECT_EQ(text.find("root:"), std::string::npos);
  EXPECT_NE(text.find("A. Dasar Hukum"), std::string::npos);
  EXPECT_NE(text.find("Halaman 1 dari 1"), std::string::npos);
}

TEST_F(Print, TheSameOrderGivesTheSameBytes) {
  auto const first = print(sample_paper());
  auto const second = print(sample_paper());
  EXPECT_EQ(first.pdf, second.pdf);
}

TEST_F(Print, SignaturePlacesAreToldByPageAndPosition) {
  auto const printed = print(sample_paper());
  ASSERT_EQ(printed.places.size(), 2u);
  auto const& signature = printed.places[0];
  EXPECT_EQ(signature.id, "ttd-1");
  EXPECT_EQ(signature.page, 1);
  EXPECT_EQ(signature.width, 22700);
  EXPECT_GT(signature.x, 25000) << "one alone stands right";
  EXPECT_GT(signature.y, 0);
  EXPECT_LT(signature.y + signature.height, 84190);
  EXPECT_EQ(printed.places[1].kind, PlaceKind::initials);
  EXPECT_LT(printed.places[1].y, signature.y);
}

TEST_F(Print, EverySheetOfTheSeedIsPrintedWithItsWords) {
  auto const procedure = himpun::test::read_shipped("procedures/pengumpulan-data-kinerja.yaml");
  for (auto const size : {PageSize::a4, PageSize::f4}) {
    auto const printed = print(app::sheet_paper(procedure, size));
    EXPECT_EQ(printed.pages, 3);
    EXPECT_EQ(himpun::test::find_pdfa_faults(printed.pdf), std::vector<std::string>{});
    auto const path = keep(printed.pdf);
    auto const text = said("pdftotext -layout " + path + " -");
    for (auto const* words : {"Nomor SOP", "040/34.15/PUSTAKA/2025", "MEKANISME PENGUMPULAN DATA KINERJA", "Mutu Baku",
                              "Bidang - Bidang", "20 Menit", "Halaman 3 dari 3"}) {
      EXPECT_NE(text.find(words), std::string::npos) << words << " in\n" << text;
    }
    auto const paper_size = said("pdfinfo " + path);
    EXPECT_NE(paper_size.find(size == PageSize::a4 ? "841.89 x 595.276" : "935.433 x 609.449"), std::string::npos)
        << paper_size;
  }
}

TEST(Printer, RefusesAddressesAndFilesInThePage) {
  himpun::test::TemporaryFolder folder;
  auto const printer = find_renderer(folder.path().string());
  if (!printer) GTEST_SKIP() << "weasyprint is not installed";
  OfficialPaper const paper;
  for (auto const* address : {"file:///etc/hostname", "http://127.0.0.1/x.png", "page.html"}) {
    auto const printed = printer->print(
        {"<html lang=\"id\"><img src=\"" + std::string{address} + "\" alt=\"\">kata</html>", paper, "", Instant{}});
    ASSERT_TRUE(printed) << "the page is printed without it";
    EXPECT_EQ(printed->pdf.find("/Subtype /Image"), std::string::npos) << address;
  }
}

std::unique_ptr<app::Renderer> printer_that(std::string script, std::string const& folder, Limits limits = {}) {
  return renderer({.script = std::move(script), .folder = folder, .limits = limits});
}

Result<app::Printed> try_printing(app::Renderer& printer) {
  OfficialPaper const paper;
  return printer.print({"<html></html>", paper, "", Instant{}});
}

TEST(Printer, OneThatCrashesOrTakesTooLongIsRefusedAndLeavesNothing) {
  himpun::test::TemporaryFolder folder;
  auto const where = folder.path().string();
  auto crashed = try_printing(*printer_that("import os\nos.abort()", where));
  ASSERT_FALSE(crashed);
  EXPECT_TRUE(crashed.error().is(app::printer_failed));
  auto broken = try_printing(*printer_that("raise SystemExit('kertas habis')", where));
  ASSERT_FALSE(broken);
  EXPECT_NE(broken.error().detail.id.find("kertas habis"), std::string::npos);
  auto late = try_printing(*printer_that("import time\ntime.sleep(600)", where, {.time = std::chrono::milliseconds{300}}));
  ASSERT_FALSE(late);
  EXPECT_NE(late.error().detail.en.find("not done within"), std::string::npos);
  EXPECT_TRUE(std::filesystem::is_empty(folder.path()));
}

TEST(Printer, HasNoNetworkLittleMemoryAndOnlyOurEnvironment) {
  himpun::test::TemporaryFolder folder;
  auto const where = folder.path().string();
  auto const complaint = [&](std::string const& script) {
    auto const printed = try_printing(*printer_that(script, where, {.memory_bytes = 256ULL << 20}));
    return printed ? std::string{} : printed.error().detail.en;
  };
  EXPECT_NE(complaint("import socket\nsocket.socket()").find("Permission denied"), std::string::npos);
  EXPECT_NE(complaint("x = bytearray(1 << 30)").find("MemoryError"), std::string::npos);
  EXPECT_NE(complaint("import os\nraise SystemExit('HOME' in os.environ and 'USER' not in os.environ and "
                      "'LD_PRELOAD' not in os.environ and 'only ours')")
                .find("only ours"),
            std::string::npos);
  EXPECT_NE(complaint("open('big', 'wb').write(bytes(100 << 20))").find("ended before"), std::string::npos);
}

}  // namespace
}  // namespace himpun::pdf::test
