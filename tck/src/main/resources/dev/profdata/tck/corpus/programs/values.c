/* Indirect calls, one of them to a function of another library, and memory operations of many
   sizes. Each further argument makes the program run longer. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static int increment(int x) { return x + 1; }
static int twice(int x) { return x * 2; }
int clamp(int x) { return x > 3 && x < 900 ? 7 : x; }

static int (*const steps[])(int) = {increment, twice, clamp, abs};

static int copy(char *to, const char *from, int length) {
  memcpy(to, from, length);
  return to[length / 2];
}

int main(int argc, char **argv) {
  char from[4096], to[4096];
  int sum = 0;
  (void)argv;
  memset(from, 1, sizeof from);
  memset(to, 0, sizeof to);
  for (int i = 0; i < 300 * argc; i++) {
    sum += steps[(i * i + i / 3) % 4](i);
    sum += copy(to, from, (i * 37) % (argc * 1000));
    switch (i % 5) {
    case 0: sum++; break;
    case 3: sum--; break;
    default: break;
    }
  }
  printf("%d\n", sum);
  return 0;
}
