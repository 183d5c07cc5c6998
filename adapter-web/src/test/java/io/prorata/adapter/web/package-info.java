/** The API over the in-memory books: a real server on a free port. */
@NullMarked
package io.prorata.adapter.web;

import org.jspecify.annotations.NullMarked;
