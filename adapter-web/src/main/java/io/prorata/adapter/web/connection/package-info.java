/**
 * Checks of requests before they are processed: head, body and host name.
 *
 * <p>A request that breaks a rule is refused before any filter, route or cached answer.
 */
@NullMarked
package io.prorata.adapter.web.connection;

import org.jspecify.annotations.NullMarked;
