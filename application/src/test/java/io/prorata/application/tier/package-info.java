@NullMarked
package io.prorata.application.tier;

import org.jspecify.annotations.NullMarked;
