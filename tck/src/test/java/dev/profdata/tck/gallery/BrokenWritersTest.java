package dev.profdata.tck.gallery;

/** Writers. */
class BrokenWritersTest extends BrokenRoom {
  BrokenWritersTest() {
    super(BrokenWriters.class);
  }
}
