package io.tikit.core.people;

import io.tikit.api.error.Violation;
import io.tikit.api.people.PersonColumn;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a file says of one person.
 *
 * @param line where it begins
 * @param cells what is said; a column that is not there says nothing, a blank one says that there is nothing
 * @param broken what is wrong with the line itself
 */
record PersonRow(long line, Map<PersonColumn, String> cells, List<Violation> broken) {
    Optional<String> cell(PersonColumn column) {
        return Optional.ofNullable(cells.get(column));
    }

    /** What is said, unless it is blank. */
    Optional<String> said(PersonColumn column) {
        return cell(column).filter(cell -> !cell.isEmpty());
    }
}
