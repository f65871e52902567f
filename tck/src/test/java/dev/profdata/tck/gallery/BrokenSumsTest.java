package dev.profdata.tck.gallery;

/** Merge engines and conversions. */
class BrokenSumsTest extends BrokenRoom {
  BrokenSumsTest() {
    super(BrokenEngines.class, BrokenConversions.class);
  }
}
