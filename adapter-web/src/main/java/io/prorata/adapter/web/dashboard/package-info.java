/** The reads of the dashboard, and how their views are written down. */
@NullMarked
package io.prorata.adapter.web.dashboard;

import org.jspecify.annotations.NullMarked;
