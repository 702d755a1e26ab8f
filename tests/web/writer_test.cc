#include "web/writer.h"

#include <gtest/gtest.h>

#include "base/check.h"
#include "web/compress.h"

namespace comity {
namespace {

Response page(std::string body) {
  Response response;
  response.body = std::move(body);
  return response;
}

Request asking(std::map<std::string, std::string> headers) {
  Request request;
  request.headers = std::move(headers);
  return request;
}

std::string written(const Response& response, const Request* request = nullptr, Writing writing = {}) {
  std::string out;
  append(out, response, request, writing);
  return out;
}

bool holds(std::string_view text, std::string_view part) { return text.find(part) != text.npos; }

std::string tag_in(const std::string& answer) {
  const auto at = answer.find("ETag: ") + 6;
  return answer.substr(at, answer.find("\r\n", at) - at);
}

TEST(Writer, every_answer_has_the_standard_headers) {
  for (const int status : {200, 303, 404, 500}) {
    auto response = page("x");
    response.status = status;
    const auto answer = written(response, nullptr, {1'795'216'925, true, false});
    for (const auto* part :
         {"\r\nCross-Origin-Embedder-Policy: require-corp\r\n", "\r\nDate: Fri, 20 Nov 2026 23:22:05 GMT\r\n",
          "\r\nX-Content-Type-Options: nosniff\r\n", "\r\nReferrer-Policy: no-referrer\r\n",
          "\r\nCross-Origin-Opener-Policy: same-origin\r\n", "\r\nCross-Origin-Resource-Policy: same-origin\r\n",
          "\r\nPermissions-Policy: ", "\r\nCache-Control: ",
          "\r\nContent-Security-Policy: default-src 'none'; style-src 'self'; img-src 'self' data:; form-action "
          "'self'; "
          "object-src 'none'; base-uri 'none'; frame-ancestors 'none'; require-trusted-types-for 'script'; "
          "trusted-types 'none'\r\n"}) {
      EXPECT_TRUE(holds(answer, part)) << status << part;
    }
    EXPECT_FALSE(holds(answer, "Server:"));
    EXPECT_FALSE(holds(answer, "script-src"));
  }
  EXPECT_TRUE(holds(written(page("x"), nullptr, {0, true, true}), "script-src 'self'; "));
}

TEST(Writer, only_what_is_for_all_origins_opens_to_them) {
  auto response = page("x");
  EXPECT_FALSE(holds(written(response), "Access-Control"));
  response.for_all_origins = true;
  const auto answer = written(response);
  EXPECT_TRUE(holds(answer, "\r\nAccess-Control-Allow-Origin: *\r\n"));
  EXPECT_TRUE(holds(answer, "\r\nCross-Origin-Resource-Policy: cross-origin\r\n"));
  EXPECT_FALSE(holds(answer, "same-site"));
}

TEST(Writer, tls_is_demanded_only_where_it_is_spoken) {
  Writing writing;
  EXPECT_FALSE(holds(written(page("x"), nullptr, writing), "Strict-Transport-Security"));
  writing.secure = true;
  EXPECT_TRUE(holds(written(page("x"), nullptr, writing),
                    "\r\nStrict-Transport-Security: max-age=63072000; includeSubDomains\r\n"));
}

TEST(Writer, whoever_is_sent_away_for_now_learns_when_to_come_again) {
  for (const int status : {429, 503}) {
    auto response = page("x");
    response.status = status;
    EXPECT_TRUE(holds(written(response), "\r\nRetry-After: 10\r\n")) << status;
  }
  EXPECT_FALSE(holds(written(page("x")), "Retry-After"));
}

TEST(Writer, says_which_status_it_wrote) {
  const auto request = asking({{"if-none-match", "*"}});
  std::string out;
  EXPECT_EQ(append(out, page("x"), &request, {}), 304);
  EXPECT_EQ(append(out, page("x"), nullptr, {}), 200);
}

TEST(Writer, a_date_is_as_the_standard_writes_it) {
  EXPECT_EQ(http_date(0), "Thu, 01 Jan 1970 00:00:00 GMT");
  EXPECT_EQ(http_date(784'111'777), "Sun, 06 Nov 1994 08:49:37 GMT");
}

TEST(Writer, the_tag_names_the_bytes_and_a_held_page_is_not_sent_again) {
  const auto tag = tag_in(written(page("one")));
  EXPECT_EQ(tag, tag_in(written(page("one"))));
  EXPECT_NE(tag, tag_in(written(page("two"))));
  for (const auto& held : {tag, "\"x\", " + tag + " , \"y\"", std::string("*"), tag.substr(2)}) {
    const auto request = asking({{"if-none-match", held}});
    const auto answer = written(page("one"), &request);
    EXPECT_TRUE(answer.starts_with("HTTP/1.1 304 Not Modified\r\n")) << held;
    EXPECT_TRUE(answer.ends_with("\r\n\r\n"));
    EXPECT_TRUE(holds(answer, "ETag: " + tag));
    EXPECT_FALSE(holds(answer, "Content-Length"));
  }
  for (const auto& other : {std::string("\"x\""), tag.substr(0, 10), tag + "x", std::string()}) {
    const auto request = asking({{"if-none-match", other}});
    EXPECT_TRUE(written(page("one"), &request).starts_with("HTTP/1.1 200")) << other;
  }
}

TEST(Writer, what_may_not_be_kept_has_no_tag) {
  auto response = page("secret");
  response.keep = Keep::nowhere;
  const auto request = asking({{"if-none-match", "*"}});
  const auto answer = written(response, &request);
  EXPECT_TRUE(holds(answer, "Cache-Control: no-store\r\n"));
  EXPECT_FALSE(holds(answer, "ETag"));
  EXPECT_TRUE(answer.ends_with("secret"));
}

TEST(Writer, an_answer_to_post_is_never_not_modified) {
  auto request = asking({{"if-none-match", "*"}});
  request.method = Method::post;
  EXPECT_TRUE(written(page("one"), &request).starts_with("HTTP/1.1 200"));
}

TEST(Writer, gzip_goes_to_those_who_take_it_and_is_equal) {
  const std::string text(5000, 'x');
  const auto request = asking({{"accept-encoding", "gzip"}});
  const auto answer = written(page(text), &request);
  EXPECT_TRUE(holds(answer, "Content-Encoding: gzip\r\n"));
  EXPECT_TRUE(holds(answer, "Vary: Accept-Encoding\r\n"));
  EXPECT_EQ(gunzip(answer.substr(answer.find("\r\n\r\n") + 4), 10'000), text);
  EXPECT_TRUE(holds(written(page(text)), "Vary: Accept-Encoding\r\n"));
  EXPECT_FALSE(holds(written(page(text)), "Content-Encoding"));
  EXPECT_FALSE(holds(written(page("short"), &request), "Content-Encoding"));
}

TEST(Writer, a_compressed_body_that_came_with_the_page_is_used) {
  auto response = page(std::string(5000, 'x'));
  response.gzip = "ready made";
  const auto request = asking({{"accept-encoding", "gzip"}});
  EXPECT_TRUE(written(response, &request).ends_with("\r\n\r\nready made"));
}

TEST(Writer, what_chose_the_answer_stands_in_vary) {
  auto response = page("x");
  response.vary = "Accept, Accept-Language";
  EXPECT_TRUE(holds(written(response), "Vary: Accept, Accept-Language, Accept-Encoding\r\n"));
}

TEST(Writer, head_has_the_headers_of_get_and_no_body) {
  auto request = asking({});
  const auto whole = written(page("twelve bytes"), &request);
  request.head = true;
  const auto head = written(page("twelve bytes"), &request);
  EXPECT_EQ(head + "twelve bytes", whole);
  EXPECT_TRUE(holds(head, "Content-Length: 12\r\n"));
}

TEST(Writer, a_connection_says_when_it_ends) {
  const auto old = asking({{"connection", "keep-alive"}});
  EXPECT_TRUE(holds(written(page("x"), nullptr, {0, false, false}), "Connection: close\r\n"));
  EXPECT_TRUE(holds(written(page("x"), &old), "Connection: keep-alive\r\n"));
  EXPECT_FALSE(holds(written(page("x")), "Connection:"));
}

TEST(Writer, a_header_that_would_break_the_answer_apart_is_a_fault) {
  for (const auto& [name, value] : {std::pair{"Location", "/x\r\nSet-Cookie: a=b"}, std::pair{"Loc ation", "/x"},
                                    std::pair{"", "x"}, std::pair{"A", "b\nc"}, std::pair{"A:", "b"}}) {
    auto response = page("x");
    response.headers.push_back({name, value});
    std::string out = "before";
    EXPECT_THROW(append(out, response, nullptr, {}), Fault) << name;
    EXPECT_EQ(out, "before");
  }
}

TEST(Writer, what_nobody_made_has_no_length) {
  Response response{200, "application/pdf"};
  response.unmade = true;
  response.etag = "abc";
  auto request = asking({});
  request.head = true;
  const auto head = written(response, &request);
  EXPECT_TRUE(holds(head, "HTTP/1.1 200 OK"));
  EXPECT_TRUE(holds(head, "Content-Type: application/pdf"));
  EXPECT_TRUE(holds(head, "ETag: W/\"abc\""));
  EXPECT_FALSE(holds(head, "Content-Length"));
  auto holding = asking({{"if-none-match", "W/\"abc\""}});
  EXPECT_TRUE(is_held(holding, response));
  EXPECT_FALSE(is_held(asking({{"if-none-match", "W/\"ab\""}}), response));
  EXPECT_TRUE(holds(written(response, &holding), "HTTP/1.1 304"));
}

}  // namespace
}  // namespace comity
