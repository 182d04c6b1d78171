// Content built to explode ends with a diagnostic or a correct page, soon and in little memory.
#include <doctest/doctest.h>

#include <functional>

#include "outside/program.hpp"
#include "outside/small_root.hpp"

namespace {

using namespace thidua::testing;

constexpr double kMaxSeconds = 5;
constexpr long kMaxKilobytes = 500 * 1024;

const std::string kNews = "content/news/khai-mac.md";
const std::string kPlan = "content/campaigns/thu-2025/plan.md";
const std::string kFacts = "content/campaigns/thu-2025/campaign.json";
const std::string kSite = "content/site.json";

std::string times(std::size_t count, const std::string& text) {
  std::string out;
  out.reserve(count * text.size());
  for (std::size_t i = 0; i < count; ++i) out += text;
  return out;
}

std::string numbered(std::size_t count, const std::function<std::string(std::string)>& text) {
  std::string out;
  for (std::size_t i = 1; i <= count; ++i) out += text(std::to_string(i));
  return out;
}

/// As long as one paragraph may be.
std::string paragraph_of(const std::string& text) { return times(65'000 / text.size(), text); }

struct Attack {
  std::string name, file, text;
};

std::string news(const std::string& body) {
  return "---\ntitle: Tin\nsummary: Tin.\ndate: 2025-03-01\n---\n" + body + "\n";
}
std::string front(const std::string& yaml) { return "---\n" + yaml + "\n---\nx\n"; }
std::string plan(const std::string& more) {
  return "I. A\n\n1. Năm 2025.\n\nII. B\n\na) Ít nhất 90% hồ sơ.\n\n" + more + "\n";
}

void check(const std::vector<Attack>& attacks) {
  for (const Attack& attack : attacks) {
    CAPTURE(attack.name);
    const SmallRoot root;
    put(root / attack.file, attack.text);
    const Run run = run_program({{"check", "--today", "2025-12-31"}, root.path()});
    CHECK((run.exit_code == 0 || run.exit_code == 1));
    CHECK(run.out + run.err != "");
    if (sanitized()) continue;
    CHECK(run.seconds < kMaxSeconds);
    CHECK(run.peak_kilobytes < kMaxKilobytes);
  }
}

}  // namespace

TEST_CASE("whole: one paragraph of a pathological kind costs little") {
  std::vector<Attack> attacks;
  for (const char* piece :
       {">",      "[",     "]",   "![",      "![[",       "*",    "_",       "*_",   "`",    "&",      "&#",
        "&amp;",  "<",     "<a ", "<!--",    "<![CDATA[", "\\",   "(",       "[](",  "[a](", "[a](<",  "[a](b ",
        "[a]",    "[^1]",  "*a ", "**a ",    "a**b",      "*a_ ", "*a **a ", "- ",   "+ ",   "1. ",    "1) ",
        "> a\n",  "- a\n", "a\n", "    a\n", "[a]: x\n",  "|",    "a|",      "a|\n", "&#0;", "&nbsp;", "<http://a>",
        "[a](x)", "\t",    "```", "~~~\n",   "# ",        "=",    "\xC2\xA0"}) {
    attacks.push_back({piece, kNews, news(paragraph_of(piece))});
    attacks.push_back({std::string("clause of ") + piece, kPlan, plan("b) " + paragraph_of(piece))});
  }
  check(attacks);
}

TEST_CASE("whole: Markdown built to explode costs little") {
  check({{"100,000 deep quotes", kNews, news(times(100'000, ">"))},
         {"100,000 deep brackets", kNews, news(times(100'000, "["))},
         {"a table row of 40,000 pipes", kNews, news("a|b\n-|-\n" + times(40'000, "|"))},
         {"short rows under a wide head", kNews,
          news(times(190, "|a") + "|\n" + times(190, "|-") + "|\n" + times(16'000, "|b\n"))},
         {"many wide tables", kNews,
          news(times(60, times(190, "|a") + "|\n" + times(190, "|-") + "|\n" + times(400, "|b\n") + "\n"))},
         {"a long definition used often", kNews,
          news("[a]: /gioi-thieu/?" + times(60'000, "x") + "\n\n" + times(1000, times(100, "[a] ") + "\n\n"))},
         {"a long title used often", kNews,
          news("[a]: /gioi-thieu/\n'" + times(6000, "xxxxxxx\n") + "'\n\n" + times(1000, times(100, "[a] ") + "\n\n"))},
         {"many definitions", kNews, news(times(20'000, "[a]: /gioi-thieu/\n\n"))},
         {"backticks of growing length", kNews,
          news(numbered(360, [](const std::string& i) { return "e" + times(std::stoul(i), "`"); }))},
         {"lists nested by indentation", kNews,
          news(numbered(400, [](const std::string& i) { return times(std::stoul(i), " ") + "- a\n"; }))},
         {"many deep lists", kNews, news(times(6000, times(19, "- ") + "a\n\n"))},
         {"100,000 links", kNews, news(times(100'000, "[a](/gioi-thieu/)\n\n"))},
         {"links that lead nowhere", kNews, news(times(25'000, "[a](/khong-co/)\n\n"))},
         {"500 KB of headings", kNews, news(times(100'000, "# a\n\n"))},
         {"4 MB of headings", kNews, news(times(800'000, "# a\n"))},
         {"one line of 1 MB", kNews, news(times(250'000, "abc "))},
         {"a file of 50 MB", kNews, times(50'000'000, "x")}});
}

TEST_CASE("whole: plans built to explode cost little") {
  const auto item = [](const std::string& i) {
    return std::to_string(std::stoul(i) % 90 + 1) + ". Đạt " + i + "%.\n\n";
  };
  check({{"10,000 clauses with numbers", kPlan, plan(numbered(10'000, item))},
         {"20,000 bullets", kPlan, plan(times(19'000, "- a\n"))},
         {"4 MB of bullets", kPlan, plan(times(1'000'000, "- a\n"))},
         {"4 MB of headings", kPlan, plan(times(600'000, "## x\n\n"))},
         {"one number over and over", kPlan, plan(times(600'000, "I. x\n\n"))},
         {"one clause of numbers", kPlan, plan("b) " + times(1'200'000, "12 "))},
         {"lines of numbers", kPlan, plan("b) a\n" + times(30'000, "12 34 56 78 %\n"))},
         {"a table of 4 MB", kPlan, plan("|a|b|\n|-|-|\n" + times(600'000, "|c|d|\n"))},
         {"a number of 500,000 digits", kPlan, plan("b) " + times(500'000, "1"))},
         {"a marker of 500,000 parts", kPlan, plan("b) " + times(250'000, "1."))},
         {"dates without end", kPlan, plan("b) " + times(4000, "ngày 1 tháng "))}});
}

TEST_CASE("whole: data built to explode costs little") {
  const std::string base = bytes_of(THIDUA_SOURCE_DIR "/tests/cases/base/" + kFacts);
  const auto with = [&](const std::string& fields) { return base.substr(0, base.rfind('}')) + ", " + fields + "}"; };
  const std::string wrong = R"({ "text": "x", "clause": "II.z" },)";
  const std::string good = R"({ "text": "x", "clause": "II.a", "mentions": ["90"] },)";
  const std::string duty = R"({ "who": [)" + times(1000, R"("thi-du/zzzz",)") +
                           R"("thi-du/zz"], "kinds": ["plan"], "text": "x", "clause": "I" },)";
  check({{"100,000 open lists", kSite, times(100'000, "[")},
         {"100,000 open objects", kSite, times(100'000, R"({"a":)")},
         {"3,000,000 zeros", kSite, "[" + times(3'000'000, "0,") + "0]"},
         {"100,000 unknown keys", kSite,
          "{" + numbered(100'000, [](const std::string& i) { return "\"k" + i + "\":1,"; }) + "\"x\":1}"},
         {"one key 100,000 times", kSite, "{" + times(100'000, "\"k\":1,") + "\"x\":1}"},
         {"50 MB of JSON", kSite, times(50'000'000, " ")},
         {"30,000 wrong clauses on one line", kFacts,
          with(R"("purposes": [)" + times(30'000, wrong) + R"({ "text": "x", "clause": "I" }])")},
         {"20,000 facts of one clause", kFacts,
          with(R"("purposes": [)" + times(20'000, good) + R"({ "text": "x", "clause": "I" }])")},
         {"150,000 unknown units", kFacts,
          with(R"("duties": [)" + times(150, duty) +
               R"({ "who": ["thi-du/ubnd"], "kinds": ["plan"], "text": "x", "clause": "I" }])")},
         {"an alias bomb", kNews,
          front("a: &a [x,x,x,x,x,x,x,x,x]\nb: &b [*a,*a,*a,*a,*a,*a,*a,*a]\nc: &c [*b,*b,*b,*b,*b,*b]\ntitle: *c")},
         {"deep YAML lists", kNews, front("title: " + times(30'000, "["))},
         {"deep YAML maps", kNews, front("title: " + times(15'000, "{a: "))},
         {"deep YAML by indentation", kNews,
          front(numbered(300, [](const std::string& i) { return times(std::stoul(i), " ") + "a:\n"; }))},
         {"YAML questions", kNews, front(times(30'000, "? "))},
         {"YAML dashes", kNews, front(times(30'000, "- "))},
         {"a topic of 10,000 characters", kNews,
          front("title: a\nsummary: b\ndate: 2025-03-01\ntopics: [" + times(4'999, "a-") + "a]")}});
}

TEST_CASE("whole: a fact and a clause full of numbers do not take the product of both") {
  const SmallRoot root;
  put(root / kPlan,
      plan("b) a\n" + numbered(25'000, [](const std::string& i) { return "x " + i + "77 y " + i + "99\n"; })));
  std::string mentions = "\"80\"";
  for (int list = 0; list < 3000; ++list)
    mentions +=
        ", \"" + numbered(30, [&](const std::string& i) { return std::to_string(list) + "5" + i + " "; }) + "\"";
  std::string facts = bytes_of(root / kFacts);
  const std::string title = R"("text": "Phong trào thử", "clause": "I")";
  REQUIRE(facts.find(title) != facts.npos);
  put(root / kFacts, facts.replace(facts.find(title), title.size(),
                                   R"("text": "x", "clause": "II.b", "mentions": [)" + mentions + "]"));
  const Run run = run_program({{"check", "--today", "2025-12-31"}, root.path()});
  CHECK((run.exit_code == 0 || run.exit_code == 1));
  CHECK(run.err.find("number-not-in-clause") != run.err.npos);
  CHECK((sanitized() || (run.seconds < kMaxSeconds && run.peak_kilobytes < kMaxKilobytes)));
}
