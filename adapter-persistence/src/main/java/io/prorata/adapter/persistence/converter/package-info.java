/** Converters between values of the domain and columns. */
@NullMarked
package io.prorata.adapter.persistence.converter;

import org.jspecify.annotations.NullMarked;
