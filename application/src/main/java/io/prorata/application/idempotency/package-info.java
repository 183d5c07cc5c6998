/** Requests that their senders may repeat, and that are carried out once all the same. */
@NullMarked
package io.prorata.application.idempotency;

import org.jspecify.annotations.NullMarked;
