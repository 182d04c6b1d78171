#include "preview/listeners.hpp"

#include <doctest/doctest.h>

#include <future>
#include <vector>

namespace thidua::preview {

TEST_CASE("preview::Listeners: who comes late is told the last state at once, and each only once") {
  Listeners all;
  all.tell("a");
  all.tell("b");
  const auto place = all.join();
  CHECK(place->next() == "b");
  CHECK(place->next() == std::nullopt);
  all.tell("c");
  CHECK(place->next() == "c");
}

TEST_CASE("preview::Listeners: who waits hears it when it is told") {
  Listeners all;
  const auto place = all.join();
  auto heard = std::async(std::launch::async, [&] {
    for (int i = 0; i < 40; ++i) {
      if (const auto news = place->next()) return *news;
    }
    return std::string();
  });
  all.tell("news");
  CHECK(heard.get() == "news");
}

TEST_CASE("preview::Listeners: there are so many places and no more, and a place can be taken again") {
  Listeners all;
  std::vector<std::shared_ptr<Listeners::Place>> places;
  for (int i = 0; i < Listeners::kMost; ++i) places.push_back(all.join());
  CHECK(places.back() != nullptr);
  CHECK(all.join() == nullptr);
  places.pop_back();
  CHECK(all.join() != nullptr);
}

TEST_CASE("preview::Listeners: after the end nobody is told anything") {
  Listeners all;
  const auto place = all.join();
  all.tell("a");
  all.end();
  CHECK(all.ended());
  CHECK(place->next() == std::nullopt);
}

}  // namespace thidua::preview
