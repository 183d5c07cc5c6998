/** Money set aside each month for what is coming: how much, by whom, and how far it has got. */
@NullMarked
package io.prorata.domain.provision;

import org.jspecify.annotations.NullMarked;
