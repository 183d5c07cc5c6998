/** What a household sets: itself, its members, configs, bills and provisions. */
@NullMarked
package io.prorata.adapter.web.settings;

import org.jspecify.annotations.NullMarked;
