/**
 * Raw profiles ({@code .profraw}), versions 1 to 11, 32 and 64 bit, both byte orders.
 *
 * <p>A file is a sequence of images. Each has the sections below; a version has those that its
 * header has words for. Between counters, bitmap and names stands the padding that the header
 * states.
 *
 * <pre>{@code
 * header | binary ids | data | counters | bitmap | uniform counters | names
 *        | vtables | vtable names | value data
 * }</pre>
 *
 * <table>
 * <caption>History</caption>
 * <tr><th>version<th>LLVM<th>what changed
 * <tr><td>1<td>3.5 to 3.7<td>names addressed by pointer and length
 * <tr><td>2<td>3.8<td>value data
 * <tr><td>3<td>none<td>names by hash, compressed
 * <tr><td>4<td>3.9 to 9<td>IR level; memory sizes from 5 on
 * <tr><td>5<td>10 to 12<td>padding around the counters
 * <tr><td>6<td>none<td>binary ids
 * <tr><td>7<td>13<td>size of the binary ids moved
 * <tr><td>8<td>14 to 17<td>counter pointers are relative to their record
 * <tr><td>9<td>18<td>bitmaps
 * <tr><td>10<td>19 to 22<td>virtual tables
 * <tr><td>11<td>23<td>uniform counters
 * </table>
 *
 * <p>{@link dev.profdata.raw.RawHeaderField} and {@link dev.profdata.raw.RawDataField} are the
 * tables that versions are rows of; everything else asks them.
 */
@NullMarked
package dev.profdata.raw;

import org.jspecify.annotations.NullMarked;
