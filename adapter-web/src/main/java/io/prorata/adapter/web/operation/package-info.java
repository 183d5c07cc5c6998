/** What the operator and their machines ask: health, tokens, households. */
@NullMarked
package io.prorata.adapter.web.operation;

import org.jspecify.annotations.NullMarked;
