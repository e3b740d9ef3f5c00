package io.tikit.benchmarks;

import io.tikit.api.Caller;
import io.tikit.api.Desk;
import io.tikit.api.Tikit;
import io.tikit.api.people.CreateOrganisation;
import io.tikit.api.people.CreateTeam;
import io.tikit.api.people.ImportReport;
import io.tikit.api.people.PersonColumn;
import io.tikit.api.people.TransferFormat;
import io.tikit.api.people.TransferSource;
import java.io.BufferedOutputStream;
import java.io.BufferedWriter;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.Locale;

/**
 * A file of people: what an import would do, the import, and the export of the desk that it leaves. What is held on the
 * heap is measured ten times in each, after a collection, while the clock stands still.
 */
final class PeopleBenchmark {
    private static final int GROUPS = 20;
    private static final int SAMPLES = 10;

    private PeopleBenchmark() {}

    static void run(int people, Store store, PrintStream out) throws Exception {
        Store.Place place = store.place("people");
        try (Tikit tikit = place.engine(8).home(place.home()).build()) {
            DeskData data = DeskData.create(tikit);
            Desk admin = tikit.as(Caller.of(data.tenant(), DeskData.ADMIN));
            for (int i = 0; i < GROUPS; i++) {
                admin.organisations().create(CreateOrganisation.of("Organisation " + i));
                admin.people().createTeam(CreateTeam.of("Team " + i));
            }
            Path file = file(people, place.home().resolve("people.csv"));
            TransferSource source = () -> Files.newInputStream(file);
            System.err.println("dry run of " + people + " people");
            Pass dry = new Pass(people);
            ImportReport plan = admin.peopleTransfer().check(TransferFormat.CSV, source, line -> dry.one());
            dry.end();
            System.err.println("import");
            Pass real = new Pass(people);
            ImportReport done =
                    admin.peopleTransfer().read(TransferFormat.CSV, source, plan.plan(), line -> real.one());
            real.end();
            if (done.created() != people || !done.complete()) {
                throw new IllegalStateException("not everybody was imported: " + done);
            }
            System.err.println("export");
            Pass export = new Pass(people);
            long written;
            try (OutputStream to = new Lines(Files.newOutputStream(place.home().resolve("export.csv")), export)) {
                written = admin.peopleTransfer()
                        .write(TransferFormat.CSV, EnumSet.allOf(PersonColumn.class), new BufferedOutputStream(to));
            }
            export.end();
            out.println(String.format(
                    Locale.ROOT,
                    "people store=%s people=%d file=%dkB dry run=%s import=%s export=%s exported=%d",
                    store.name(),
                    people,
                    Files.size(file) / 1024,
                    dry,
                    real,
                    export,
                    written));
        }
    }

    /** Customers of organisations, and an agent with a team in each ten. */
    private static Path file(int people, Path file) throws IOException {
        try (BufferedWriter to = Files.newBufferedWriter(file)) {
            to.write("external_id,name,email,role,teams,organisations,phone,locale\n");
            for (int i = 0; i < people; i++) {
                to.write(String.format(
                        Locale.ROOT,
                        "hr-%d,\"Person, %d\",person%d@import.example,%s,%s,Organisation %d,0%d,de\n",
                        i,
                        i,
                        i,
                        i % 10 == 0 ? "agent" : "customer",
                        i % 10 == 0 ? "Team " + i / 10 % GROUPS : "",
                        i % GROUPS,
                        30_000 + i));
            }
        }
        return file;
    }

    /** One way through all people. */
    private static final class Pass {
        private final int people;
        private final long start = System.nanoTime();
        private long stood;
        private long end;
        private long seen;
        private long held;

        Pass(int people) {
            this.people = people;
        }

        boolean one() {
            if (++seen % Math.max(1, people / SAMPLES) == 0) {
                long before = System.nanoTime();
                System.gc();
                held = Math.max(
                        held,
                        ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed());
                stood += System.nanoTime() - before;
            }
            return true;
        }

        void end() {
            end = System.nanoTime();
        }

        @Override
        public String toString() {
            double seconds = (end - start - stood) / 1e9;
            return String.format(Locale.ROOT, "%.0f/s held %dMiB", people / seconds, held >> 20);
        }
    }

    /** Tells of each line that leaves. */
    private static final class Lines extends FilterOutputStream {
        private final Pass pass;

        Lines(OutputStream to, Pass pass) {
            super(to);
            this.pass = pass;
        }

        @Override
        public void write(byte[] bytes, int from, int length) throws IOException {
            out.write(bytes, from, length);
            for (int i = from; i < from + length; i++) {
                if (bytes[i] == '\n') {
                    pass.one();
                }
            }
        }
    }
}
