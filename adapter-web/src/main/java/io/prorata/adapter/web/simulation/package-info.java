/** What changes would mean, before anybody makes them: each is stated as the request that would make it. */
@NullMarked
package io.prorata.adapter.web.simulation;

import org.jspecify.annotations.NullMarked;
