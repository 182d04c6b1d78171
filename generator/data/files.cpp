#include "data/files.hpp"

#include "data/published_record.hpp"

namespace thidua::data {

void for_each_file(const Material& material,
                   const std::function<void(const std::string& path, const std::string& bytes)>& take) {
  take(std::string(kPublishedRecord), to_json(material.published));
}

}  // namespace thidua::data
