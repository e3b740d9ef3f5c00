package io.tikit.tck.script;

import io.tikit.spi.script.ScriptEngine;
import java.util.List;

class ThirdPartyScriptEngineTest implements ScriptEngineContract {
    @Override
    public ScriptEngine engine() {
        return new StepEngine();
    }

    @Override
    public String source(Program program) {
        return StepEngine.source(program);
    }

    @Override
    public List<String> escapes() {
        return List.of("open /etc/passwd");
    }
}
