package io.tikit.tck.classification;

import io.tikit.spi.classification.Classifier;
import io.tikit.spi.classification.ClassifierCapability;
import io.tikit.tck.Planted;
import java.util.EnumSet;
import java.util.Set;
import org.junit.jupiter.api.Nested;

/** The contract with all capabilities, with learning alone, and with none. */
class WordClassifierTest {
    @Nested
    class WithEverything extends Words {
        WithEverything() {
            super(EnumSet.allOf(ClassifierCapability.class));
        }
    }

    @Nested
    class WithLearningAlone extends Words {
        WithLearningAlone() {
            super(EnumSet.of(ClassifierCapability.LEARNING));
        }
    }

    @Nested
    class WithNothing extends Words {
        WithNothing() {
            super(Set.of());
        }
    }

    abstract static class Words implements ClassifierContract {
        private final WordClassifier classifier;

        Words(Set<ClassifierCapability> capabilities) {
            classifier = new WordClassifier(capabilities);
        }

        @Override
        public Classifier classifier() {
            return Planted.into(Classifier.class, classifier.node());
        }
    }
}
