/** What is written behind the answers. */
@NullMarked
package io.prorata.adapter.persistence.behind;

import org.jspecify.annotations.NullMarked;
