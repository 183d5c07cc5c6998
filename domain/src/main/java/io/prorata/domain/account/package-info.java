/** The accounts of the rows, their owners from a month on, and whether there is a pot. */
@NullMarked
package io.prorata.domain.account;

import org.jspecify.annotations.NullMarked;
