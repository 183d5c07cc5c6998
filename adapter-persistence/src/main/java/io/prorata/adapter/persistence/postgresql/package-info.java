/** The books in PostgreSQL, shared by any number of nodes. */
@NullMarked
package io.prorata.adapter.persistence.postgresql;

import org.jspecify.annotations.NullMarked;
