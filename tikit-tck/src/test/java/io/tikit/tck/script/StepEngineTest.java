package io.tikit.tck.script;

import io.tikit.spi.script.ScriptCapability;
import io.tikit.spi.script.ScriptEngine;
import io.tikit.tck.Planted;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Nested;

/** The contract with all capabilities and with none. */
class StepEngineTest {
    @Nested
    class WithEverything extends Stepping {
        WithEverything() {
            super(EnumSet.allOf(ScriptCapability.class));
        }
    }

    @Nested
    class WithNothing extends Stepping {
        WithNothing() {
            super(Set.of());
        }
    }

    abstract static class Stepping implements ScriptEngineContract {
        private final Set<ScriptCapability> capabilities;

        Stepping(Set<ScriptCapability> capabilities) {
            this.capabilities = capabilities;
        }

        @Override
        public ScriptEngine engine() {
            return Planted.into(ScriptEngine.class, new StepEngine(capabilities));
        }

        @Override
        public String source(Program program) {
            return StepEngine.source(program);
        }

        @Override
        public List<String> escapes() {
            return List.of("open /etc/passwd", "fail");
        }
    }
}
