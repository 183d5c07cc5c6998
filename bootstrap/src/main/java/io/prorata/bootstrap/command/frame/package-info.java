/** What commands about the things of a household have in common: options, requests to the API, fields, tables. */
@NullMarked
package io.prorata.bootstrap.command.frame;

import org.jspecify.annotations.NullMarked;
