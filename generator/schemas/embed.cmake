# Makes the .cpp that carries the schemas: cmake -D OUTPUT=file.cpp -D FOLDER=generator/schemas -P embed.cmake
file(GLOB files ${FOLDER}/*.schema.json)
list(SORT files)
set(entries "")
set(count 0)
foreach(path IN LISTS files)
  get_filename_component(name ${path} NAME)
  string(REPLACE ".schema.json" "" name ${name})
  file(READ ${path} text)
  string(APPEND entries "    EmbeddedSchema{\"${name}\", R\"schema(${text})schema\"},\n")
  math(EXPR count "${count} + 1")
endforeach()
file(WRITE ${OUTPUT} "// Made by generator/schemas/embed.cmake.
#include \"content/schema/embedded.hpp\"

#include <array>
#include <cassert>

namespace thidua::content {
namespace {

constexpr std::array<EmbeddedSchema, ${count}> kSchemas = {
${entries}};

}  // namespace

std::span<const EmbeddedSchema> embedded_schemas() { return kSchemas; }

std::string_view schema_text(std::string_view name) {
  for (const EmbeddedSchema& schema : kSchemas) {
    if (schema.name == name) return schema.text;
  }
  assert(false && \"a schema for each kind is part of the program\");
  return \"true\";
}

}  // namespace thidua::content
")
