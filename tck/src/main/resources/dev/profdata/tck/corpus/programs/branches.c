/* Short and long control flow, global and local, called directly and through pointers: functions
   whose structural hashes differ between generations, and functions whose do not. */
#include <stdio.h>

typedef unsigned (*step_type)(unsigned);

__attribute__((noinline)) static unsigned local_short(unsigned x) {
  return x % 3 ? x * 5 + 1 : x / 3;
}

__attribute__((noinline)) static unsigned local_long(unsigned x) {
  unsigned sum = 0;
  for (unsigned i = 0; i < x % 17; ++i) {
    if (i % 2 && i % 3) {
      sum += i;
    } else if (i % 5 || i % 7) {
      sum ^= i;
    }
    switch (sum % 4) {
      case 0: sum += 3; break;
      case 1: sum += i > 4 ? 1 : 2; break;
      default: sum += 1;
    }
    while (sum > 1000) {
      sum /= 2;
    }
  }
  return sum;
}

__attribute__((noinline)) unsigned global_short(unsigned x) {
  return x & 1 ? x + 1 : x;
}

__attribute__((noinline)) unsigned global_long(unsigned x) {
  unsigned count = 0;
  do {
    if (x % 2 == 0 && x % 4 != 0) {
      count += 2;
    } else {
      count += x % 3 == 1 ? 3 : 4;
    }
    for (unsigned i = 0; i < 3; ++i) {
      if (i == 1 || count % 11 == 0) {
        continue;
      }
      count += i;
      if (count > 500) {
        return count;
      }
    }
    x -= x > 0;
  } while (x % 13);
  return count;
}

__attribute__((noinline)) static unsigned apply(step_type step, unsigned x) {
  return step(x) + 1;
}

int main(int argc, char **argv) {
  static step_type const steps[] = {local_short, local_long, global_short, global_long};
  unsigned sum = (unsigned)argc;
  for (unsigned i = 0; i < 400; ++i) {
    sum += apply(steps[(sum + i) % 4], i);
  }
  printf("%u %s\n", sum, argv[0] ? "" : "no name");
  return 0;
}
