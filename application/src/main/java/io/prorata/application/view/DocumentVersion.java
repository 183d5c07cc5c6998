package io.prorata.application.view;

import io.prorata.domain.freshness.Stamp;

/**
 * Which edition of a view a document is: with the household and the query, everything its bytes are a function of.
 *
 * @param epoch of the database
 * @param viewVersion of the code that computes views and writes them down
 * @param stamp of the scopes the view depends on
 */
public record DocumentVersion(String epoch, int viewVersion, Stamp stamp) {}
