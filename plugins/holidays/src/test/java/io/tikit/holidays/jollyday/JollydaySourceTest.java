package io.tikit.holidays.jollyday;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Map;
import org.junit.jupiter.api.Test;

class JollydaySourceTest {
    private final JollydaySource source = new JollydaySource();

    @Test
    void countriesAndTheirPartsAreKnown() {
        assertThat(source.knows("de")).isTrue();
        assertThat(source.knows("de-by")).isTrue();
        assertThat(source.knows("de-zz")).isFalse();
        assertThat(source.knows("zz")).isFalse();
        assertThat(source.knows("")).isFalse();
        assertThat(source.knows("../de")).isFalse();
    }

    /** Bavaria has Epiphany, which Germany as a whole has not; facts of law, by hand. */
    @Test
    void aPartHasHolidaysOfItsOwnBesideThoseOfTheCountry() {
        Map<LocalDate, String> germany = source.holidays("de", 2026);
        Map<LocalDate, String> bavaria = source.holidays("de-by", 2026);
        assertThat(germany)
                .containsKeys(LocalDate.of(2026, 1, 1), LocalDate.of(2026, 4, 3), LocalDate.of(2026, 10, 3))
                .doesNotContainKey(LocalDate.of(2026, 1, 6));
        assertThat(bavaria).containsAllEntriesOf(germany).containsKey(LocalDate.of(2026, 1, 6));
    }
}
