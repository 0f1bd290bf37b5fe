#include "app/views/people_view.h"

#include "app/views/samples.h"
#include "base/json_map.h"

namespace himpun::test {
namespace {

TEST(AHolder, ShowsEverybodyWhoMayActForItTodayAndHow) {
  auto agency = sample_agency();
  access::AppointmentId const id{"app-plh"};
  agency.appointments[id] = {id,
                             PersonId{"per-kasubag"},
                             PositionId{"pos-sekretaris"},
                             Standing::plh,
                             calendar::date("2026-01-05"),
                             calendar::date("2026-01-09"),
                             "SK 2"};
  auto const view = app::holder_view(agency, HolderId{"pos-sekretaris"}, calendar::date("2026-01-07"));
  ASSERT_EQ(view.people.size(), 2U);
  auto const deputy = std::ranges::find(view.people, PersonId{"per-kasubag"}, &app::OfficeHolderView::person);
  ASSERT_NE(deputy, view.people.end());
  EXPECT_EQ(deputy->standing, Standing::plh);
  EXPECT_EQ(deputy->until, calendar::date("2026-01-09"));
  EXPECT_EQ(app::holder_view(agency, HolderId{"pos-sekretaris"}, calendar::date("2026-01-12")).people.size(), 1U);
}

TEST(AUnit, IsServedByAnyPostInIt) {
  auto const view = app::holder_view(sample_agency(), HolderId{"unit-ppmep"}, calendar::date("2026-01-07"));
  EXPECT_EQ(view.name, "Unit ppmep");
  EXPECT_EQ(view.people.size(), 2U);
}

TEST(WhoDidIt, IsThePersonWithThePostTheAccountOrHimpunItself) {
  auto const agency = sample_agency();
  auto const by = app::by_view(agency, By{PersonId{"per-kadis"}, PositionId{"pos-kadis"}, Standing::definitive});
  EXPECT_EQ(write_json(to_json(by)),
            R"({"name":"ERLINAWATY, SH","person":"per-kadis","position":"pos-kadis","position_name":"Kepala Dinas",)"
            R"("standing":"definitive"})");
  EXPECT_EQ(app::by_view(agency, journal::Actor{}).name, "Himpun");
  EXPECT_EQ(app::by_view(agency, journal::Actor{"acc-admin", {}, {}}).name, "acc-admin");
}

}  // namespace
}  // namespace himpun::test
