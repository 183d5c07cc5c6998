/**
 * The API as tools of the Model Context Protocol. Each tool is one request with a token to a running server, which alone decides what is
 * allowed. This module uses the API and no class of the program.
 *
 * <p>Texts of a household or its bank are data of answers, never part of the description of a tool.
 */
@NullMarked
package io.prorata.adapter.mcp;

import org.jspecify.annotations.NullMarked;
