package io.tikit.tck;

import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectMethod;
import static org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder.request;

import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.platform.engine.DiscoverySelector;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.core.LauncherFactory;

/** Runs a contract inside of a test and notes which of its tests failed and passed; what it left out is neither. */
public final class ContractRun implements TestExecutionListener {
    private final Set<String> failed = new TreeSet<>();
    private final Set<String> passed = new TreeSet<>();

    private ContractRun() {}

    /** Runs all tests of a contract. */
    public static ContractRun of(Class<?> contract) {
        return of(selectClass(contract), Map.of());
    }

    /** Runs one test of a contract, and not for long: a fault may show as something that never comes. */
    public static ContractRun of(Class<?> contract, String test) {
        Method method = Arrays.stream(contract.getMethods())
                .filter(one -> one.getName().equals(test))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(contract + " has no test " + test));
        return of(selectMethod(contract, method), Map.of(Timeout.DEFAULT_TEST_METHOD_TIMEOUT_PROPERTY_NAME, "5 s"));
    }

    /** The names of the tests of a contract. */
    static Set<String> tests(Class<?> contract) {
        return Arrays.stream(contract.getMethods())
                .filter(method -> method.isAnnotationPresent(Test.class))
                .map(Method::getName)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static ContractRun of(DiscoverySelector selector, Map<String, String> parameters) {
        ContractRun run = new ContractRun();
        LauncherFactory.create()
                .execute(
                        request()
                                .selectors(selector)
                                .configurationParameters(parameters)
                                .build(),
                        run);
        return run;
    }

    @Override
    public void executionFinished(TestIdentifier test, TestExecutionResult result) {
        if (test.isTest()) {
            String name = test.getDisplayName().replaceFirst("\\(.*", "");
            if (result.getStatus() == TestExecutionResult.Status.FAILED) {
                failed.add(name);
            } else if (result.getStatus() == TestExecutionResult.Status.SUCCESSFUL) {
                passed.add(name);
            }
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
