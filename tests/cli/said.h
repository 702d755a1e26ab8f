// What the program says when it is called as a person types it.
#pragma once

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "cli/commands.h"

namespace comity {

struct Ran {
  int exit = 0;
  std::string out;
  std::string err;
};

inline Ran comity_says(std::vector<std::string> arguments, const std::string& language = "en") {
  arguments.insert(arguments.begin(), {"comity", "--language", language});
  std::vector<const char*> argv;
  for (const auto& argument : arguments) argv.push_back(argument.c_str());
  testing::internal::CaptureStdout();
  testing::internal::CaptureStderr();
  Ran ran;
  ran.exit = run_command_line(static_cast<int>(argv.size()), argv.data());
  std::fflush(stdout);
  ran.out = testing::internal::GetCapturedStdout();
  ran.err = testing::internal::GetCapturedStderr();
  return ran;
}

}  // namespace comity
