package dev.profdata.raw;

import dev.profdata.io.ProfileException;

/**
 * The first damaged record of an image; the records before it are whole.
 *
 * @param row the record
 * @param error what is wrong with it
 */
record RawDamage(int row, ProfileException error) {}
