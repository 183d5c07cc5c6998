/** Requests in JSON, read strictly: an unknown or doubled name, a wrong type or a wrong value is named with its place (RFC 6901). */
@NullMarked
package io.prorata.adapter.web.json;

import org.jspecify.annotations.NullMarked;
