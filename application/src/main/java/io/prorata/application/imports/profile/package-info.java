/** Use cases of import profiles: the options that an import has stated, for the next bank file with the same header. */
@NullMarked
package io.prorata.application.imports.profile;

import org.jspecify.annotations.NullMarked;
