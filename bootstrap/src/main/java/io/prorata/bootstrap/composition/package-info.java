/** What the program is made of: which adapter keeps which port, and what each use case is given. Nothing is composed elsewhere. */
@NullMarked
package io.prorata.bootstrap.composition;

import org.jspecify.annotations.NullMarked;
