#include <string.h>

static int one(int x) { return x + 1; }
static int two(int x) { return x * 2; }
int (*functions[2])(int) = {one, two};

int main(int argc, char **argv) {
  char from[100] = {0};
  char to[100];
  int sum = 0;
  for (int i = 0; i < 100; i++) {
    sum += functions[i % 3 == 0](i);
    memcpy(to, from, i % 7 + argc);
    if (i % 2 && argc)
      sum++;
  }
  return sum == 7;
}
