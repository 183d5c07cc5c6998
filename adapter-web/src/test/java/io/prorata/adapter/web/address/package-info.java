/** Tests of what holds for every request. */
@NullMarked
package io.prorata.adapter.web.address;

import org.jspecify.annotations.NullMarked;
