/* Decisions of several conditions, for modified condition/decision coverage, and copies of several sizes. */
#include <stdio.h>
#include <string.h>

static int leap(int year) { return (year % 4 == 0 && year % 100 != 0) || year % 400 == 0; }

static int inside(int x, int y) { return x >= 0 && x < 8 && y >= 0 && y < 8; }

int main(int argc, char **argv) {
  char from[64] = {1}, to[64] = {0};
  int sum = 0;
  (void)argv;
  for (int i = 0; i < 40 * argc; i++) {
    sum += leap(1880 + i) + inside(i % 11 - 1, 3);
    memcpy(to, from, i * i % 40);
  }
  if (sum > 1000 && argc > 5) sum = to[0];
  printf("%d\n", sum);
  return 0;
}
