// What the routes share: nobody who signs in waits for a page, a full printer says so, and one address does not try
// passwords without end.

#include <latch>
#include <semaphore>

#include "shell/http/routes/routed_office.h"

namespace himpun::http {
namespace {

using std::chrono::seconds;

constexpr char const* sheet = "/procedures/pengumpulan-data-kinerja/versions/1/sheet/";

/// Prints nothing before the test says so.
class HeldPrinter final : public app::Renderer {
 public:
  Result<app::Printed> print(app::PrintOrder const&) override {
    begun.release();
    may_end.wait();
    return app::Printed{"%PDF-1.7", {}, 1, "Uji 1.0"};
  }

  std::counting_semaphore<> begun{0};
  std::latch may_end{1};
};

std::string credentials(std::string const& password) {
  return R"({"username":"kadis","password":")" + password + R"("})";
}

TEST(Printing, LetsOthersWorkAndSaysWhenItsQueueIsFull) {
  auto own_printer = std::make_unique<HeldPrinter>();
  auto& printer = *own_printer;
  RoutedOffice office{{.workers = 1, .printers = 1, .most_prints_waiting = 1}, std::move(own_printer)};
  auto const kadis = office.sign_in("kadis");
  auto const path = std::string{sheet} + "pdf";
  auto first = office.begin(kadis, Method::get, path);
  printer.begun.acquire();
  auto second = office.begin(kadis, Method::get, path);
  auto const refused = office.get(kadis, path);
  EXPECT_EQ(refused.status, 503);
  EXPECT_EQ(refused["code"], "printer.busy");
  EXPECT_EQ(refused.header("Retry-After"), "10");
  EXPECT_EQ(office.get(kadis, std::string{sheet} + "svg").status, 200) << "what is only drawn needs no printer";
  EXPECT_EQ(office.post({}, "/session", credentials(RoutedOffice::password())).status, 201);
  printer.may_end.count_down();
  EXPECT_EQ(first.get().status, 200);
  EXPECT_EQ(second.get().status, 200);
}

TEST(SigningIn, IsLimitedForOneAddress) {
  RoutedOffice office{{.workers = 1, .printers = 1, .sign_ins_a_minute = 2}};
  EXPECT_EQ(office.post({}, "/session", credentials("salah")).status, 401);
  EXPECT_EQ(office.post({}, "/session", credentials(RoutedOffice::password())).status, 201);
  auto const refused = office.post({}, "/session", credentials(RoutedOffice::password()));
  EXPECT_EQ(refused.status, 429);
  EXPECT_EQ(refused["code"], "session.too_many_sign_ins");
  EXPECT_EQ(refused.header("Retry-After"), "60");
}

TEST(ARateLimit, CountsEachAddressForAMinute) {
  RateLimit limit{2, 100};
  auto const start = RateLimit::Clock::time_point{} + std::chrono::hours{1};
  EXPECT_TRUE(limit.enter("a", start));
  EXPECT_TRUE(limit.enter("a", start + seconds{30}));
  EXPECT_FALSE(limit.enter("a", start + seconds{59}));
  EXPECT_TRUE(limit.enter("b", start + seconds{59}));
  EXPECT_TRUE(limit.enter("a", start + seconds{61})) << "the first is a minute ago";
  EXPECT_FALSE(limit.enter("a", start + seconds{62}));
}

TEST(ARateLimit, LetsSoManyInAtOnceAndTakesPlacesBack) {
  RateLimit limit{100, 1};
  {
    QueuePlace const inside{limit, "a"};
    EXPECT_TRUE(inside.is_taken());
    EXPECT_FALSE((QueuePlace{limit, "b"}.is_taken()));
  }
  EXPECT_TRUE((QueuePlace{limit, "b"}.is_taken()));
}

}  // namespace
}  // namespace himpun::http
