/* The part of a program that lives in a shared library, with an image of its own in the profile. */
static int half(int x) { return x / 2; }

int collatz(int x) {
  int steps = 0;
  while (x > 1) {
    x = x % 2 ? 3 * x + 1 : half(x);
    steps++;
  }
  return steps;
}
