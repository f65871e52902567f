/** Damaged files: what LLVM's tool and ours make of them. */
package dev.profdata.cli.agreement;
