/** How a list of transactions is narrowed down: by tags, by the text index and how far it has come, and by whatever has few rows. */
@NullMarked
package io.prorata.adapter.persistence.search;

import org.jspecify.annotations.NullMarked;
