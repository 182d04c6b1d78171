// Which files of content/media a text names.
#pragma once

#include <functional>
#include <string_view>

#include "model/articles/article.hpp"

namespace thidua::model {

using TakeName = std::function<void(std::string_view)>;

/// Calls `take` with the name, relative to content/media, after each `/media/` of the text.
void each_media_name(std::string_view markdown, const TakeName& take);

/// The same for all texts, pictures and evidence of an article.
void each_media_name(const Page& article, const TakeName& take);
void each_media_name(const News& article, const TakeName& take);
void each_media_name(const Exemplar& article, const TakeName& take);
void each_media_name(const Practice& article, const TakeName& take);

}  // namespace thidua::model
