/** Tokens, and the authentication of every request. */
@NullMarked
package io.prorata.application.access;

import org.jspecify.annotations.NullMarked;
