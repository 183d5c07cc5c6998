/** Creates the database for jOOQ's code generator; not part of the jar. */
@NullMarked
package io.prorata.adapter.persistence.codegen;

import org.jspecify.annotations.NullMarked;
