/** Categories: another name in everything that names them. */
@NullMarked
package io.prorata.application.category;

import org.jspecify.annotations.NullMarked;
