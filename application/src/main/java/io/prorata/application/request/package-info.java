/**
 * Common parts of requests: the caller ({@link io.prorata.application.request.Access}), the expected state of a thing ({@link
 * io.prorata.application.request.Precondition}), and the forms of results.
 */
@NullMarked
package io.prorata.application.request;

import org.jspecify.annotations.NullMarked;
