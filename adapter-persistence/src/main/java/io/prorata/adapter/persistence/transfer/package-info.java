/** Moving households from one database to another, whatever the engines are. */
@NullMarked
package io.prorata.adapter.persistence.transfer;

import org.jspecify.annotations.NullMarked;
