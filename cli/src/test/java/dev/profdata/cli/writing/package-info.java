/** Outputs on bad days: full and read-only disks, removed folders, pipes that nobody reads. */
package dev.profdata.cli.writing;
