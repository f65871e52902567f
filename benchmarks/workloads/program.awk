# Writes one source file of a generated C++ program: functions with long names, loops, branches,
# indirect calls and memory operations of many sizes.
#
#   awk -v unit=7 -v functions=1000 -v build=1 -f program.awk
#
# "build" changes the control flow of every seventh function and the names of every eleventh, as
# versions of a real program differ.

function head() {
  print "#include <cstddef>"
  print "#include <cstring>"
  print "#include <cstdint>"
  print "typedef std::uint64_t (*handler_type)(std::uint64_t, unsigned char *);"
  printf "namespace generated_workload {\nnamespace subsystem_number_%d {\n", unit
  printf "namespace implementation_details_of_the_component {\n"
}

function name(i) {
  return sprintf("process_request_of_kind_%d%s", i, (i % 11 == 0) ? "_revision_" build : "")
}

function parameters() {
  return "std::uint64_t state, unsigned char *scratch"
}

function leaf(i) {
  printf "template <typename Element, std::size_t Size> struct transport_buffer_%d {\n", i
  printf "  __attribute__((noinline)) static std::uint64_t %s(%s) {\n", name(i), parameters()
  printf "    std::uint64_t sum = state * %dULL + Size;\n", 2 * i + 3
  printf "    for (std::size_t step = 0; step < (state & %d) + 1; ++step) {\n", i % 5 + 1
  printf "      if ((sum >> step) & 1) sum += sizeof(Element) * step; else sum ^= step;\n"
  if (i % 7 == 0) {
    for (j = 0; j < build % 4; j++) {
      printf "      if (sum %% %d == 0) sum += %d;\n", 17 + j, j + 1
    }
  }
  printf "    }\n"
  if (i % 3 == 0) {
    printf "    std::memcpy(scratch, scratch + 512, (sum %% %d) + 1);\n", i % 61 + 3
  }
  printf "    return sum;\n  }\n};\n"
}

function table(first, last) {
  printf "static handler_type const handlers[] = {\n"
  for (i = first; i < last; i++) {
    printf "  transport_buffer_%d<std::uint%d_t, %d>::%s,\n", i, 8 * 2 ^ (i % 4), i % 32 + 1, name(i)
  }
  printf "};\n"
}

BEGIN {
  head()
  for (i = 0; i < functions; i++) {
    leaf(i)
  }
  table(0, functions)
  printf "std::uint64_t run_all_handlers(std::uint64_t state, unsigned char *scratch) {\n"
  printf "  std::uint64_t sum = state;\n"
  printf "  for (std::size_t i = 0; i < %d; ++i) {\n", functions
  printf "    std::size_t choice = (i * 2654435761u + (state >> 3)) %% (%d - (state %% 13) * %d / 20);\n", functions, functions
  printf "    sum += handlers[choice](sum + i, scratch);\n"
  printf "  }\n  return sum;\n}\n"
  print "}  // namespace implementation_details_of_the_component"
  print "}  // namespace"
  print "}  // namespace generated_workload"
}
