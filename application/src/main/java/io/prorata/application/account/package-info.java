/** The accounts of a household, and its pot. */
@NullMarked
package io.prorata.application.account;

import org.jspecify.annotations.NullMarked;
