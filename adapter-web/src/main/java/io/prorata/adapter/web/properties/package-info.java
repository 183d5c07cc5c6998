/** How the server is set, as Micronaut binds it: no class here knows a part of the server. */
@NullMarked
package io.prorata.adapter.web.properties;

import org.jspecify.annotations.NullMarked;
