/** The commands that sort rows (rules, names of categories) and show or undo what was done. */
@NullMarked
package io.prorata.bootstrap.command.sorting;

import org.jspecify.annotations.NullMarked;
