/** Categories: another name in everything that names them. */
@NullMarked
package io.prorata.adapter.web.category;

import org.jspecify.annotations.NullMarked;
