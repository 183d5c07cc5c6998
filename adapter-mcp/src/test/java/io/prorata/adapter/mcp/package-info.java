@NullMarked
package io.prorata.adapter.mcp;

import org.jspecify.annotations.NullMarked;
