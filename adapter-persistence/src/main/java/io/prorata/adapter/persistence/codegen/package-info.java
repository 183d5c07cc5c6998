/** Makes the database on which jOOQ's code generator runs; not part of the jar. */
@NullMarked
package io.prorata.adapter.persistence.codegen;

import org.jspecify.annotations.NullMarked;
