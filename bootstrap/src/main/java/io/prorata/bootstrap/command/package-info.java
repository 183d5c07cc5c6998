/** The command line: one class per command, what it says where something is wrong, and with which exit code it ends. */
@NullMarked
package io.prorata.bootstrap.command;

import org.jspecify.annotations.NullMarked;
