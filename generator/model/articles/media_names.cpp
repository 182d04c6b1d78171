#include "model/articles/media_names.hpp"

namespace thidua::model {
namespace {

void take_picture(const std::optional<Picture>& picture, const TakeName& take) {
  if (picture) take(picture->file);
}

}  // namespace

void each_media_name(std::string_view markdown, const TakeName& take) {
  constexpr std::string_view kFolder = "/media/";
  constexpr std::string_view kLetters = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789._-/";
  for (std::size_t at = markdown.find(kFolder); at != std::string_view::npos; at = markdown.find(kFolder)) {
    markdown.remove_prefix(at + kFolder.size());
    std::string_view name = markdown.substr(0, markdown.find_first_not_of(kLetters));
    while (name.ends_with('.') || name.ends_with('/')) name.remove_suffix(1);  // the end of a sentence
    take(name);
  }
}

void each_media_name(const Page& article, const TakeName& take) { each_media_name(article.body.markdown, take); }

void each_media_name(const News& article, const TakeName& take) {
  each_media_name(article.body.markdown, take);
  take_picture(article.picture, take);
}

void each_media_name(const Exemplar& article, const TakeName& take) {
  each_media_name(article.body.markdown, take);
  take_picture(article.picture, take);
}

void each_media_name(const Practice& article, const TakeName& take) {
  each_media_name(article.body.markdown, take);
  for (const Text& part : article.parts) each_media_name(part.markdown, take);
  for (const Evidence& evidence : article.evidence) each_media_name(evidence.href, take);
}

}  // namespace thidua::model
