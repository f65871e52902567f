/**
 * Indexed profiles ({@code .profdata}), versions 1 to 14; always little-endian.
 *
 * <pre>{@code
 * header | summary | CS summary | records (bucket chains) | bucket table
 *        | memprof | binary ids | vtable names | temporal traces
 * }</pre>
 *
 * <p>{@link dev.profdata.indexed.disk.IndexedHeaderField} says which version has which header word,
 * {@link dev.profdata.indexed.disk.IndexedRecordLayout} what a record holds; {@code
 * docs/indexed.md} tells the rest.
 */
@NullMarked
package dev.profdata.indexed.disk;

import org.jspecify.annotations.NullMarked;
