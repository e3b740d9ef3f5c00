package io.tikit.samples.modulepath;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.lang.module.ModuleReference;
import java.lang.module.ResolvedModule;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A consumer test proves little unless it runs on what consumers get: JARs, not folders of classes. */
class PackagedJarsTest {
    @Test
    void everyModuleOfTheLibraryComesFromItsJar() {
        assumeTrue(PackagedJarsTest.class.getModule().isNamed(), "runs on the module path only");
        List<ModuleReference> modules = ModuleLayer.boot().configuration().modules().stream()
                .map(ResolvedModule::reference)
                .filter(module ->
                        module.descriptor().name().matches("io\\.tikit\\.(api|spi|core|jpa|lucene|quartz|passkeys)"))
                .toList();
        assertThat(modules)
                .hasSize(7)
                .allSatisfy(module ->
                        assertThat(module.location().orElseThrow().getPath()).endsWith(".jar"));
    }
}
