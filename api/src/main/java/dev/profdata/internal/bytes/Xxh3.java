package dev.profdata.internal.bytes;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.HexFormat;

/**
 * The 64-bit hash XXH3 with seed 0 and its default secret, as LLVM's string map (from release 17
 * on) and its cache of fetched files use it.
 */
public final class Xxh3 {
  private static final long PRIME32_1 = 0x9E37_79B1L;
  private static final long PRIME32_2 = 0x85EB_CA77L;
  private static final long PRIME32_3 = 0xC2B2_AE3DL;
  private static final long PRIME64_1 = 0x9E37_79B1_85EB_CA87L;
  private static final long PRIME64_2 = 0xC2B2_AE3D_27D4_EB4FL;
  private static final long PRIME64_3 = 0x1656_67B1_9E37_79F9L;
  private static final long PRIME64_4 = 0x85EB_CA77_C2B2_AE63L;
  private static final long PRIME64_5 = 0x27D4_EB2F_1656_67C5L;
  private static final long PRIME_MX1 = 0x1656_6791_9E37_79F9L;
  private static final long PRIME_MX2 = 0x9FB2_1C65_1E98_DF25L;

  private static final byte[] SECRET =
      HexFormat.of()
          .parseHex(
              "b8fe6c3923a44bbe7c01812cf721ad1cded46de9839097db7240a4a4b7b3671f"
                  + "cb79e64eccc0e578825ad07dccff7221b8084674f743248ee03590e6813a264c"
                  + "3c2852bb91c300cb88d0658b1b532ea371644897a20df94e3819ef46a9deacd8"
                  + "a8fa763fe39c343ff9dcbbc7c70b4f1d8a51e04bcdb45931c89f7ec9d9787364"
                  + "eac5ac8334d3ebc3c581a0fffa1363eb170ddd51b7f0da49d316552629d4689e"
                  + "2b16be587d47a1fc8ff8b8d17ad031ce45cb3a8f95160428afd7fbcabb4b407e");

