@NullMarked
package io.prorata.bootstrap.command;

import org.jspecify.annotations.NullMarked;
