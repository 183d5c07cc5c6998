/** The training run for the AOT cache. */
@NullMarked
package io.prorata.bootstrap.rehearsal;

import org.jspecify.annotations.NullMarked;
