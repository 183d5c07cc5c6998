/** The use case of every dashboard view: answered from the cache, or computed from a snapshot. */
@NullMarked
package io.prorata.application.dashboard;

import org.jspecify.annotations.NullMarked;
