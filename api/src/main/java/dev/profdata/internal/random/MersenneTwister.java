package dev.profdata.internal.random;

/**
 * The 32-bit Mersenne twister MT19937: the generator that LLVM samples temporal traces and orders
 * functions with.
 *
 * <p>Numbers of a range are drawn as the C++ library of LLVM's builds on Linux (libstdc++) draws
 * them. Confined to one thread.
 */
public final class MersenneTwister {
  private static final int LENGTH = 624;
  private static final int SHIFT = 397;
  private static final int DEFAULT_SEED = 5489;
  private static final int SEED_FACTOR = 1_812_433_253;
  private static final int TWIST = 0x9908_B0DF;
  private static final int UPPER = 0x8000_0000;
  private static final float UNIT = 0x1p-32f;

  private final int[] state = new int[LENGTH];
  private int next = LENGTH;

  /** Makes a generator with the default seed. */
  public MersenneTwister() {
    this(DEFAULT_SEED);
  }

  /**
   * Makes a generator.
   *
   * @param seed unsigned
   */
  public MersenneTwister(int seed) {
    state[0] = seed;
    for (int i = 1; i < LENGTH; i++) {
      state[i] = SEED_FACTOR * (state[i - 1] ^ state[i - 1] >>> 30) + i;
    }
  }

  /** Returns the next number, 0 to 2^32-1. */
  public long next() {
    if (next == LENGTH) {
      twist();
    }
    int y = state[next++];
    y ^= y >>> 11;
    y ^= y << 7 & 0x9D2C_5680;
    y ^= y << 15 & 0xEFC6_0000;
    y ^= y >>> 18;
    return Integer.toUnsignedLong(y);
  }

  private void twist() {
    for (int i = 0; i < LENGTH; i++) {
      int y = state[i] & UPPER | state[(i + 1) % LENGTH] & ~UPPER;
      state[i] = state[(i + SHIFT) % LENGTH] ^ y >>> 1 ^ ((y & 1) == 0 ? 0 : TWIST);
    }
    next = 0;
  }

  /**
   * Returns a number from 0 to {@code highest}: the upper half of a product, drawn again while the
   * lower half is too small.
   *
   * @param highest below 2^32-1
   */
  public long uniform(long highest) {
    long range = highest + 1;
    long product = next() * range;
    long low = product & 0xFFFF_FFFFL;
    if (low < range) {
      long threshold = ((1L << 32) - range) % range;
      while (low < threshold) {
        product = next() * range;
        low = product & 0xFFFF_FFFFL;
      }
    }
    return product >>> 32;
  }

  /** Returns a fraction from 0 to below 1: the next number, rounded to a float, of 2^32. */
  public float nextFloat() {
    float fraction = next() * UNIT;
    return fraction < 1 ? fraction : Math.nextDown(1f);
  }

  /** Returns the next number modulo {@code count}. */
  public int below(int count) {
    return (int) (next() % count);
  }
}
