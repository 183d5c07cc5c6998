/** What is to confirm, over HTTP. */
@NullMarked
package io.prorata.adapter.web.recognition;

import org.jspecify.annotations.NullMarked;
