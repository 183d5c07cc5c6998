/**
 * What every request has in common: who makes it ({@link io.prorata.application.request.Access}), in which state a thing is expected
 * ({@link io.prorata.application.request.Precondition}), and the forms in which results are returned.
 */
@NullMarked
package io.prorata.application.request;

import org.jspecify.annotations.NullMarked;
