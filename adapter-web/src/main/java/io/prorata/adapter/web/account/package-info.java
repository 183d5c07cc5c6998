/** Accounts over HTTP. */
@NullMarked
package io.prorata.adapter.web.account;

import org.jspecify.annotations.NullMarked;
