/** The expense types of a bank's categories: bills, savings, transfers, everyday spending. */
@NullMarked
package io.prorata.domain.mapping;

import org.jspecify.annotations.NullMarked;
