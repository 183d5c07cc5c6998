/** Which code this is: a hash that the build makes, and that tells documents of other code from those of this one. */
@NullMarked
package io.prorata.adapter.web.build;

import org.jspecify.annotations.NullMarked;
