#pragma once
// The demo office, made anew, as a fixture of the tests that read its figures and print its papers.

#include <gtest/gtest.h>

#include "app/demo/demo.h"
#include "app/test_office.h"

namespace himpun::app::test {

struct DemoOfficeTest : ::testing::Test {
  TestOffice office;
  std::unique_ptr<SessionDesk> sessions;

  void SetUp() override {
    office.now = instant("2026-11-26T02:00:00Z");
    sessions = std::make_unique<SessionDesk>(*office.office);
    ASSERT_TRUE(make_demo_office(*office.office, *sessions));
  }
};

}  // namespace himpun::app::test
