/* Allocations, for the runtime that profiles memory. */
#include <stdio.h>
#include <stdlib.h>

int main(int argc, char **argv) {
  int sum = 0;
  (void)argv;
  for (int i = 1; i < 9 * argc; i++) {
    char *bytes = malloc(8 * i);
    bytes[i] = (char)i;
    sum += bytes[i];
    free(bytes);
  }
  printf("%d\n", sum);
  return 0;
}
