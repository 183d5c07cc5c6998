/** Tokens, and who is let in. */
@NullMarked
package io.prorata.application.access;

import org.jspecify.annotations.NullMarked;
