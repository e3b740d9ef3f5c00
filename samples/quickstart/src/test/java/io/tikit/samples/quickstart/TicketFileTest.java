package io.tikit.samples.quickstart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tikit.api.Person;
import io.tikit.api.condition.FieldValue;
import io.tikit.api.ticket.Priority;
import io.tikit.api.ticket.TicketChange.SetField;
import io.tikit.api.ticket.TicketChange.SetPriority;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TicketFileTest {
    @TempDir
    Path folder;

    @Test
    void sampleIsWholeAndSound() throws IOException {
        TicketFile sample = TicketFile.sample();

        assertThat(sample.rows()).hasSize(40);
        assertThat(sample.skipped()).isEmpty();
        assertThat(sample.teams())
                .containsExactlyInAnyOrder(
                        "Network", "Accounts", "Hardware", "Applications", "Security", "Facilities", "Storage");
        assertThat(sample.rows()).extracting(TicketRow::name).doesNotHaveDuplicates();
    }

    @Test
    void columnsAreFoundByTheirNames() throws IOException {
        TicketFile file = csv("""
                Ticket ID,Short Description,Body,Urgency,Impact,Assignment Group,Caller,E-Mail,Business Service,2nd site
                7,No sound,The speaker is dead,2 - High,3 - Low,Audio,Kim Ito,KIM@corp.example,Phone,
                """);

        assertThat(file.skipped()).isEmpty();
        TicketRow row = file.rows().get(0);
        assertThat(row.line()).isEqualTo(2);
        assertThat(row.name()).isEqualTo("7");
        assertThat(row.subject()).isEqualTo("No sound");
        assertThat(row.description()).isEqualTo("The speaker is dead");
        assertThat(row.team()).isEqualTo("Audio");
        assertThat(row.requester()).isEqualTo(new Person("Kim Ito", "KIM@corp.example", "kim@corp.example"));
        assertThat(row.details())
                .containsExactly(
                        new SetPriority(Priority.HIGH),
                        field("urgency", "2 - High"),
                        field("impact", "3 - Low"),
                        field("business_service", "Phone"));
    }

    @ParameterizedTest
    @CsvSource({
        "Business Service, business_service",
        "2nd site, column_2nd_site",
        "  __x--Y__ , x_y",
        "İSTANBUL, i_stanbul",
        "'', column",
        "Übergröße, bergr_e",
        "a123456789b123456789c123456789d123456789e, a123456789b123456789c123456789d123456789"
    })
    void namesOfColumnsBecomeKeys(String name, String key) {
        assertThat(Header.key(name)).isEqualTo(key);
    }

    @Test
    void columnsOfOneNameAreKeptApart() throws IOException {
        assertThat(csv("title,Note,note,NOTE\nx,1,2,3\n").rows().get(0).details())
                .contains(field("note", "1"), field("note_2", "2"), field("note_3", "3"));
    }

    @Test
    void badRowsAreToldByLineAndReason() throws IOException {
        TicketFile file = csv("""
                id,title,body,priority
                1,fine,"two
                lines",high
                2,cells missing
                3,,,low
                4,odd,text,sometime
                1,again,text,low
                5,no \uFFFD text,text,low

                6,fine too,text,
                """);

        assertThat(file.rows()).extracting(TicketRow::name).containsExactly("1", "6");
        assertThat(file.skipped()).extracting(SkippedRow::line).containsExactly(4L, 5L, 6L, 7L, 8L);
        assertThat(file.skipped())
                .extracting(SkippedRow::reason)
                .containsExactly(
                        "the header has 4 cells, this row 2: is a quote or a comma missing?",
                        "neither a title nor a description",
                        "priority is 'sometime', not critical, high, medium, low or a number from 1 to 4",
                        "id 1 was used in line 2",
                        "text that is not UTF-8");
    }

    @Test
    void quoteThatIsNeverClosedIsToldAndEndsTheFile() throws IOException {
        TicketFile file = csv("title,body\na,b\nc,\"d\ne,f\n");

        assertThat(file.rows()).extracting(TicketRow::subject).containsExactly("a");
        assertThat(file.skipped())
                .singleElement()
                .satisfies(row ->
                        assertThat(row.reason()).startsWith("nothing is read after this row: Unclosed quoted field"));
    }

    @Test
    void rowsThatAreAlikeAreTwoTickets() throws IOException {
        TicketFile once = csv("title,body\nx,y\n");
        TicketFile twice = csv("title,body\nx,y\nx,y\n");

        assertThat(twice.rows()).extracting(TicketRow::name).doesNotHaveDuplicates();
        assertThat(twice.rows().get(0).name()).isEqualTo(once.rows().get(0).name());
    }

    @Test
    void missingTitleIsTakenFromTheText() throws IOException {
        TicketFile file = csv("title,body\n,\"one\ntwo\"\n,%s\n".formatted("word ".repeat(30)));

        assertThat(file.rows().get(0).subject()).isEqualTo("one two");
        assertThat(file.rows().get(1).subject()).isEqualTo("word ".repeat(12).strip());
    }

    @Test
    void longTitleIsCutAndKeptInTheDescription() throws IOException {
        String title = "x".repeat(254) + "\uD83D\uDE00 tail";
        TicketRow row = csv("title,body\n%s,y\n".formatted(title)).rows().get(0);

        assertThat(row.subject()).isEqualTo("x".repeat(254));
        assertThat(row.description()).isEqualTo(title + "\n\ny");
    }

    @Test
    void requesterIsNamedByTheFileOrInvented() throws IOException {
        assertThat(csv("title,user\na,Kim@corp.example\nb,Lou\nc,\n").rows())
                .extracting(row -> row.requester().subject())
                .satisfiesExactly(
                        mail -> assertThat(mail).isEqualTo("kim@corp.example"),
                        name -> assertThat(name).isEqualTo("lou"),
                        invented -> assertThat(invented).endsWith("@corp.example"));
    }

    @Test
    void zippedFileIsReadAlike() throws IOException {
        Path file = folder.resolve("t.csv.gz");
        try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(file))) {
            out.write("\uFEFFtitle\nhello\n".getBytes(StandardCharsets.UTF_8));
        }

        assertThat(TicketFile.read(file).rows()).extracting(TicketRow::subject).containsExactly("hello");
    }

    @Test
    void fileWithoutTitlesIsRefused() {
        assertThatThrownBy(() -> csv("a,b\n1,2\n"))
                .isInstanceOf(IOException.class)
                .hasMessageEndingWith("t.csv: no column is named title, subject, body or description");
        assertThatThrownBy(() -> csv("")).isInstanceOf(IOException.class).hasMessageContaining("it is empty");
        assertThatThrownBy(() -> TicketFile.read(folder.resolve("none.csv")))
                .isInstanceOf(IOException.class)
                .hasMessageEndingWith("none.csv: NoSuchFileException");
        assertThatThrownBy(() -> TicketFile.read(folder)).isInstanceOf(IOException.class);
    }

    @ParameterizedTest
    @CsvSource({
        "critical, '', '', CRITICAL",
        "P2, '', '', HIGH",
        "3 - Moderate, '', '', MEDIUM",
        "5, '', '', LOW",
        "0, '', '', CRITICAL",
        "'', 3, 4, MEDIUM",
        "'', 1, 3, HIGH",
        "'', low, '', LOW",
        "'', '', '', MEDIUM"
    })
    void prioritiesAreReadInWordsAndNumbers(String priority, String urgency, String impact, Priority expected) {
        assertThat(Priorities.read(priority, urgency, impact)).isEqualTo(expected);
    }

    private TicketFile csv(String text) throws IOException {
        return TicketFile.read(Files.writeString(folder.resolve("t.csv"), text));
    }

    private static SetField field(String key, String value) {
        return new SetField(key, new FieldValue.Text(value));
    }
}
