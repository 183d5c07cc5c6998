/** Use cases of imports: bank files are previewed, imported and undone. */
@NullMarked
package io.prorata.application.imports;

import org.jspecify.annotations.NullMarked;
