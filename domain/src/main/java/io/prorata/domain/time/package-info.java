/** What holds from which month on. The past of a timeline never moves unless somebody says so. */
@NullMarked
package io.prorata.domain.time;

import org.jspecify.annotations.NullMarked;
