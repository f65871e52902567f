/* A program whose profiles hold counters only: no library but that of the profile. */
static int doubled(int x) { return x > 2 ? x + x : x; }
int steps(int n) {
  int count = 0;
  for (; n != 1; count++)
    n = n % 2 ? 3 * n + 1 : n / 2;
  return count;
}
int main(int argc, char **argv) { return steps(argc + 26) + doubled(argc) == 0; }
