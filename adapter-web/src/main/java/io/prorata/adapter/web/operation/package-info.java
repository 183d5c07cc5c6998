/** Routes for operators: health, tokens, households. */
@NullMarked
package io.prorata.adapter.web.operation;

import org.jspecify.annotations.NullMarked;
