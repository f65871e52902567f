package dev.profdata.tck.gallery;

/** Providers and readers, and what they make of real files. */
class BrokenReadersTest extends BrokenRoom {
  BrokenReadersTest() {
    super(BrokenProviders.class, BrokenReaders.class, BrokenCorpus.class);
  }
}
