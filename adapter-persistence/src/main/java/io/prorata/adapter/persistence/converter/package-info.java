/** How values of the domain stand in columns. */
@NullMarked
package io.prorata.adapter.persistence.converter;

import org.jspecify.annotations.NullMarked;
