package io.tikit.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tikit.api.Desk;
import io.tikit.api.error.ConflictException;
import io.tikit.api.error.ErrorCode;
import io.tikit.api.people.ImportLine;
import io.tikit.api.people.ImportLine.Outcome;
import io.tikit.api.people.ImportReport;
import io.tikit.api.people.PersonColumn;
import io.tikit.api.people.TransferFormat;
import io.tikit.api.people.TransferSource;
import io.tikit.api.people.User;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.function.Predicate;

/** Reads and writes people for tests, and keeps what was told of each line. */
final class PeopleFiles {
    private PeopleFiles() {}

    /** A run with what it told of each line. */
    record Told(ImportReport report, List<ImportLine> lines) {
        List<Outcome> outcomes() {
            return lines.stream().map(ImportLine::outcome).toList();
        }

        List<String> reasons() {
            return lines.stream()
                    .flatMap(line -> line.violations().stream().map(v -> line.line() + " " + v.path() + " " + v.key()))
                    .toList();
        }
    }

    static TransferSource text(String text) {
        return bytes(text, StandardCharsets.UTF_8);
    }

    static TransferSource bytes(String text, Charset charset) {
        return () -> new ByteArrayInputStream(text.getBytes(charset));
    }

    static Told check(Desk as, TransferFormat format, TransferSource from) {
        List<ImportLine> lines = new ArrayList<>();
        return told(() -> as.peopleTransfer().check(format, from, lines::add), lines);
    }

    static Told read(Desk as, TransferFormat format, TransferSource from, String plan) {
        return read(as, format, from, plan, line -> true);
    }

    static Told read(Desk as, TransferFormat format, TransferSource from, String plan, Predicate<ImportLine> goesOn) {
        List<ImportLine> lines = new ArrayList<>();
        return told(
                () -> as.peopleTransfer().read(format, from, plan, line -> {
                    lines.add(line);
                    return goesOn.test(line);
                }),
                lines);
    }

    interface Call {
        ImportReport get() throws IOException;
    }

    static Told told(Call call, List<ImportLine> lines) {
        try {
            return new Told(call.get(), lines);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static byte[] written(Desk as, TransferFormat format) {
        ByteArrayOutputStream to = new ByteArrayOutputStream();
        try {
            as.peopleTransfer().write(format, EnumSet.allOf(PersonColumn.class), to);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return to.toByteArray();
    }

    static User known(Desk as, String subject) {
        return as.people().userBySubject(subject).orElseThrow();
    }

    static void isStale(Desk as, TransferSource file, String plan, Predicate<ImportLine> listener) {
        assertThatThrownBy(() -> read(as, TransferFormat.CSV, file, plan, listener))
                .isInstanceOfSatisfying(
                        ConflictException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.IMPORT_STALE));
    }
}
