/** Use cases of what rows may be: what is to confirm, and its confirmation or rejection. */
@NullMarked
package io.prorata.application.recognition;

import org.jspecify.annotations.NullMarked;
