package dev.profdata.cli;

import dev.profdata.tck.ConversionContract;

/** The laws of conversion, from every version of raw, indexed and text to every other. */
class EveryPairConversionTest implements ConversionContract {}
