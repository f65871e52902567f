// More than a thousand functions with long names, made by the preprocessor: loops, branches, calls
// through pointers, memory operations of many sizes.
#include <cstdio>
#include <cstring>

namespace corpus_of_many_functions {
namespace details_of_the_implementation {

static unsigned char scratch[1024];

template <typename Element, int Number> struct transport_buffer {
  __attribute__((noinline)) static unsigned long process_request(unsigned long state) {
    unsigned long sum = state * (2 * Number + 3) + sizeof(Element);
    for (unsigned long step = 0; step < (state & (Number % 5 + 1)) + 1; ++step) {
      if ((sum >> step) & 1) {
        sum += step;
      } else if (Number % 7 == 0 && sum % 17 == 0) {
        sum ^= step;
      }
    }
    if (Number % 3 == 0) {
      std::memcpy(scratch, scratch + 512, sum % (Number % 61 + 3) + 1);
    }
    return sum;
  }
};

typedef unsigned long (*handler)(unsigned long);

#define ONE(n) &transport_buffer<char[(n) % 9 + 1], (n)>::process_request,
#define TEN(n) \
  ONE(n) ONE(n + 1) ONE(n + 2) ONE(n + 3) ONE(n + 4) ONE(n + 5) ONE(n + 6) ONE(n + 7) ONE(n + 8) ONE(n + 9)
#define HUNDRED(n) \
  TEN(n) TEN(n + 10) TEN(n + 20) TEN(n + 30) TEN(n + 40) TEN(n + 50) TEN(n + 60) TEN(n + 70) TEN(n + 80) TEN(n + 90)

static handler const handlers[] = {
  HUNDRED(0) HUNDRED(100) HUNDRED(200) HUNDRED(300) HUNDRED(400) HUNDRED(500)
  HUNDRED(600) HUNDRED(700) HUNDRED(800) HUNDRED(900) HUNDRED(1000)
};

}  // namespace details_of_the_implementation
}  // namespace corpus_of_many_functions

using namespace corpus_of_many_functions::details_of_the_implementation;

int main(int argc, char **) {
  unsigned long sum = argc;
  unsigned long count = sizeof handlers / sizeof *handlers;
  for (unsigned long i = 0; i < count; ++i) {
    sum += handlers[(i * 2654435761u + (sum >> 3)) % (count - count / 5)](sum + i);
  }
  std::printf("%lu\n", sum);
}
