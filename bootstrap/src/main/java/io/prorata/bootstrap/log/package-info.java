/** Quiet: what went wrong, where, and the id of the request; never a body, a label, an amount or a secret. */
@NullMarked
package io.prorata.bootstrap.log;

import org.jspecify.annotations.NullMarked;
