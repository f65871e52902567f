// Virtual calls through two tables, for value profiling of virtual tables; no library but C's.
#include <stdio.h>

struct Shape {
  virtual int area(int scale) const = 0;
};
struct Square : Shape {
  int area(int scale) const override { return scale * scale; }
};
struct Strip : Shape {
  int area(int scale) const override { return scale > 10 ? 10 * scale : scale; }
};

template <int N> static int fold(int x) { return N % 2 ? x + N : x - N; }

static Square square;
static Strip strip;
static const Shape *volatile shapes[] = {&square, &strip, &square};

int main(int argc, char **) {
  int sum = 0;
  for (int i = 0; i < 90 * argc; i++) {
    sum += shapes[i % 3]->area(i % 30) + fold<3>(i) + fold<4>(i);
  }
  printf("%d\n", sum);
  return 0;
}
