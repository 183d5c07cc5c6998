/** Finds out by its content which format a bank file has, and opens it with the reader of that format. */
@NullMarked
package io.prorata.adapter.bankfile.detection;

import org.jspecify.annotations.NullMarked;
