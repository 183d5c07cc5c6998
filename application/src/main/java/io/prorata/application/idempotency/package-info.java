/** Requests that clients may repeat and that are carried out once. */
@NullMarked
package io.prorata.application.idempotency;

import org.jspecify.annotations.NullMarked;
