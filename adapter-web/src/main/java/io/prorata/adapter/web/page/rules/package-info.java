/** The rules that sort rows: listed, ordered, tried, applied and proposed. */
@NullMarked
package io.prorata.adapter.web.page.rules;

import org.jspecify.annotations.NullMarked;
