package io.tikit.core;

import static org.assertj.core.api.Assertions.assertThat;

import io.tikit.api.Caller;
import io.tikit.api.Person;
import io.tikit.api.TenantId;
import io.tikit.api.Tikit;
import io.tikit.api.configuration.ApplyConfiguration;
import io.tikit.api.configuration.Configuration;
import io.tikit.api.configuration.ConfigurationPlan;
import io.tikit.api.configuration.DocumentKey;
import io.tikit.api.configuration.RetireDocument;
import io.tikit.api.configuration.SaveDocument;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.DriverManager;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;

/** The text of a desk's set-up says all of it: whatever is set up comes back from its text, and nothing twice. */
class ConfigurationTextProperties {
    private static final AtomicInteger DESKS = new AtomicInteger();
    private static final Person ADA = Person.of("Ada", "ada@acme.example");
    /** What the thread that calls the engine sends; the engine's own threads are not meant. */
    private static final ThreadLocal<List<String>> SENT = new ThreadLocal<>();

    private static Tikit tikit;

    @BeforeContainer
    static void open() {
        String url = "jdbc:derby:memory:configuration-texts-" + System.nanoTime() + ";create=true";
        DataSource database = (DataSource) Proxy.newProxyInstance(
                ConfigurationTextProperties.class.getClassLoader(),
                new Class<?>[] {DataSource.class},
                (proxy, method, arguments) ->
                        method.getName().equals("getConnection") ? watched(DriverManager.getConnection(url)) : null);
        tikit = TikitEngine.builder().dataSource(database).build();
    }

    private static Connection watched(Connection connection) {
        return (Connection) Proxy.newProxyInstance(
                ConfigurationTextProperties.class.getClassLoader(),
                new Class<?>[] {Connection.class},
                (proxy, method, arguments) -> {
                    List<String> sent = SENT.get();
                    if (sent != null && arguments != null && arguments[0] instanceof String sql) {
                        sent.add(sql);
                    }
                    try {
                        return method.invoke(connection, arguments);
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                });
    }

    @AfterContainer
    static void close() {
        tikit.close();
    }

    private static Configuration desk() {
        TenantId tenant = tikit.tenants().create("desk-" + DESKS.incrementAndGet(), ADA);
        return tikit.as(Caller.of(tenant, ADA)).configuration();
    }

    /** A document of a desk; what tickets rely on depends on the key alone, so that desks can be mixed. */
    private record Wish(int number, String label, Optional<Integer> parent, boolean retired) {
        String key() {
            return String.format(Locale.ROOT, "f%02d", number);
        }

        SaveDocument command() {
            SaveDocument save = SaveDocument.of("field", key(), label, body());
            return parent.map(above -> save.under(String.format(Locale.ROOT, "f%02d", above)))
                    .orElse(save);
        }

        private String body() {
            return switch (number % 6) {
                case 0 -> "{\"type\":\"text\",\"longest\":" + (number * 37 % 4_000 + 1) + "}";
                case 1 -> " { \"type\" : \"whole\" } ";
                case 2 -> "{\"scale\":" + number % 9 + ",\"type\":\"decimal\"}";
                case 3 -> "{\"type\":\"moment\"}";
                case 4 ->
                    "{\"type\":\"choice\",\"options\":[{\"key\":\"b\",\"rank\":2,\"label\":\"\\u011e \\\"b\\\"\"},"
                            + "{\"key\":\"A.1\",\"rank\":1,\"label\":\"\\ud83d\\udc69\",\"retired\":true}]}";
                default -> "{\"type\":\"flag\"}";
            };
        }
    }

    @Provide
    Arbitrary<List<Wish>> wishes() {
        Arbitrary<String> words = Arbitraries.of(
                "Floor",
                "\u0130stanbul \u0131\u015f\u0131k",
                "e\u0301",
                "\u00e9",
                "\ud83d\udc69\u200d\ud83d\udc67",
                "\u0645\u0631\u062d\u0628\u0627",
                "a \\ \"b\" / <c>",
                "\u03a9\u03c3\u03c2",
                "\u2028 x",
                "tail ");
        Arbitrary<Wish> wish = Combinators.combine(
                        Arbitraries.integers().between(0, 40),
                        words.list().ofMinSize(1).ofMaxSize(4).map(list -> String.join("", list)),
                        Arbitraries.integers().between(0, 40).optional(0.3),
                        Arbitraries.of(true, false, false))
                .as(Wish::new);
        // One of a key, and parents among those with a lower number, so that none leads back.
        return wish.list().ofMaxSize(15).map(all -> {
            TreeMap<Integer, Wish> byNumber = new TreeMap<>();
            all.forEach(one -> byNumber.put(one.number(), one));
            List<Wish> sound = new ArrayList<>();
            for (Wish one : byNumber.values()) {
                Optional<Integer> parent =
                        one.parent().filter(above -> above < one.number() && byNumber.containsKey(above));
                sound.add(new Wish(one.number(), one.label(), parent, one.retired()));
            }
            return sound;
        });
    }

    /** Saves them, then retires those that nothing refers to any more. */
    private static Configuration setUp(List<Wish> wishes) {
        Configuration desk = desk();
        wishes.forEach(wish -> desk.save(wish.command()));
        for (int i = wishes.size() - 1; i >= 0; i--) {
            Wish wish = wishes.get(i);
            boolean leaf = wishes.stream().noneMatch(other -> other.parent().equals(Optional.of(wish.number())));
            if (wish.retired() && leaf) {
                desk.retire(RetireDocument.of(DocumentKey.of("field", wish.key())));
            }
        }
        return desk;
    }

    @Property(tries = 15)
    void whatIsSetUpComesBackFromItsText(@ForAll("wishes") List<Wish> wishes) {
        Configuration first = setUp(wishes);
        String text = first.export();
        Configuration second = desk();
        second.apply(new ApplyConfiguration(second.plan(text)));
        assertThat(second.export()).isEqualTo(text);
        assertThat(second.plan(text).isEmpty()).isTrue();
    }

    @Property(tries = 15)
    void aTextAppliedToItsOwnDeskWritesNothing(@ForAll("wishes") List<Wish> wishes) {
        Configuration desk = setUp(wishes);
        String text = desk.export();
        long revision = desk.revision();
        List<String> sent = new ArrayList<>();
        SENT.set(sent);
        ConfigurationPlan plan;
        try {
            plan = desk.plan(text);
            assertThat(desk.apply(new ApplyConfiguration(plan))).isEmpty();
        } finally {
            SENT.remove();
        }
        assertThat(plan.isEmpty()).isTrue();
        assertThat(plan.changes()).isEmpty();
        assertThat(desk.revision()).isEqualTo(revision);
        assertThat(desk.export()).isEqualTo(text);
        assertThat(sent).as("what was sent").isNotEmpty().noneMatch(ConfigurationTextProperties::writes);
    }

    private static boolean writes(String sql) {
        String start = sql.stripLeading().toUpperCase(Locale.ROOT);
        return Set.of("INSERT", "UPDATE", "DELETE", "MERGE").stream().anyMatch(start::startsWith);
    }

    @Property(tries = 12)
    void aDeskThatFollowsATextHasNothingLeftToDo(
            @ForAll("wishes") List<Wish> wishes, @ForAll("wishes") List<Wish> others) {
        String text = setUp(wishes).export();
        Configuration desk = setUp(others);
        ConfigurationPlan plan = desk.plan(text);
        desk.apply(new ApplyConfiguration(plan));
        assertThat(desk.plan(text).isEmpty()).isTrue();
        assertThat(plan.diff()).isNotEmpty();
    }
}
