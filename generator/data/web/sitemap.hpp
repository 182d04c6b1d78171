// What search engines are told to look at (sitemaps.org 0.9).
#pragma once

#include <cstddef>

#include "data/files.hpp"

namespace thidua::data {

/// How many addresses one sitemap may hold.
inline constexpr std::size_t kSitemapLength = 50'000;

/// Hands over sitemap.xml: the addresses of all pages but aliases and the one for what is not found; where they are
/// more than `length`, an index of sitemap-1.xml and so on.
void make_sitemap(const Material& material, const Take& take, std::size_t length = kSitemapLength);

}  // namespace thidua::data
