// A page of the site as a file that is opened without the site.
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace comity {

// The file that holds the page or file at an address of the site: "/en/A/77/275" is "en/A/77/275.html", "/en" is
// "en/index.html", "/looks/1.css" is "looks/1.css".
std::string file_of_address(std::string_view address);

// The addresses of the site that the page's main part links to, without fragments; those with a query are not among
// them, for they are answers to questions, nor documents for print, of which each would have to be made.
std::vector<std::string> addresses_in_main(std::string_view html);

// The page with its links made relative to where it lies: a link to an address that `held` does not know is none any
// more. Forms go, for nobody answers them; `notice` (text) stands above everything.
using InCopy = std::function<bool(const std::string& address)>;
std::string offline_page(std::string_view html, const std::string& address, const InCopy& held,
                         std::string_view notice);

}  // namespace comity
