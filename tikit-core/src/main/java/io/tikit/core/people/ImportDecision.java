package io.tikit.core.people;

import io.tikit.api.people.ImportLine;
import io.tikit.api.people.OrganisationId;
import io.tikit.api.people.TeamId;
import io.tikit.api.people.User;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What is to be done for one line.
 *
 * @param line what is told of it
 * @param before the person as they are; empty for somebody new
 * @param after the person as they are to be; empty if the line is refused
 * @param joins organisations
 * @param leaves organisations
 * @param comes into teams
 * @param goes out of teams
 */
record ImportDecision(
        ImportLine line,
        Optional<User> before,
        Optional<User> after,
        List<OrganisationId> joins,
        List<OrganisationId> leaves,
        Set<TeamId> comes,
        Set<TeamId> goes) {
    static ImportDecision refused(ImportLine line) {
        return new ImportDecision(line, Optional.empty(), Optional.empty(), List.of(), List.of(), Set.of(), Set.of());
    }
}
