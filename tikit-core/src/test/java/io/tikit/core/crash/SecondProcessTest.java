package io.tikit.core.crash;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.tikit.api.Tikit;
import io.tikit.api.error.ConflictException;
import io.tikit.api.error.ErrorCode;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A home folder serves one process at a time. */
class SecondProcessTest {
    @Test
    void aSecondProcessIsToldThatTheHomeIsInUseAndMayHaveItWhenTheFirstHasDied(@TempDir Path home)
            throws IOException, InterruptedException {
        Store store = new Store(home, "");
        Process first = ChildNode.start(store, "first", home.resolve("heard.txt"), home.resolve("errors.txt"));
        try (BufferedReader acknowledged =
                new BufferedReader(new InputStreamReader(first.getInputStream(), StandardCharsets.US_ASCII))) {
            assertThat(acknowledged.readLine()).as("the first process works").startsWith("C ");

            assertThatExceptionOfType(ConflictException.class)
                    .isThrownBy(() -> store.open(new Greeter()))
                    .withMessageContaining(home.toString())
                    .withMessageContaining("in this or another process")
                    .satisfies(e -> assertThat(e.code()).isEqualTo(ErrorCode.HOME_IN_USE));
        } finally {
            first.destroyForcibly();
            assertThat(first.waitFor(30, TimeUnit.SECONDS)).isTrue();
        }
        try (Tikit second = store.open(new Greeter())) {
            assertThat(second.tenants().find("acme")).isPresent();
        }
    }
}
