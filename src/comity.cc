// Comity: one program. Everything is built by hand from here.
#include "cli/commands.h"

int main(int argc, char** argv) { return comity::run_command_line(argc, argv); }
