/** The page in a browser of the system, over a server with the sample household's books. */
@NullMarked
package io.prorata.browser;

import org.jspecify.annotations.NullMarked;
