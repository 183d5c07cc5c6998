/** Strict reading of JSON requests: an unknown or repeated name, a wrong type or a wrong value is reported with its place (RFC 6901). */
@NullMarked
package io.prorata.adapter.web.json;

import org.jspecify.annotations.NullMarked;
