/** The accounts that rows come from: whose they are, and what is on them. */
@NullMarked
package io.prorata.adapter.web.page.accounts;

import org.jspecify.annotations.NullMarked;
