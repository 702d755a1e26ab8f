// comity-verify: a small program that needs neither a server nor a connection.
#include "verify/program.h"

int main(int argc, char** argv) { return comity::run_verifier(argc, argv); }
