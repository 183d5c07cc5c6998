/** The accounts that rows come from, who owns them from which month on, and whether there is a pot. */
@NullMarked
package io.prorata.domain.account;

import org.jspecify.annotations.NullMarked;
