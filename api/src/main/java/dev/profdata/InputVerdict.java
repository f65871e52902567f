package dev.profdata;

/**
 * What became of an input of a merge, in a word.
 *
 * @since 0.1
 */
public enum InputVerdict {
  /** All of it is in the sum. */
  USED,
  /** All of it is in the sum, after something damaged or odd was read as it was meant. */
  REPAIRED,
  /** Some of its records were left away; the findings say which and why. */
  PARTLY_USED,
  /** It is cut off; what was whole is in the sum. */
  SALVAGED,
  /** It has nothing to give: no byte, or no image of a wanted binary. */
  SKIPPED,
  /** It cannot be used; records that stood before the damage may be in the sum all the same. */
  FAILED
}
