/** A household's data for other programs: all of it as one document, or its transactions as rows. */
@NullMarked
package io.prorata.application.export;

import org.jspecify.annotations.NullMarked;
