@NullMarked
package io.prorata.bootstrap.terminal;

import org.jspecify.annotations.NullMarked;
