package io.tikit.tck.classification;

import io.tikit.api.annotation.ImplementedBy;
import io.tikit.api.annotation.Stability;
import io.tikit.spi.classification.Classifier;

/**
 * What the author of a classifier gives to the contract. Each test has a fixture of its own, which was taught nothing at
 * first.
 *
 * @since 0.1
 */
@Stability(Stability.Level.EXPERIMENTAL)
@ImplementedBy(ImplementedBy.Party.PLUGIN)
public interface ClassifierFixture {
    /**
     * A classifier, not yet open: each call gives the next start on the same data, after the one before was closed.
     * Closed by the contract.
     *
     * @return the classifier
     */
    Classifier classifier();
}
