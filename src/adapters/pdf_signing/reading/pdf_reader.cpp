#include "adapters/pdf_signing/reading/pdf_reader.h"

#include <algorithm>
#include <qpdf/Buffer.hh>

#include "adapters/pdf_signing/pdf_update.h"
#include "adapters/pdf_signing/reading/cms_reading.h"
#include "adapters/pdf_signing/reading/revisions.h"
#include "core/signing/verdict.h"

namespace himpun::pdf_signing {
namespace {

constexpr int most_streams = 256;

std::vector<std::string> streams_of(QPDFObjectHandle data, char const* key) {
  std::vector<std::string> all;
  auto list = data.getKey(key);
  for (int i = 0; list.isArray() && i < std::min(list.getArrayNItems(), most_streams); ++i) {
    auto stream = list.getArrayItem(i);
    if (!stream.isStream()) continue;
    auto const bytes = stream.getStreamData(qpdf_dl_generalized);
    all.emplace_back(reinterpret_cast<char const*>(bytes->getBuffer()), bytes->getSize());
  }
  return all;
}

/// Certificates, lists and answers that the file carries for later checks.
bool take_validation_data(QPDF& document, Trust& trust) {
  auto data = document.getRoot().getKey("/DSS");
  if (!data.isDictionary()) return false;
  for (auto const& bytes : streams_of(data, "/Certs")) {
    auto const memory = memory_of(bytes);
    trust.add_known(Certificate{d2i_X509_bio(memory.get(), nullptr)});
  }
  auto const lists = streams_of(data, "/CRLs");
  for (auto const& bytes : lists) trust.add_list(revocation_list_of(bytes), Origin::file);
  auto const answers = streams_of(data, "/OCSPs");
  for (auto const& bytes : answers) trust.add_answer(status_answer_of(bytes), Origin::file);
  return !lists.empty() || !answers.empty();
}

signing::SignatureFacts read_one(SignatureValue const& value, QPDF& document, std::string_view pdf, Trust& trust) {
  auto facts = plain_facts(value, document, pdf);
  if (facts.is_time_stamp) {
    read_time_stamp(value, pdf, trust, facts);
  } else {
    read_cms(value, pdf, trust, facts);
  }
  return facts;
}

/// Bytes behind the last signature must be an update, and nothing may follow its end.
bool has_loose_end(std::string_view pdf, signing::SignatureFacts const& last) {
  auto const end = static_cast<std::size_t>(last.revision_end);
  if (end == pdf.size()) return false;
  auto const mark = pdf.rfind("%%EOF");
  if (mark == std::string_view::npos || mark < end || last.later.empty()) return true;
  return pdf.find_first_not_of("\r\n", mark + 5) != std::string_view::npos;
}

signing::PdfFacts read_document(QPDF& document, std::string const& pdf, TrustSource const& source) {
  signing::PdfFacts facts;
  facts.size = static_cast<std::int64_t>(pdf.size());
  facts.sha256 = to_hex(sha256(pdf));
  facts.pages = static_cast<std::int32_t>(document.getAllPages().size());
  Trust trust{source.anchors};
  for (auto const& bytes : source.revocation_lists) trust.add_list(revocation_list_of(bytes), Origin::office);
  facts.has_validation_data = take_validation_data(document, trust);
  auto const values = signature_values(document, pdf);
  for (auto const& value : values) facts.signatures.push_back(read_one(value, document, pdf, trust));
  for (std::size_t i = 0; i < values.size(); ++i) {
    auto const next = i + 1 < values.size() ? values[i + 1].revision_end() : pdf.size();
    if (values[i].revision_end() == 0) continue;
    facts.signatures[i].later = changes_between(pdf, values[i].revision_end(), next);
  }
  if (!facts.signatures.empty()) facts.has_loose_end = has_loose_end(pdf, facts.signatures.back());
  return facts;
}

}  // namespace

std::vector<std::vector<Certificate>> certificate_chains(std::string const& pdf, TrustSource const& source,
                                                         Instant at) {
  std::vector<std::vector<Certificate>> chains;
  auto const document = open_pdf(pdf);
  if (!document) return chains;
  Trust trust{source.anchors};
  for (auto const& value : signature_values(**document, pdf)) {
    if (value.is_time_stamp()) continue;
    for (auto& chain : chains_of(value, trust, at)) chains.push_back(std::move(chain));
  }
  return chains;
}

Result<signing::PdfFacts> read_pdf(std::string const& pdf, TrustSource const& source) {
  auto const document = open_pdf(pdf);
  if (!document) return std::unexpected(document.error());
  try {
    return read_document(**document, pdf, source);
  } catch (std::exception const&) {  // QPDF says by exceptions what it cannot read
    return refuse(signing::pdf_unreadable, {"Susunan berkasnya rusak.", "Its structure is damaged."});
  }
}

}  // namespace himpun::pdf_signing
