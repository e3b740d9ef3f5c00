package io.tikit.lucene;

import io.tikit.lucene.classification.LuceneClassifier;
import io.tikit.spi.classification.Classifier;
import io.tikit.tck.classification.ClassifierContract;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.io.TempDir;

/** The contract with what was taught in folders, and in memory. */
class LuceneClassifierContractTest {
    @Nested
    class InFolders implements ClassifierContract {
        @TempDir
        Path home;

        @Override
        public Classifier classifier() {
            return new LuceneClassifier(new IndexHome(Optional.of(home))::open, true, new TextAnalyzer(), 50_000, 1);
        }
    }

    @Nested
    class InMemory implements ClassifierContract {
        @Override
        public Classifier classifier() {
            return new LuceneClassifier(new IndexHome(Optional.empty())::open, false, new TextAnalyzer(), 50_000, 1);
        }
    }
}
