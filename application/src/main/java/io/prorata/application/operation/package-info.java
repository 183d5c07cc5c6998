/** Use cases for operators: health, load, caches and features. No figure depends on them. */
@NullMarked
package io.prorata.application.operation;

import org.jspecify.annotations.NullMarked;
