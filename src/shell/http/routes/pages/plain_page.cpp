#include "shell/http/routes/pages/plain_page.h"

#include "base/base64.h"
#include "base/sha256.h"
#include "core/document/html/escape.h"

namespace himpun::http {
namespace {

// A browser names its own button for files in the browser's language, so a label stands for it; the file's name is shown
// once one was chosen.
constexpr std::string_view style = R"(
:root{color-scheme:light dark;--ink:#1b1b1f;--muted:#55555f;--ground:#fbfbfd;--card:#fff;--line:#d7d7df;--good:#0b6b3a;
--warn:#8a5200;--bad:#b3261e;--blue:#0b57d0}
@media (prefers-color-scheme:dark){:root{--ink:#e6e6ea;--muted:#b4b4bf;--ground:#131316;--card:#1d1d21;--line:#3a3a42;
--good:#7ddba3;--warn:#ffc878;--bad:#ffb4ab;--blue:#a8c7fa}}
*{box-sizing:border-box}
body{margin:0;background:var(--ground);color:var(--ink);font:16px/1.55 system-ui,"Segoe UI",Roboto,sans-serif}
main{max-width:46rem;margin:0 auto;padding:1.5rem 1rem 3rem}
h1{font-size:1.5rem;line-height:1.25;margin:.5rem 0 .25rem}
h2{font-size:1.125rem;margin:0 0 .5rem}
p{margin:.5rem 0}
.muted{color:var(--muted)}
.card{background:var(--card);border:1px solid var(--line);border-radius:12px;padding:1rem 1.25rem;margin:1rem 0}
.verdict{border-left:6px solid var(--line)}
.good{border-left-color:var(--good)}.good h2{color:var(--good)}
.warn{border-left-color:var(--warn)}.warn h2{color:var(--warn)}
.bad{border-left-color:var(--bad)}.bad h2{color:var(--bad)}
dl{display:grid;grid-template-columns:minmax(7rem,11rem) 1fr;gap:.25rem 1rem;margin:.5rem 0}
dt{color:var(--muted)}dd{margin:0;overflow-wrap:anywhere}
label{display:block;font-weight:600;margin-bottom:.25rem}
input{font:inherit;color:inherit;background:var(--ground);border:1px solid var(--line);border-radius:8px;padding:.6rem;
width:100%}
.unseen{position:absolute;width:1px;height:1px;padding:0;border:0;overflow:hidden;clip-path:inset(50%)}
.unseen:valid{position:static;height:auto;width:100%;padding:.6rem;border:1px solid var(--line);clip-path:none}
.unseen::file-selector-button{display:none}
.pick{display:table;color:var(--blue);border:1px solid var(--blue);border-radius:999px;padding:.65rem 1.5rem;
min-height:44px;margin-top:.5rem;cursor:pointer}
input:focus-visible+.pick{outline:3px solid var(--blue);outline-offset:2px}
button{font:inherit;font-weight:600;color:var(--ground);background:var(--blue);border:0;border-radius:999px;
padding:.65rem 1.5rem;min-height:44px;margin-top:.75rem;cursor:pointer}
:focus-visible{outline:3px solid var(--blue);outline-offset:2px}
@media (max-width:30rem){dl{grid-template-columns:1fr;gap:0}dd{margin-bottom:.5rem}}
)";

}  // namespace

std::string plain_page(PlainPage const& page) {
  auto const title = escaped(page.title);
  return "<!doctype html><html lang=\"" + std::string{page.language == Language::english ? "en" : "id"} +
         "\"><head><meta charset=\"utf-8\"><meta name=\"viewport\" content=\"width=device-width,initial-scale=1\">"
         "<meta name=\"robots\" content=\"noindex\"><meta name=\"referrer\" content=\"no-referrer\"><title>" +
         title + "</title><style>" + std::string{style} + "</style></head><body><main><p class=\"muted\">" +
         escaped(page.office) + "</p><h1>" + title + "</h1>" + page.body + "</main></body></html>\n";
}

std::string plain_page_policy() {
  static std::string const policy = "default-src 'none'; style-src 'sha256-" + to_base64(bytes_of(sha256(style))) +
                                    "'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";
  return policy;
}

std::string escaped(std::string_view text) { return document::escape_html(text); }

}  // namespace himpun::http
