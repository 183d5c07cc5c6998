/** What the code says, read from its sources: for tests that look whether all of it is translated. */
@NullMarked
package io.prorata.application.text;

import org.jspecify.annotations.NullMarked;
