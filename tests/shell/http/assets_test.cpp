// The web application's own files: which of them carry the policies of a page.
#include "shell/http/assets.h"

#include <gtest/gtest.h>

#include "shell/http/wire/response_head.h"

namespace himpun::http {
namespace {

std::vector<EmbeddedFile> const files{{"web/index.html", "<p>"},
                                      {"web/sw.js", "1"},
                                      {"web/icon.svg", "<svg/>"},
                                      {"web/assets/app-1a2b.js", "2"},
                                      {"web/assets/app-1a2b.css", "p{}"}};

std::string head_of(std::string_view path) {
  Assets const assets{files};
  Request request;
  request.path = path;
  std::string head;
  append_response_head(head, assets.answer(request), {});
  return head;
}

TEST(Assets, CarryThePoliciesOfAPageWhereABrowserCouldShowOrRunThemAsOne) {
  for (auto const* path : {"/", "/berkas/1", "/sw.js", "/icon.svg", "/assets/gone.js"}) {
    auto const head = head_of(path);
    EXPECT_NE(head.find("Content-Security-Policy: default-src 'self'"), std::string::npos) << path;
    EXPECT_NE(head.find("Permissions-Policy"), std::string::npos) << path;
  }
}

TEST(Assets, SayNothingOfPagesWithTheScriptsAndStylesAPageLoads) {
  for (auto const* path : {"/assets/app-1a2b.js", "/assets/app-1a2b.css"}) {
    auto const head = head_of(path);
    EXPECT_EQ(head.find("Content-Security-Policy"), std::string::npos) << path;
    EXPECT_EQ(head.find("Permissions-Policy"), std::string::npos) << path;
    EXPECT_NE(head.find("X-Content-Type-Options: nosniff"), std::string::npos) << path;
    EXPECT_NE(head.find("Cross-Origin-Resource-Policy: same-origin"), std::string::npos) << path;
  }
}

}  // namespace
}  // namespace himpun::http
