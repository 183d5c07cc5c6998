/** Constraints of fields; the rules themselves are the domain's. */
@NullMarked
package io.prorata.adapter.web.constraint;

import org.jspecify.annotations.NullMarked;
