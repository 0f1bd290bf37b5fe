#pragma once
// Signing and checking PDFs, as the use cases see it. A signer works outside any transaction and answers when it is
// done, on any thread; it may take a moment (a device, a service) or fail. Nothing here keeps a passphrase.

#include <functional>
#include <memory>
#include <string>
#include <vector>

#include "base/problem.h"
#include "base/secret.h"
#include "core/signing/case_signing.h"
#include "core/signing/verdict.h"

namespace himpun::app {

/// Whom a reader of signatures trusts: PEM certificates, and revocation lists that came another way than in the file.
struct TrustedSigners {
  std::vector<std::string> anchors;
  std::vector<std::string> revocation_lists;
};

/// One signature that is wanted: the PDF as it is, what to put into it, and with which key.
struct SigningWork {
  std::string pdf;
  signing::PdfSignature signature;
  std::string key;  ///< as the signer's name has it: file, device address, NIK
  Secret passphrase;
  TrustedSigners trust;  ///< for what goes behind a closing signature
};

/// The signed PDF, or why there is none.
using Signed = std::move_only_function<void(Result<std::string>)>;

class Signer {
 public:
  virtual ~Signer() = default;
  /// `done` is called once.
  virtual void sign(SigningWork work, Signed done) = 0;
};

/// Everything that one installation can sign and check with.
class SigningTools {
 public:
  virtual ~SigningTools() = default;
  /// Null when this installation has none of that kind.
  [[nodiscard]] virtual Signer* find_signer(signing::SignerKind kind) = 0;
  [[nodiscard]] virtual Result<signing::PdfFacts> read(std::string const& pdf, TrustedSigners const& trust) = 0;
  /// The PDF with the stamp as a plain annotation, for signing by hand.
  [[nodiscard]] virtual Result<std::string> with_stamp(std::string pdf, signing::PdfSignature const& signature) = 0;
  /// The texts of the QR codes in a scan (PDF, JPEG or PNG) at this path.
  [[nodiscard]] virtual Result<std::vector<std::string>> read_codes(std::string const& path,
                                                                    std::string const& media_type) = 0;
  /// Where the public finds this office, as configured: "https://kinerja.contoh.go.id"; may be empty.
  [[nodiscard]] virtual std::string public_address() const = 0;
};

}  // namespace himpun::app
