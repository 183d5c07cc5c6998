/**
 * Authentication and authorisation: the filters before every controller.
 *
 * <p>A household's id comes from {@link io.prorata.adapter.web.access.AccessFilter} alone, never from a request.
 */
@NullMarked
package io.prorata.adapter.web.access;

import org.jspecify.annotations.NullMarked;
