package io.tikit.docs;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.AccessTarget.CodeUnitAccessTarget;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaCodeUnitAccess;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import com.tngtech.archunit.library.GeneralCodingRules;
import java.time.Clock;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What no class of the library does. */
class CodeRulesTest {
    /** Time, ids, threads and randomness are injected, and an engine leaves the JVM that it lives in as it was. */
    private static final Pattern AMBIENT = Pattern.compile(String.join(
            "|",
            "java\\.time\\.\\w+\\.now",
            "java\\.time\\.(Clock\\.system\\w*|InstantSource\\.system)",
            "java\\.lang\\.System\\.(currentTimeMillis|setProperty|exit)",
            "java\\.util\\.Date\\.<init>\\(\\)",
            "java\\.util\\.UUID\\.randomUUID",
            "java\\.lang\\.Math\\.random",
            "java\\.lang\\.Thread\\.sleep",
            "java\\.util\\.concurrent\\.Executors\\.new\\w+",
            "java\\.util\\.(Locale|TimeZone)\\.setDefault"));

    /** Who may all the same, and what: top-level class to calls. Keep it short; the reason stands beside the entry. */
    // The builder's default, until a host gives a source of time.
    private static final Map<String, Set<String>> ALLOWED =
            Map.of("io.tikit.core.TikitEngine", Set.of("java.time.InstantSource.system"));

    @Test
    void nothingAmbientIsUsed() {
        classes().should(new OnlyInjectedMeans()).check(Repository.classes());
    }

    @Test
    void exceptionsToTheRuleAreStillThere() {
        Set<String> gone = new TreeSet<>(ALLOWED.keySet());
        gone.removeIf(Repository.classes()::contain);
        assertThat(gone).as("allowed classes that no longer exist").isEmpty();
    }

    @Test
    void noStaticStateChanges() {
        fields().that()
                .areStatic()
                .and()
                .doNotHaveModifier(JavaModifier.SYNTHETIC)
                .should()
                .beFinal()
                .check(Repository.classes());
    }

    @Test
    void consoleIsLeftToTheHost() {
        GeneralCodingRules.NO_CLASSES_SHOULD_ACCESS_STANDARD_STREAMS.check(Repository.classes());
    }

    @Test
    void loggingGoesThroughSlf4j() {
        GeneralCodingRules.NO_CLASSES_SHOULD_USE_JAVA_UTIL_LOGGING.check(Repository.classes());
    }

    @Test
    void failuresHaveTypes() {
        GeneralCodingRules.NO_CLASSES_SHOULD_THROW_GENERIC_EXCEPTIONS.check(Repository.classes());
    }

    @ParameterizedTest
    @ValueSource(strings = {"Stability", "ImplementedBy"})
    void publishedTypesCarryTheirPromise(String annotation) {
        classes()
                .that()
                .resideInAnyPackage("io.tikit.api..", "io.tikit.spi..", "io.tikit.tck..")
                .and()
                .arePublic()
                .and()
                .areTopLevelClasses()
                .should()
                .beAnnotatedWith("io.tikit.api.annotation." + annotation)
                .check(Repository.classes());
    }

    @Test
    void namesSayWhatAThingIs() {
        noClasses()
                .should()
                .haveNameMatching(".*(Util|Utils|Helper|Manager|Impl)")
                .check(Repository.classes());
    }

    private static final class OnlyInjectedMeans extends ArchCondition<JavaClass> {
        OnlyInjectedMeans() {
            super("take time, ids, threads and chance from what is injected");
        }

        @Override
        public void check(JavaClass item, ConditionEvents events) {
            Set<String> allowed = ALLOWED.getOrDefault(topLevel(item).getName(), Set.of());
            for (JavaCodeUnitAccess<? extends CodeUnitAccessTarget> access : item.getCodeUnitAccessesFromSelf()) {
                String call = name(access.getTarget());
                if (AMBIENT.matcher(call).matches() && !allowed.contains(call)) {
                    events.add(SimpleConditionEvent.violated(item, access.getDescription()));
                }
            }
        }

        /** Owner and name; the parameters only where they make the difference. */
        private static String name(CodeUnitAccessTarget target) {
            String name = target.getOwner().getName() + "." + target.getName();
            boolean clocked = target.getRawParameterTypes().stream().anyMatch(type -> type.isEquivalentTo(Clock.class));
            if (clocked || target.getName().equals("<init>")) {
                return name
                        + target.getRawParameterTypes().stream()
                                .map(JavaClass::getName)
                                .collect(Collectors.joining(",", "(", ")"));
            }
            return name;
        }

        private static JavaClass topLevel(JavaClass item) {
            return item.getEnclosingClass().map(OnlyInjectedMeans::topLevel).orElse(item);
        }
    }
}
