#include "adapters/mail/smtp.h"

#include <algorithm>
#include <cstring>

#include "adapters/curl/handle.h"
#include "adapters/mail/message.h"
#include "app/ports/store.h"

namespace himpun::mail {
namespace {

using curl::Handle;
using curl::List;

/// What is still to be sent.
struct Upload {
  std::string_view rest;

  static std::size_t read(char* to, std::size_t size, std::size_t count, void* self) {
    auto& upload = *static_cast<Upload*>(self);
    auto const wanted = std::min(size * count, upload.rest.size());
    std::memcpy(to, upload.rest.data(), wanted);
    upload.rest.remove_prefix(wanted);
    return wanted;
  }
};

/// The server's last line, for the record; never a password: only what the server says is kept.
struct Reply {
  std::string last;

  static std::size_t hear(char* from, std::size_t size, std::size_t count, void* self) {
    std::string_view line{from, size * count};
    while (line.ends_with('\n') || line.ends_with('\r')) line.remove_suffix(1);
    if (!line.empty()) static_cast<Reply*>(self)->last = std::string{line.substr(0, 300)};
    return size * count;
  }
};

class Smtp final : public app::Mailer {
 public:
  explicit Smtp(ServerOptions options) : options_(std::move(options)) {}

  app::MailOutcome send(app::Mail const& mail) override {
    Handle const curl = curl::make_handle();
    if (!curl) throw app::StoreFailure("libcurl does not start");
    auto const text = write_message(mail, options_.from);
    auto const sender = "<" + options_.from + ">";
    auto const receiver = "<" + mail.to_address + ">";
    List const receivers{curl_slist_append(nullptr, receiver.c_str())};
    Upload upload{text};
    Reply reply;
    std::string why(CURL_ERROR_SIZE, '\0');
    set_up(curl.get(), why);
    curl_easy_setopt(curl.get(), CURLOPT_MAIL_FROM, sender.c_str());
    curl_easy_setopt(curl.get(), CURLOPT_MAIL_RCPT, receivers.get());
    curl_easy_setopt(curl.get(), CURLOPT_READFUNCTION, &Upload::read);
    curl_easy_setopt(curl.get(), CURLOPT_READDATA, &upload);
    curl_easy_setopt(curl.get(), CURLOPT_HEADERFUNCTION, &Reply::hear);
    curl_easy_setopt(curl.get(), CURLOPT_HEADERDATA, &reply);
    auto const code = curl_easy_perform(curl.get());
    long status = 0;
    curl_easy_getinfo(curl.get(), CURLINFO_RESPONSE_CODE, &status);
    why.resize(std::strlen(why.c_str()));
    return outcome(code, status, reply.last, why);
  }

 private:
  void set_up(CURL* curl, std::string& why) const {
    curl_easy_setopt(curl, CURLOPT_ERRORBUFFER, why.data());
    curl_easy_setopt(curl, CURLOPT_URL, options_.url.c_str());
    curl_easy_setopt(curl, CURLOPT_PROTOCOLS_STR, "smtp,smtps");
    curl_easy_setopt(curl, CURLOPT_UPLOAD, 1L);
    curl_easy_setopt(curl, CURLOPT_NOSIGNAL, 1L);
    curl_easy_setopt(curl, CURLOPT_PROXY, "");
    curl_easy_setopt(curl, CURLOPT_CONNECTTIMEOUT, options_.connect_seconds);
    curl_easy_setopt(curl, CURLOPT_TIMEOUT, options_.total_seconds);
    curl_easy_setopt(curl, CURLOPT_USE_SSL,
                     static_cast<long>(options_.tls == Tls::required        ? CURLUSESSL_ALL
                                       : options_.tls == Tls::opportunistic ? CURLUSESSL_TRY
                                                                            : CURLUSESSL_NONE));
    if (!options_.ca_file.empty()) curl_easy_setopt(curl, CURLOPT_CAINFO, options_.ca_file.c_str());
    if (options_.user.empty()) return;
    curl_easy_setopt(curl, CURLOPT_USERNAME, options_.user.c_str());
    curl_easy_setopt(curl, CURLOPT_PASSWORD, options_.password.c_str());
  }

  static app::MailOutcome outcome(CURLcode code, long status, std::string const& reply, std::string const& why) {
    if (code == CURLE_OK) return {app::MailFate::sent, reply};
    auto words = why.empty() ? std::string{curl_easy_strerror(code)} : why;
    if (!reply.empty()) words += " (" + reply + ")";
    // A wrong password or certificate is the office's to mend; only what the server says of this mail is final.
    bool const is_about_mail = code == CURLE_SEND_ERROR || code == CURLE_RECV_ERROR || code == CURLE_WEIRD_SERVER_REPLY ||
                               code == CURLE_UPLOAD_FAILED;
    bool const is_final = is_about_mail && status >= 550 && status <= 554;
    return {is_final ? app::MailFate::never : app::MailFate::later, words};
  }

  ServerOptions options_;
};

}  // namespace

std::unique_ptr<app::Mailer> through(ServerOptions options) { return std::make_unique<Smtp>(std::move(options)); }

}  // namespace himpun::mail
