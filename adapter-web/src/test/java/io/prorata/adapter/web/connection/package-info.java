/** Tests of what holds for every request. */
@NullMarked
package io.prorata.adapter.web.connection;

import org.jspecify.annotations.NullMarked;
