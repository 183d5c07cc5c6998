/** Use cases of provisions: what is saved for, and what was put in and taken out. */
@NullMarked
package io.prorata.application.provision;

import org.jspecify.annotations.NullMarked;
