package dev.profdata.internal.bytes;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class Xxh3Test {
  @Test
  void hashesAsXxh3Does() {
    assertEquals(0x2D06_8005_38D3_94C2L, Xxh3.hash(new byte[0]));
    assertEquals(0x78AF_5F94_892F_3950L, Xxh3.hash("abc".getBytes(StandardCharsets.US_ASCII)));
  }

  /** The hashes are the names that LLVM 22 gave to files with binary ids of so many bytes. */
  @ParameterizedTest
  @CsvSource({
    "1, 16893555279475264343",
    "8, 3281273207243682438",
    "55, 10003037117175450549",
    "56, 2801455755804257590",
    "80, 4647479762559320284",
    "111, 2728115108926855343",
    "112, 18126153584174722957",
    "300, 7605904828006856889",
    "700, 4928211857581706829",
    "1500, 2070462683347575573"
  })
  void hashesAsLlvmDoes(int bytes, String hash) {
    String hashed = "buildid/" + "a7".repeat(bytes) + "/debuginfo";
    long actual = Xxh3.hash(hashed.getBytes(StandardCharsets.US_ASCII));
    assertEquals(hash, Long.toUnsignedString(actual));
  }
}
