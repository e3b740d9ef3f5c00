package io.tikit.tck;

import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectMethod;
import static org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder.request;

import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.Set;
import java.util.TreeSet;
import org.junit.platform.engine.DiscoverySelector;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.core.LauncherFactory;

/** Runs a contract inside of a test and notes which of its tests failed. */
public final class ContractRun implements TestExecutionListener {
    private final Set<String> failed = new TreeSet<>();
    private final Set<String> passed = new TreeSet<>();

    private ContractRun() {}

    /** Runs all tests of a contract. */
    public static ContractRun of(Class<?> contract) {
        return of(selectClass(contract));
    }

    /** Runs one test of a contract. */
    public static ContractRun of(Class<?> contract, String test) {
        Method method = Arrays.stream(contract.getMethods())
                .filter(one -> one.getName().equals(test))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(contract + " has no test " + test));
        return of(selectMethod(contract, method));
    }

    private static ContractRun of(DiscoverySelector selector) {
        ContractRun run = new ContractRun();
        LauncherFactory.create().execute(request().selectors(selector).build(), run);
        return run;
    }

    @Override
    public void executionFinished(TestIdentifier test, TestExecutionResult result) {
        if (test.isTest()) {
            String name = test.getDisplayName().replaceFirst("\\(.*", "");
            (result.getStatus() == TestExecutionResult.Status.FAILED ? failed : passed).add(name);
        }
    }

    /** The names of the tests that failed. */
    public Set<String> failed() {
        return failed;
    }

    /** The names of the tests that passed. */
    public Set<String> passed() {
        return passed;
    }
}
