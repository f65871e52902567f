# Writes the main program that calls every unit of program.awk.
BEGIN {
  print "#include <cstdint>"
  print "#include <cstdio>"
  print "#include <cstdlib>"
  for (unit = 1; unit <= units; unit++) {
    printf "namespace generated_workload { namespace subsystem_number_%d { namespace implementation_details_of_the_component {\n", unit
    print "std::uint64_t run_all_handlers(std::uint64_t state, unsigned char *scratch);"
    print "} } }"
  }
  print "int main(int argc, char **argv) {"
  print "  static unsigned char scratch[4096];"
  print "  std::uint64_t state = argc > 1 ? std::strtoull(argv[1], nullptr, 10) * 2654435761u : 1;"
  print "  std::uint64_t sum = 0;"
  for (unit = 1; unit <= units; unit++) {
    printf "  if ((state + %d) %% 16 != 0) sum += generated_workload::subsystem_number_%d::implementation_details_of_the_component::run_all_handlers(state + %d, scratch);\n", unit, unit, unit
  }
  print "  std::printf(\"%llu\\n\", (unsigned long long)sum);"
  print "}"
}
