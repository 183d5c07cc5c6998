/** What is given to others: the jars in a Maven repository. */
@NullMarked
package io.prorata.bootstrap.release;

import org.jspecify.annotations.NullMarked;
