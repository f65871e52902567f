package dev.profdata.tck.gallery;

/** Readers of damaged files. */
class BrokenHostileTest extends BrokenRoom {
  BrokenHostileTest() {
    super(BrokenHostile.class);
  }
}
