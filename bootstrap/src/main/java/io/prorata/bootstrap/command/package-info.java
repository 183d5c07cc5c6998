/** The command line: one class per command, error messages, and exit codes. */
@NullMarked
package io.prorata.bootstrap.command;

import org.jspecify.annotations.NullMarked;
