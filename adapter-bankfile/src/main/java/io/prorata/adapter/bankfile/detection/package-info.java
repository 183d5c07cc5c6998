/** Detects the format of a bank file from its content, and opens it with the reader of that format. */
@NullMarked
package io.prorata.adapter.bankfile.detection;

import org.jspecify.annotations.NullMarked;
