/**
 * The search index on Lucene. Hosts put it on the path and need not compile against it; settings are described at
 * {@link io.tikit.lucene.LucenePlugin}.
 */
module io.tikit.lucene {
    requires static org.jspecify;
    requires transitive io.tikit.spi;
    requires org.apache.lucene.core;
    requires org.apache.lucene.analysis.common;
    requires org.apache.lucene.highlighter;
    requires org.slf4j;
    // Lucene gives memory-mapped files back at once only when it finds this module.
    requires jdk.unsupported;

    exports io.tikit.lucene;

    provides io.tikit.spi.TikitPlugin with
            io.tikit.lucene.LucenePlugin;
}
