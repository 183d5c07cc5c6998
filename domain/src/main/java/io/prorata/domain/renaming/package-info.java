/** Another key for a member, in everything that names one. */
@NullMarked
package io.prorata.domain.renaming;

import org.jspecify.annotations.NullMarked;
