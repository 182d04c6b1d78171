#include "data/open_data/catalogue.hpp"

#include <algorithm>

#include "data/open_data/json.hpp"
#include "render/views/data_view.hpp"

namespace thidua::data {
namespace {

using routes::FileForm;

/// Terms by their vocabularies, and which of them are addresses, days, numbers or words in Vietnamese.
constexpr std::string_view kContext = R"({
"dcat":"http://www.w3.org/ns/dcat#","dct":"http://purl.org/dc/terms/","foaf":"http://xmlns.com/foaf/0.1/",
"vcard":"http://www.w3.org/2006/vcard/ns#","xsd":"http://www.w3.org/2001/XMLSchema#",
"dct:title":{"@language":"vi"},"dct:description":{"@language":"vi"},"foaf:name":{"@language":"vi"},
"vcard:fn":{"@language":"vi"},"rdfs:label":{"@language":"vi"},"rdfs":"http://www.w3.org/2000/01/rdf-schema#",
"dct:modified":{"@type":"xsd:date"},"dcat:byteSize":{"@type":"xsd:nonNegativeInteger"},
"dct:language":{"@type":"@id"},"dct:format":{"@type":"@id"},"dcat:mediaType":{"@type":"@id"},
"dcat:theme":{"@type":"@id"},"dcat:themeTaxonomy":{"@type":"@id"},"dcat:accessURL":{"@type":"@id"},
"dcat:downloadURL":{"@type":"@id"},"dcat:landingPage":{"@type":"@id"},"foaf:homepage":{"@type":"@id"},
"vcard:hasEmail":{"@type":"@id"},"vcard:hasURL":{"@type":"@id"}})";

// The codes that DCAT-AP prescribes for languages, file types and themes.
constexpr std::string_view kVietnamese = "http://publications.europa.eu/resource/authority/language/VIE";
constexpr std::string_view kFileType = "http://publications.europa.eu/resource/authority/file-type/";
constexpr std::string_view kThemes = "http://publications.europa.eu/resource/authority/data-theme";
constexpr std::string_view kGovernment = "http://publications.europa.eu/resource/authority/data-theme/GOVE";
constexpr std::string_view kMediaTypes = "https://www.iana.org/assignments/media-types/";

class CatalogueWriter {
 public:
  CatalogueWriter(const model::SiteInfo& info, const routes::WrittenTables& written, const render::Words& words)
      : info_(info), written_(written), words_(words) {}

  std::string write() const {
    const std::string datasets =
        json_array(routes::tables(), [&](const routes::Table& table) { return "\n" + dataset(table); });
    return json_object({{"@context", std::string(kContext)},
                        {"@id", address(routes::kCatalogue)},
                        {"@type", json_text("dcat:Catalog")},
                        {"dct:title", json_text(render::catalogue_name(info_, words_))},
                        {"dct:description", json_text(render::catalogue_about(info_, words_))},
                        {"dct:publisher", publisher()},
                        {"dct:language", json_text(kVietnamese)},
                        {"dct:license", licence()},
                        {"dct:modified", modified(render::newest_of(written_))},
                        {"foaf:homepage", address(routes::kOpenDataFolder)},
                        {"dcat:themeTaxonomy", json_text(kThemes)},
                        {"dcat:dataset", datasets}}) +
           "\n";
  }

 private:
  std::string address(std::string_view url) const { return json_text(info_.base_url + std::string(url)); }

  /// The full description stands at its first mention; JSON-LD joins what has the same @id.
  std::string publisher() const {
    return json_object({{"@id", json_text(info_.base_url + "#authority")},
                        {"@type", json_text("foaf:Agent")},
                        {"foaf:name", json_text(info_.authority)},
                        {"foaf:homepage", address("")}});
  }

  std::string licence() const {
    if (!info_.data_licence) return {};
    return json_object({{"@id", json_text(info_.data_licence->url)},
                        {"@type", json_text("dct:LicenseDocument")},
                        {"dct:title", json_text(info_.data_licence->name)}});
  }

  std::string contact() const {
    const model::Contacts& contacts = info_.contacts;
    return json_object(
        {{"@type", json_text("vcard:Organization")},
         {"vcard:fn", json_text(contacts.name)},
         {"vcard:hasEmail", contacts.email.empty() ? std::string() : json_text("mailto:" + contacts.email)},
         {"vcard:hasURL", contacts.url.empty() ? std::string() : json_text(contacts.url)}});
  }

  static std::string modified(const std::optional<model::Date>& newest) {
    if (!newest) return {};
    std::string day;
    append_day(newest->last_day(), day);
    return json_text(day);
  }

  std::string dataset(const routes::Table& table) const {
    const routes::WrittenTable& written = written_[static_cast<std::size_t>(table.id)];
    const std::string page = routes::table_url(table);
    std::string distributions = "[";
    for (const FileForm form : {FileForm::csv, FileForm::excel, FileForm::json}) {
      if (distributions.size() > 1) distributions += ',';
      distributions += "\n" + distribution(table, form, written);
    }
    return json_object({{"@id", json_text(info_.base_url + page + "#dataset")},
                        {"@type", json_text("dcat:Dataset")},
                        {"dct:identifier", json_text(table.name)},
                        {"dct:title", json_text(render::table_name(table, words_))},
                        {"dct:description", json_text(render::table_about(table, words_))},
                        {"dct:publisher", publisher()},
                        {"dcat:contactPoint", contact()},
                        {"dct:language", json_text(kVietnamese)},
                        {"dct:modified", modified(written.newest)},
                        {"dcat:theme", json_text(kGovernment)},
                        {"dcat:landingPage", address(page)},
                        {"dcat:distribution", distributions + "]"}});
  }

  std::string distribution(const routes::Table& table, FileForm form, const routes::WrittenTable& written) const {
    const std::string file = routes::table_file(table, form);
    const bool json = form == FileForm::json;
    const std::string schema = json_object({{"@id", address(routes::table_file(table, FileForm::schema))},
                                            {"@type", json_text("dct:Standard")},
                                            {"dct:title", json_text(words_.get("data_form.schema"))}});
    return json_object(
        {{"@id", address(file)},
         {"@type", json_text("dcat:Distribution")},
         {"dct:title", json_text(words_.get("data_form." + std::string(routes::name_of(form))))},
         {"dcat:accessURL", address(routes::table_url(table))},
         {"dcat:downloadURL", address(file)},
         {"dct:format", json_text(std::string(kFileType) + (json ? "JSON" : "CSV"))},
         {"dcat:mediaType", json_text(std::string(kMediaTypes) + (json ? "application/json" : "text/csv"))},
         {"dcat:byteSize", json_text(std::to_string(written.bytes[static_cast<std::size_t>(form)]))},
         {"dct:license", licence()},
         {"dct:conformsTo", json ? schema : std::string()}});
  }

  const model::SiteInfo& info_;
  const routes::WrittenTables& written_;
  const render::Words& words_;
};

}  // namespace

std::string catalogue(const model::SiteInfo& info, const routes::WrittenTables& written, const render::Words& words) {
  return CatalogueWriter(info, written, words).write();
}

}  // namespace thidua::data
