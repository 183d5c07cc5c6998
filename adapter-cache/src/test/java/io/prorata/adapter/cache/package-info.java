@NullMarked
package io.prorata.adapter.cache;

import org.jspecify.annotations.NullMarked;