  private static final VarHandle LONG =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
  private static final VarHandle INT =
      MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.LITTLE_ENDIAN);

  private static final int STRIPE = 64;
  private static final int ACCUMULATORS = 8;
  private static final int STRIPES_A_BLOCK = (SECRET.length - STRIPE) / 8;
  private static final int MIDDLE_SIZE = 240;

  private Xxh3() {}

  /** Returns the hash of some bytes. */
  public static long hash(byte[] input) {
    int length = input.length;
    if (length <= 16) {
      return upTo16(input, length);
    }
    if (length <= 128) {
      return upTo128(input, length);
    }
    return length <= MIDDLE_SIZE ? upTo240(input, length) : longer(input, length);
  }

  private static long u64(byte[] bytes, int at) {
    return (long) LONG.get(bytes, at);
  }

  private static long u32(byte[] bytes, int at) {
    return Integer.toUnsignedLong((int) INT.get(bytes, at));
  }

  private static long upTo16(byte[] input, int length) {
    if (length > 8) {
      long flip1 = u64(SECRET, 24) ^ u64(SECRET, 32);
      long flip2 = u64(SECRET, 40) ^ u64(SECRET, 48);
      long low = u64(input, 0) ^ flip1;
      long high = u64(input, length - 8) ^ flip2;
      return avalanche(length + Long.reverseBytes(low) + high + foldedProduct(low, high));
    }
    if (length >= 4) {
      long flip = u64(SECRET, 8) ^ u64(SECRET, 16);
      long keyed = u32(input, length - 4) + (u32(input, 0) << 32) ^ flip;
      return rrmxmx(keyed, length);
    }
    if (length > 0) {
      long first = input[0] & 0xFF;
      long middle = input[length >> 1] & 0xFF;
      long last = input[length - 1] & 0xFF;
      long combined = first << 16 | middle << 24 | last | (long) length << 8;
      return avalanche64(combined ^ u32(SECRET, 0) ^ u32(SECRET, 4));
    }
    return avalanche64(u64(SECRET, 56) ^ u64(SECRET, 64));
  }

  private static long upTo128(byte[] input, int length) {
    long sum = length * PRIME64_1;
    for (int i = (length - 1) / 32; i >= 0; i--) {
      sum += mix16(input, i * 16, i * 32);
      sum += mix16(input, length - (i + 1) * 16, i * 32 + 16);
    }
    return avalanche(sum);
  }

  private static long upTo240(byte[] input, int length) {
    long sum = length * PRIME64_1;
    for (int i = 0; i < 8; i++) {
      sum += mix16(input, i * 16, i * 16);
    }
    sum = avalanche(sum);
    for (int i = 8; i < length / 16; i++) {
      sum += mix16(input, i * 16, (i - 8) * 16 + 3);
    }
    return avalanche(sum + mix16(input, length - 16, 136 - 17));
  }

  private static long longer(byte[] input, int length) {
    long[] sums = {
      PRIME32_3, PRIME64_1, PRIME64_2, PRIME64_3, PRIME64_4, PRIME32_2, PRIME64_5, PRIME32_1
    };
    int block = STRIPE * STRIPES_A_BLOCK;
    int blocks = (length - 1) / block;
    for (int i = 0; i < blocks; i++) {
      for (int stripe = 0; stripe < STRIPES_A_BLOCK; stripe++) {
        accumulate(sums, input, i * block + stripe * STRIPE, stripe * 8);
      }
      scramble(sums);
    }
    int stripes = (length - 1 - block * blocks) / STRIPE;
    for (int stripe = 0; stripe < stripes; stripe++) {
      accumulate(sums, input, blocks * block + stripe * STRIPE, stripe * 8);
    }
    accumulate(sums, input, length - STRIPE, SECRET.length - STRIPE - 7);
    return mergeSums(sums, 11, length * PRIME64_1);
  }

  private static void accumulate(long[] sums, byte[] input, int at, int secretAt) {
    for (int i = 0; i < ACCUMULATORS; i++) {
      long value = u64(input, at + i * 8);
      long keyed = value ^ u64(SECRET, secretAt + i * 8);
      sums[i ^ 1] += value;
      sums[i] += (keyed & 0xFFFF_FFFFL) * (keyed >>> 32);
    }
  }

  private static void scramble(long[] sums) {
    for (int i = 0; i < ACCUMULATORS; i++) {
      long keyed = sums[i] ^ sums[i] >>> 47 ^ u64(SECRET, SECRET.length - STRIPE + i * 8);
      sums[i] = keyed * PRIME32_1;
    }
  }

  private static long mergeSums(long[] sums, int secretAt, long start) {
    long result = start;
    for (int i = 0; i < ACCUMULATORS / 2; i++) {
      result +=
          foldedProduct(
              sums[i * 2] ^ u64(SECRET, secretAt + i * 16),
              sums[i * 2 + 1] ^ u64(SECRET, secretAt + i * 16 + 8));
    }
    return avalanche(result);
  }

  private static long mix16(byte[] input, int at, int secretAt) {
    return foldedProduct(
        u64(input, at) ^ u64(SECRET, secretAt), u64(input, at + 8) ^ u64(SECRET, secretAt + 8));
  }

  private static long foldedProduct(long a, long b) {
    long high = Math.multiplyHigh(a, b) + (a >> 63 & b) + (b >> 63 & a);
    return a * b ^ high;
  }

  private static long avalanche(long hash) {
    long mixed = (hash ^ hash >>> 37) * PRIME_MX1;
    return mixed ^ mixed >>> 32;
  }

  private static long avalanche64(long hash) {
    long mixed = (hash ^ hash >>> 33) * PRIME64_2;
    mixed = (mixed ^ mixed >>> 29) * PRIME64_3;
    return mixed ^ mixed >>> 32;
  }

  private static long rrmxmx(long hash, int length) {
    long mixed = hash ^ Long.rotateLeft(hash, 49) ^ Long.rotateLeft(hash, 24);
    mixed *= PRIME_MX2;
    mixed ^= (mixed >>> 35) + length;
    mixed *= PRIME_MX2;
    return mixed ^ mixed >>> 28;
  }
}
