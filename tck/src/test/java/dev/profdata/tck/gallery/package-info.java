/**
 * The kit put to the test: a small correct provider and merge engine, which pass, and many that are
 * broken in one place each, which fail by the rule that names what is broken.
 */
@NullMarked
package dev.profdata.tck.gallery;

import org.jspecify.annotations.NullMarked;
