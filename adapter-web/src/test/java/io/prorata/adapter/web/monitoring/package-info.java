/** That what is measured is what happened. */
@NullMarked
package io.prorata.adapter.web.monitoring;

import org.jspecify.annotations.NullMarked;
