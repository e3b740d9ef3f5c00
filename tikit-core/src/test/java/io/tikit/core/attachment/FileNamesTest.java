package io.tikit.core.attachment;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.StringLength;

/** Names that people, mail programs and attackers give. */
class FileNamesTest {
    @Example
    void tricksAreTakenAway() {
        assertThat(FileNames.clean("../../etc/passwd")).isEqualTo("passwd");
        assertThat(FileNames.clean("C:\\Users\\eve\\evil.exe")).isEqualTo("evil.exe");
        assertThat(FileNames.clean("photo\u202Egnp.exe")).isEqualTo("photognp.exe");
        assertThat(FileNames.clean("a\u0000b\r\n\tc.txt")).isEqualTo("ab c.txt");
        assertThat(FileNames.clean("..")).isEqualTo("attachment");
        assertThat(FileNames.clean(" . ")).isEqualTo("attachment");
        assertThat(FileNames.clean("report.pdf. . ")).isEqualTo("report.pdf");
        assertThat(FileNames.clean("nul.txt")).isEqualTo("_nul.txt");
        assertThat(FileNames.clean("a<b>:c?.log")).isEqualTo("a_b__c_.log");
        assertThat(FileNames.clean("\ud800x")).isEqualTo("x");
    }

    @Example
    void honestNamesStay() {
        for (String name :
                new String[] {"Rechnung März.pdf", "İstanbul.txt", "عقد.docx", "報告 2026.xlsx", "a'b;c.tar.gz"}) {
            assertThat(FileNames.clean(name)).isEqualTo(name);
        }
    }

    @Example
    void endingOfALongNameStays() {
        assertThat(FileNames.clean("\ud83d\ude00".repeat(200) + ".docx"))
                .endsWith("\ud83d\ude00.docx")
                .hasSizeLessThanOrEqualTo(255);
    }

    @Property(tries = 2_000)
    void everyNameIsHarmlessAndCleanNamesStay(@ForAll @StringLength(max = 400) String given) {
        String name = FileNames.clean(given);
        assertThat(name.length()).isBetween(1, 255);
        assertThat(name).doesNotContainPattern("[/\\\\\\p{Cntrl}<>:\"|?*\\u202a-\\u202e\\u2066-\\u2069]");
        assertThat(name).isNotIn(".", "..").doesNotEndWith(".").doesNotEndWith(" ");
        assertThat(FileNames.clean(name)).isEqualTo(name);
    }
}
