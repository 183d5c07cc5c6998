/** The rings of the program on the stack of whatever a request makes it do. */
@NullMarked
package io.prorata.bootstrap.stack;

import org.jspecify.annotations.NullMarked;
