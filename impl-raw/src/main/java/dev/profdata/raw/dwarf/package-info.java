/**
 * The little of DWARF 2 to 5 that is needed to find the counters of functions in debug information.
 *
 * <p>A unit is a tree of entries. An entry starts with the number of an abbreviation, which tells
 * its tag, its attributes and the forms of their values; the children of an entry follow it, up to
 * a zero. clang tells of counters in a variable within a function, whose children are pairs:
 *
 * <pre>{@code
 * DW_TAG_subprogram             DW_AT_low_pc
 *   DW_TAG_variable             DW_AT_name "__profc_main", DW_AT_location DW_OP_addr
 *     DW_TAG_LLVM_annotation    DW_AT_name "Function Name", DW_AT_const_value "main"
 *     DW_TAG_LLVM_annotation    DW_AT_name "CFG Hash",      DW_AT_const_value 742261418966908927
 *     DW_TAG_LLVM_annotation    DW_AT_name "Num Counters",  DW_AT_const_value 4
 * }</pre>
 */
@NullMarked
package dev.profdata.raw.dwarf;

import org.jspecify.annotations.NullMarked;
