// Virtual calls, templates and containers: a few hundred functions, many of them never called.
#include <algorithm>
#include <cstdio>
#include <map>
#include <string>
#include <vector>

struct Shape {
  virtual ~Shape() {}
  virtual int area(int scale) const = 0;
};
struct Square : Shape {
  int area(int scale) const override { return scale * scale; }
};
struct Strip : Shape {
  int area(int scale) const override { return scale > 10 ? 10 * scale : scale; }
};

template <int N> struct Fold {
  static int of(int x) { return N % 2 ? Fold<N - 1>::of(x) + N : Fold<N - 1>::of(x + N); }
};
template <> struct Fold<0> {
  static int of(int x) { return x; }
};

static bool larger(int a, int b) { return a > b; }

int main(int argc, char **) {
  Square square;
  Strip strip;
  std::vector<const Shape *> shapes{&square, &strip, &square};
  std::map<std::string, int> areas;
  long sum = 0;
  for (int i = 0; i < 150 * argc; i++) {
    areas["shape " + std::to_string(i % 17)] += shapes[i % shapes.size()]->area(i % 30);
    sum += Fold<40>::of(i);
  }
  std::vector<int> sorted;
  for (const auto &entry : areas) sorted.push_back(entry.second);
  std::sort(sorted.begin(), sorted.end(), larger);
  for (int area : sorted) sum += area;
  std::printf("%ld\n", sum);
  return 0;
}
