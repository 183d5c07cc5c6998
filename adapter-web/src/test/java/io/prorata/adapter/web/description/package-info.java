/** Builds the API's description from what the server serves, and holds the one in docs/ to it. */
@NullMarked
package io.prorata.adapter.web.description;

import org.jspecify.annotations.NullMarked;
