#include <stdio.h>

int collatz(int x);

static int half(int x) { return x / 2; }

int main(int argc, char **argv) {
  int sum = 0;
  (void)argv;
  for (int i = 1; i < 50 * argc; i++) sum += collatz(i) + half(i);
  printf("%d\n", sum);
  return 0;
}
