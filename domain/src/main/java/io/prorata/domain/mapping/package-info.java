/** What a bank's categories mean to the household: which are bills, savings, transfers, everyday life. */
@NullMarked
package io.prorata.domain.mapping;

import org.jspecify.annotations.NullMarked;
