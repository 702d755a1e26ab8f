#include "web/reader.h"

#include <gtest/gtest.h>

#include <vector>

namespace comity {
namespace {

constexpr ReaderLimits small{1024, 256, 2048};

// What comes out of the bytes, cut into pieces of `piece`: "GET /x" for a request, "400 code" for the end.
std::vector<std::string> read_requests(std::string_view bytes, std::size_t piece = 1 << 20,
                                       ReaderLimits limits = small) {
  RequestReader reader(limits);
  std::vector<std::string> out;
  for (std::size_t at = 0; at < bytes.size(); at += piece) {
    reader.feed(bytes.substr(at, piece));
    while (auto found = reader.next()) {
      if (const auto* request = std::get_if<Request>(&*found)) {
        out.push_back((request->head                    ? "HEAD "
                       : request->method == Method::get ? "GET "
                                                        : "POST ") +
                      request->target + (request->body.empty() ? "" : " " + request->body) +
                      (request->keep_alive ? "" : " last"));
      } else {
        const auto& rejected = *std::get_if<Rejected>(&*found);
        out.push_back(std::to_string(rejected.status) + " " + rejected.why.code);
      }
    }
  }
  return out;
}

std::string only(std::string_view bytes) {
  const auto all = read_requests(bytes);
  return all.size() == 1 ? all.front() : "not one but " + std::to_string(all.size());
}

TEST(Reader, requests_come_out_in_order_however_the_bytes_are_cut) {
  const std::string bytes =
      "GET /a HTTP/1.1\r\nHost: x\r\n\r\n"
      "POST /b HTTP/1.1\r\nHost: x\r\nContent-Length: 5\r\n\r\nhello\r\n"
      "POST /c HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\n3\r\nabc\r\n2;x=y\r\nde\r\n0\r\nT: v\r\n\r\n"
      "HEAD /d HTTP/1.0\r\n\r\n";
  const std::vector<std::string> expected{"GET /a", "POST /b hello", "POST /c abcde", "HEAD /d last"};
  for (std::size_t piece = 1; piece <= bytes.size(); ++piece) EXPECT_EQ(read_requests(bytes, piece), expected) << piece;
}

TEST(Reader, headers_have_lower_case_names_and_lists_are_joined) {
  RequestReader reader(small);
  reader.feed("GET /es/a?b=c HTTP/1.1\r\nHOST: x\r\nAccept: a\r\nAccept: b\r\nCookie: c=1\r\nCookie: d=2\r\n\r\n");
  const auto found = reader.next();
  ASSERT_TRUE(found && std::holds_alternative<Request>(*found));
  const auto& request = std::get<Request>(*found);
  EXPECT_EQ(header(request, "host"), "x");
  EXPECT_EQ(header(request, "accept"), "a, b");
  EXPECT_EQ(header(request, "cookie"), "c=1; d=2");
  EXPECT_EQ(header(request, "absent"), "");
  EXPECT_EQ(request.address.language, Language::es);
  EXPECT_EQ(request.address.query.at("b"), "c");
}

TEST(Reader, a_trailer_changes_no_header) {
  RequestReader reader(small);
  reader.feed(
      "POST / HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\n0\r\nHost: y\r\nAuthorization: z\r\n\r\n");
  const auto found = reader.next();
  ASSERT_TRUE(found && std::holds_alternative<Request>(*found));
  EXPECT_EQ(header(std::get<Request>(*found), "host"), "x");
  EXPECT_EQ(header(std::get<Request>(*found), "authorization"), "");
}

TEST(Reader, framing_that_can_be_read_in_two_ways_is_refused) {
  for (const auto* headers :
       {"Host: x\r\nHost: y\r\n", "", "Host: x\r\nContent-Length: 1\r\nContent-Length: 2\r\n",
        "Host: x\r\nContent-Length: 5\r\nTransfer-Encoding: chunked\r\n",
        "Host: x\r\nTransfer-Encoding: chunked\r\nContent-Length: 5\r\n", "Host: x\r\nTransfer-Encoding: gzip\r\n",
        "Host: x\r\nTransfer-Encoding: gzip, chunked\r\n", "Host: x\r\nTransfer-Encoding: chunked, gzip\r\n",
        "Host: x\r\nContent-Length: -1\r\n", "Host: x\r\nContent-Length: 0x5\r\n", "Host : x\r\n", "Host: x\r\n: y\r\n",
        "Host: x\r\nA B: y\r\n", "Host: x\r\nA: b\rc\r\n"}) {
    EXPECT_EQ(only("POST / HTTP/1.1\r\n" + std::string(headers) + "\r\n"), "400 http-malformed") << headers;
  }
  EXPECT_EQ(only("POST / HTTP/1.0\r\nTransfer-Encoding: chunked\r\n\r\n"), "400 http-malformed");
}

TEST(Reader, what_is_no_http_is_refused) {
  for (const auto* bytes : {"hello\r\n\r\n", "GET /\r\n\r\n", " GET / HTTP/1.1\r\n\r\n", "\x16\x03\x01\x02\r\n\r\n",
                            "GET  / HTTP/1.1\r\nHost: x\r\n\r\n"}) {
    EXPECT_EQ(only(bytes), "400 http-malformed") << bytes;
  }
}

TEST(Reader, only_http_1_is_spoken) {
  for (const auto* line : {"GET / HTTP/2.0\r\n", "GET / HTTP/1.2\r\n", "GET / http/1.1\r\n", "GET / HTTP/1.1 \r\n",
                           "GET / HTTP/1.1\nHost: x\n\n", "GET /a b HTTP/1.1\r\n"}) {
    EXPECT_EQ(only(line + std::string("Host: x\r\n\r\n")), "505 http-version") << line;
  }
}

TEST(Reader, methods_that_no_route_has_are_refused) {
  EXPECT_EQ(only("DELETE / HTTP/1.1\r\nHost: x\r\n\r\n"), "405 method-not-allowed");
  EXPECT_EQ(only("FLY / HTTP/1.1\r\nHost: x\r\n\r\n"), "501 method-unknown");
}

TEST(Reader, a_malformed_target_says_why) {
  EXPECT_EQ(only("GET /../x HTTP/1.1\r\nHost: x\r\n\r\n"), "400 address-malformed");
  EXPECT_EQ(only("GET /x?a=1&a=2 HTTP/1.1\r\nHost: x\r\n\r\n"), "400 query-repeated");
  EXPECT_EQ(only("OPTIONS * HTTP/1.1\r\nHost: x\r\n\r\n"), "400 address-malformed");
}

TEST(Reader, sizes_are_held) {
  const auto get = [](std::size_t target, std::size_t value) {
    return "GET /" + std::string(target, 'a') + " HTTP/1.1\r\nHost: x\r\nA: " + std::string(value, 'b') + "\r\n\r\n";
  };
  EXPECT_EQ(only(get(255, 10)), "GET /" + std::string(255, 'a'));
  EXPECT_EQ(only(get(256, 10)), "414 target-too-long");
  EXPECT_EQ(only(get(5000, 10)), "414 target-too-long");
  EXPECT_EQ(only(get(1, 5000)), "431 header-too-large");
  EXPECT_EQ(read_requests(get(5000, 10), 100).at(0), "414 target-too-long");
  EXPECT_EQ(read_requests(get(1, 5000), 100).at(0), "431 header-too-large");
}

TEST(Reader, a_body_that_is_too_large_is_refused_before_it_comes) {
  EXPECT_EQ(only("POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 2049\r\n\r\n"), "413 body-too-large");
  EXPECT_EQ(only("POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 99999999999999999999\r\n\r\n"), "400 http-malformed");
  const std::string chunks = "400\r\n" + std::string(1024, 'x') + "\r\n";
  const std::string chunked = "POST / HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\n";
  EXPECT_EQ(only(chunked + chunks + chunks + "0\r\n\r\n"), "POST / " + std::string(2048, 'x'));
  EXPECT_EQ(only(chunked + chunks + chunks + "1\r\nx\r\n0\r\n\r\n"), "413 body-too-large");
}

TEST(Reader, a_chunk_whose_extension_does_not_end_is_refused) {
  const std::string chunked = "POST / HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\n";
  EXPECT_EQ(read_requests(chunked + "1;a=" + std::string(5000, 'x'), 100).at(0), "400 http-malformed");
  EXPECT_EQ(read_requests(chunked + "0\r\nA: " + std::string(5000, 'x'), 100).at(0), "400 http-malformed");
}

TEST(Reader, every_request_is_the_peers_also_a_refused_one) {
  RequestReader reader(small, {"192.0.2.1", {}});
  reader.feed("GET / HTTP/1.1\r\nHost: x\r\n\r\nGET /%zz HTTP/1.1\r\nHost: x\r\n\r\n");
  const auto first = reader.next();
  ASSERT_TRUE(first && std::holds_alternative<Request>(*first));
  EXPECT_EQ(std::get<Request>(*first).peer.address, "192.0.2.1");
  const auto second = reader.next();
  ASSERT_TRUE(second && std::holds_alternative<Rejected>(*second));
  EXPECT_EQ(std::get<Rejected>(*second).request->peer.address, "192.0.2.1");
}

TEST(Reader, after_a_refusal_nothing_is_read) {
  EXPECT_EQ(read_requests("FLY / HTTP/1.1\r\nHost: x\r\n\r\nGET / HTTP/1.1\r\nHost: x\r\n\r\n").size(), 1U);
}

TEST(Reader, an_expectation_is_told_once_and_only_before_the_body) {
  RequestReader reader(small);
  reader.feed("POST / HTTP/1.1\r\nHost: x\r\nExpect: 100-Continue\r\nContent-Length: 2\r\n\r\n");
  EXPECT_FALSE(reader.next());
  EXPECT_EQ(reader.stage(), RequestReader::Stage::body);
  EXPECT_TRUE(reader.take_expectation());
  EXPECT_FALSE(reader.take_expectation());
  reader.feed("ok");
  EXPECT_TRUE(reader.next());
  reader.feed("POST / HTTP/1.1\r\nHost: x\r\nExpect: 100-continue\r\nContent-Length: 2\r\n\r\nok");
  EXPECT_TRUE(reader.next());
  EXPECT_FALSE(reader.take_expectation());
  EXPECT_EQ(reader.stage(), RequestReader::Stage::between);
}

}  // namespace
}  // namespace comity
