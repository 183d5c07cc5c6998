/** A bit of everything, done for Java to remember: what it saw in a rehearsal it does faster from the first time on. */
@NullMarked
package io.prorata.bootstrap.rehearsal;

import org.jspecify.annotations.NullMarked;
