/** The providers of this module: indexed profiles, text profiles, the merge engine. */
@NullMarked
package dev.profdata.indexed;

import org.jspecify.annotations.NullMarked;
