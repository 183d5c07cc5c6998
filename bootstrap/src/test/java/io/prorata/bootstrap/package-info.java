@NullMarked
package io.prorata.bootstrap;

import org.jspecify.annotations.NullMarked;
