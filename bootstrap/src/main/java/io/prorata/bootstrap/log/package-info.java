/** The log: errors with their place and the request id; never a body, a label, an amount or a secret. */
@NullMarked
package io.prorata.bootstrap.log;

import org.jspecify.annotations.NullMarked;
