/** Who has access, and how to let somebody in. */
@NullMarked
package io.prorata.adapter.web.page.settings;

import org.jspecify.annotations.NullMarked;
