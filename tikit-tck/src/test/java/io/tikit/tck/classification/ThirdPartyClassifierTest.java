package io.tikit.tck.classification;

import io.tikit.spi.classification.Classifier;

class ThirdPartyClassifierTest implements ClassifierContract {
    private final WordClassifier classifier = new WordClassifier();

    @Override
    public Classifier classifier() {
        return classifier.node();
    }
}
